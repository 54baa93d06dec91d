"""The four amounts behind a finding."""

from __future__ import annotations

from syditval.messages import texts
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.wording import Wording
from tests.reports.example_causes import FAILURES
from tests.reports.example_findings import FINDINGS

ENGLISH = Wording(texts("en"))


def test_amounts_stand_with_their_unit_and_the_difference_with_its_sign() -> None:
    assert evidence_amounts(FAILURES["forecast"], ENGLISH) == [
        ("expected", "1\N{NO-BREAK SPACE}290", "tkr"),
        ("found", "1\N{NO-BREAK SPACE}200", "tkr"),
        ("difference", "-90", "tkr"),
        ("rounding at most", "5,5", "tkr"),
    ]


def test_what_lies_between_percentages_is_in_percentage_points() -> None:
    assert [unit for *_, unit in evidence_amounts(FAILURES["ratio"], ENGLISH)] == ["%", "%", "pp", "pp"]


def test_a_finding_without_evidence_has_none() -> None:
    assert evidence_amounts(FINDINGS["label"], ENGLISH) == []
