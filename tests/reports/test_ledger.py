"""The figures behind a finding: commas under each other, all of a report flush right."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.finding import Finding
from syditval.reports.ledger import ledgers
from syditval.reports.page import Page
from tests.reports.example_findings import FINDINGS
from tests.reports.hand_made import evidence
from tests.reports.papers import on_page


def account(*findings: Finding, language: str = "en") -> str:
    def write(page: Page) -> None:
        for ledger in ledgers(findings, page):
            for line in ledger:
                page.line(line + ".")

    return "\n" + on_page(write, language=language)


def amounts(expected: str, found: str, bound: str, unit: str) -> Finding:
    return replace(FINDINGS["total"], unit=unit, evidence=evidence(expected, found, bound))


KRONOR = """
expected          -43 306,5  kr.
found             -43 306    kr.
difference             +0,5  kr.
rounding at most        0,75 kr.
"""

PERCENTAGES = """
väntat            48,06  %   .
funnet            48     %   .
skillnad          -0,06  p.e..
avrundning högst   0,043 p.e..
"""

TWO = """
expected             1 200 tkr.
found                1 201 tkr.
difference              +1 tkr.
rounding at most         3 tkr.
expected          1 234 567 kr.
found             1 234 567 kr.
difference                0 kr.
rounding at most          0 kr.
"""


def test_decimal_commas_stand_under_each_other() -> None:
    assert account(amounts("-43306.50", "-43306", "0.75", "kr")) == KRONOR


def test_what_lies_between_percentages_is_in_percentage_points() -> None:
    assert account(amounts("48.06", "48.0", "0.043", "%"), language="sv") == PERCENTAGES


def test_all_amounts_of_a_report_stand_flush_right() -> None:
    assert account(amounts("1200", "1201", "3", "tkr"), amounts("1234567", "1234567", "0", "kr")) == TWO


def test_a_finding_without_evidence_has_no_ledger() -> None:
    assert account(FINDINGS["value"]) == "\n"
