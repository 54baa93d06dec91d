"""The report as Markdown, whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from syditval.model.earlier import Against
from syditval.model.period import Period
from tests.reports.every_example import EVERY, written
from tests.reports.example_causes import with_causes
from tests.reports.example_reports import clean, nothing_recognised, report, with_findings
from tests.reports.example_sums import summing
from tests.reports.hostile_reports import hostile, hostile_texts, nothing_hides
from tests.reports.markdown_reader import blocks, inlines, plain, tables

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EVERY)
def test_the_report_reads_as_agreed_and_its_tables_are_whole(
    golden: Golden, example: str, language: str
) -> None:
    text = written("markdown", EVERY[example](language))

    golden(f"{example}.{language}.markdown", text)
    for table in tables(text):
        assert {len(row) for row in table} == {len(table[0])}
        assert len(table) > 1


def test_the_parts_stand_in_their_order() -> None:
    text = written("markdown", with_causes("en"))
    headings = [line for line in text.splitlines() if line.startswith("#")]

    assert headings == [
        "# Reconciliation of april.xlsx",
        "## Tables",
        "## Causes",
        "## Could not be localised",
        "## Findings, worst first",
        "## Not checked",
        "## Guarded too little",
    ]
    assert text.endswith(f"\n\napril.xlsx: SHA-256 3f9a41c2d0e1{'7' * 52}, syditval 1.0.0.\n")


def test_the_first_words_are_what_was_found() -> None:
    assert (
        written("markdown", with_findings("en")).splitlines()[2].startswith("3 errors, 2 warnings, 3 notes")
    )


def test_each_table_has_its_verdicts_and_all_together_have_theirs() -> None:
    first, *_ = tables(written("markdown", with_findings("sv")))

    assert [row[4:] for row in first[1:]] == [
        ["7", "-", "1", "1", "1", "25/25"],
        ["8", "1", "-", "1", "1", "35/36"],
        ["15", "1", "1", "2", "2", "60/61"],
    ]
    assert first[2][:4] == ["Investeringar!A4:G10", "investering", "tkr", "2024-04-30"]


def test_tables_in_which_nothing_adds_up_are_counted_and_not_listed() -> None:
    text = written("markdown", summing("en"))

    assert [row[0] for row in tables(text)[0][1:]] == ["Drift!A2:E11", "Skolor!A1:E7", "all tables"]
    assert "Regions of figures in which nothing was found to add up: 1, the first Skolor!A10:B10." in text


def test_where_nothing_adds_up_there_is_no_table_of_verdicts() -> None:
    text = written("markdown", summing("en", "# Ark\nKontroll | 4711\n"))

    assert "## Tables\n\nRegions of figures in which nothing was found to add up: 1" in text


def test_where_nothing_was_recognised_that_is_said() -> None:
    text = written("markdown", nothing_recognised("en"))

    assert "No table was recognised in this workbook, so nothing in it was checked." in text
    assert "Looked for tables of these kinds: budget, investment." in text
    nothing = written("markdown", replace(report("en"), schemas=()))
    assert "There is no figure in this workbook, so nothing in it was checked." in nothing


def test_a_report_in_which_nothing_was_left_out_says_so() -> None:
    assert "## Not checked\n\nNothing.\n" in written("markdown", clean("en"))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_what_a_stream_lacks_is_shown_as_it_can_be(encoding: str) -> None:
    text = written("markdown", with_findings("sv"), encoding)

    assert len(tables(text)) == 2
    assert ("Löner" if encoding == "cp1252" else "Loner") in text


@given(hostile_texts)
def test_whatever_stands_in_the_workbook_the_report_keeps_its_shape(text: str) -> None:
    whole = written("markdown", hostile(text))
    harmless = written("markdown", hostile("x"))

    assert nothing_hides(whole)
    assert blocks(whole) == blocks(harmless) or not text.strip()
    assert [[len(row) for row in table] for table in tables(whole)] == [[10] * 4, [8] * 7]
    assert plain([part for part in inlines(whole) if part.tag != "strong"])


def test_what_it_was_held_against_stands_last() -> None:
    held = replace(clean("en"), against=(Against("mars.xlsx", "1" * 64, Period(2024, 3)),))

    assert written("markdown", held).endswith(f"\n\nCompared with mars.xlsx (2024-03): SHA-256 {'1' * 64}.\n")
