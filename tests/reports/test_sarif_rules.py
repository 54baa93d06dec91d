"""The rules that occur, explained from the catalogue in the language of the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.messages import Texts, texts
from syditval.model.rule import Severity
from syditval.reports.sarif_rules import codes_told, rule
from tests.reports.example_findings import FINDINGS, GAPS
from tests.reports.example_reports import clean, nothing_recognised, with_findings


def test_there_are_the_rules_of_findings_and_of_what_was_not_checked() -> None:
    gap = replace(GAPS["not_calculated"], code="T101")

    assert codes_told(clean("en")) == []
    assert codes_told(nothing_recognised("en")) == []
    assert codes_told(replace(with_findings("en"), not_checked=(gap, GAPS["empty"]))) == [
        *("F101", "H101", "H201", "S005", "S006", "T101", "V101", "V103")
    ]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_rule_is_told_in_the_words_of_the_catalogue(language: str) -> None:
    words = texts(language)
    told = rule("F101", with_findings(language), words)

    assert told["id"] == "F101"
    assert told["name"] == "TotalDiffersFromItsLines"
    assert told["shortDescription"]["text"] == words.get("F101", "title")
    for part in ("why", "do", "source"):
        assert words.get("F101", part) in told["help"]["text"]
        assert words.get("F101", part) in told["help"]["markdown"]


def test_the_level_is_that_of_the_worst_finding() -> None:
    note = replace(FINDINGS["total"], severity=Severity.NOTE)
    warning = replace(FINDINGS["total"], severity=Severity.WARNING)
    report = replace(with_findings("en"), findings=(note, warning))

    assert rule("F101", report, texts("en"))["defaultConfiguration"] == {"level": "warning"}


def test_a_rule_without_findings_has_neither_name_nor_level() -> None:
    told = rule("F101", clean("en"), texts("en"))

    assert list(told) == ["id", "shortDescription", "fullDescription", "help"]


def test_what_a_rule_finds_is_its_title_where_nothing_more_is_said() -> None:
    words = Texts(
        "en", {**texts("en").entries, "X001": {"title": "Odd"}, "X002": {"title": "Odd", "finds": "It."}}
    )

    assert rule("X001", clean("en"), words)["fullDescription"] == {"text": "Odd"}
    assert rule("X002", clean("en"), words)["fullDescription"] == {"text": "It."}
