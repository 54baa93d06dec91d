"""Causes and findings in Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.messages import texts
from syditval.model.report import Report
from syditval.reports.markdown_findings import causes, findings
from syditval.reports.markdown_text import Paper
from tests.reports.example_causes import with_causes
from tests.reports.example_findings import FINDINGS
from tests.reports.example_reports import clean, nothing_recognised, with_findings
from tests.reports.example_standing import with_standing
from tests.reports.markdown_reader import READER, tables

PAPER = Paper(texts("en"), "utf-8")
WAIVED = with_standing("en").waived[0]


def headings(blocks: list[str]) -> list[str]:
    return [block for block in blocks if block.startswith("#")]


def test_causes_are_numbered_and_say_what_they_settle() -> None:
    heading, first, *_ = causes(with_causes("en"), PAPER)

    assert heading == "## Causes"
    assert first.splitlines() == [
        "1. **error** Drift!D6 (certain), Personalkostnader, Årsprognos",
        "",
        f"   {with_causes('en').causes[0].message}",
        "",
        "   Settles V101 Drift!E6, F101 Drift!D15.",
    ]


def test_of_what_a_cause_settles_it_is_said_what_does_not_count() -> None:
    told = with_causes("en")
    small = replace(told, findings=(replace(told.findings[0], is_material=False), *told.findings[1:]))
    _, first, *_ = causes(small, PAPER)

    assert first.endswith("Settles V101 Drift!E6 (below materiality), F101 Drift!D15.")


def test_a_cause_that_settles_no_finding_says_nothing_of_it() -> None:
    told = with_causes("en")
    _, first, *_ = causes(replace(told, causes=(replace(told.causes[0], explains=()),)), PAPER)

    assert first.endswith(told.causes[0].message)


def test_causes_are_one_list_and_the_lines_of_a_cause_stay_in_it() -> None:
    markdown = "\n\n".join(block for block in causes(with_causes("en"), PAPER) if block[0].isdigit())
    types = [token.type for token in READER.parse(markdown) if token.level <= 1 and token.nesting == 1]

    assert types == ["ordered_list_open", *["list_item_open"] * 3]


def test_what_could_not_be_localised_comes_after_the_causes() -> None:
    blocks = list(causes(with_causes("en"), PAPER))

    assert headings(blocks) == ["## Causes", "## Could not be localised"]
    assert blocks[-1].startswith("- V103 Investeringar!E9: no explanation")


def test_without_causes_there_is_nothing() -> None:
    assert list(causes(with_findings("en"), PAPER)) == []


def test_every_finding_has_its_row() -> None:
    _, table = findings(with_findings("en"), PAPER)
    ((head, first, *others),) = tables(table)

    assert head == [
        "Severity",
        "Cell",
        "Code",
        "Finding",
        "Expected",
        "Found",
        "Difference",
        "Rounding at most",
    ]
    assert first[:3] == ["error", "'Drift 2024 (utkast)'!D9", "F101"]
    assert first[3].startswith("Summa, UtfallThe 4 lines of Utfall add up to")
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in first[4:]] == [
        *("-9 993 089,25 kr", "-9 939 089,25 kr", "+54 000 kr", "0,025 kr")
    ]
    assert [row[2] for row in others] == ["H101", "V103", "H201", "V101", "F101", "S005", "S006"]
    assert others[2][1] == "the workbook"
    assert others[2][4:] == [""] * 4


def test_what_does_not_count_has_tables_of_its_own_with_the_reason() -> None:
    blocks = list(findings(with_standing("en"), PAPER))
    counted, immaterial, waived = (tables(block)[0][1:] for block in blocks if block.startswith("|"))

    assert headings(blocks) == ["## Findings, worst first", "## Below materiality", "## Waived"]
    assert (len(counted), len(immaterial), len(waived)) == (5, 1, 2)
    assert immaterial[0][3].endswith("Below the materiality that was set.")
    assert "Waived by A. Berg until 2024-12-31" in waived[0][3]
    assert "=Avtalad med `A. Berg` <b>|{0}[här](1)" in waived[0][3]


@pytest.mark.parametrize(
    ("of", "blocks"),
    [
        (clean("en"), ["## Findings, worst first", "None among the relations that were checked."]),
        (nothing_recognised("en"), []),
        (replace(clean("en"), findings=(WAIVED,)), ["## Waived"]),
    ],
)
def test_that_there_are_none_is_said_only_where_something_was_checked(of: Report, blocks: list[str]) -> None:
    assert [block for block in findings(of, PAPER) if not block.startswith("|")] == blocks


def test_what_was_found_without_any_table_is_told_all_the_same() -> None:
    heading, table = findings(replace(nothing_recognised("en"), findings=(FINDINGS["links"],)), PAPER)

    assert heading == "## Findings, worst first"
    assert tables(table)[0][1][2] == "H201"
