"""The report in the terminal, whole, from reports made by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from syditval.model.cells import CellRef
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.reports.inspection import render_inspection
from syditval.reports.terminal import render, write
from tests.reports.example_causes import with_causes
from tests.reports.example_findings import FINDINGS
from tests.reports.example_reports import (
    EXAMPLES,
    FILE,
    budget,
    clean,
    nothing_recognised,
    report,
    with_findings,
)
from tests.reports.example_sums import summing
from tests.reports.papers import on_console

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_report_reads_as_agreed(golden: Golden, example: str, language: str, width: int) -> None:
    report = EXAMPLES[example](language)
    text = on_console(lambda console: render(report, console), width)

    golden(f"reports/{example}.{language}.{width}.text", text)
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_report_on_what_adds_up_reads_as_agreed(golden: Golden, language: str) -> None:
    report = summing(language)

    golden(f"sums/report.{language}.text", on_console(lambda console: render(report, console)))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_report_on_causes_reads_as_agreed(golden: Golden, language: str) -> None:
    text = on_console(lambda console: render(with_causes(language), console))

    golden(f"causes/report.{language}.text", text)
    assert max(len(line) for line in text.splitlines()) <= 80


def test_causes_come_first_and_no_finding_is_lost() -> None:
    told = with_causes("en")
    text = on_console(lambda console: render(told, console))
    parts = ["covered\n", "\nCauses ", "\nCould not be", "\nOther findings", "\nNot checked", "\nGuarded"]

    assert sorted(parts, key=text.index) == parts
    for finding in told.findings:
        place = finding.cell.address if finding.cell else "the workbook"
        assert re.search(rf"{re.escape(place)}  {finding.code}|{finding.code} {re.escape(place)}", text)


def test_colour_supports_and_carries_nothing_alone(golden: Golden) -> None:
    report = with_findings("sv")
    coloured = on_console(lambda console: render(report, console), color="always")

    golden("reports/with_findings.sv.colour.text", coloured)
    without = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert without == on_console(lambda console: render(report, console))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_the_report_reads_in_a_stream_that_is_not_utf_8(golden: Golden, encoding: str) -> None:
    report = with_findings("sv")

    golden(
        f"reports/with_findings.sv.{encoding}.text",
        on_console(lambda console: render(report, console), encoding=encoding),
    )


def test_the_parts_stand_in_their_order() -> None:
    text = on_console(lambda console: render(with_findings("en"), console))
    parts = ["SHA-256", "\nTables ", "covered\n", "\nFindings, worst first ", "\nNot checked ", "\nSummary "]

    assert sorted(parts, key=text.index) == parts
    assert text.endswith("Not everything was checked.\n")


def test_where_nothing_was_recognised_there_are_no_tables_and_no_findings_to_be_free_of() -> None:
    text = on_console(lambda console: render(nothing_recognised("en"), console))

    assert "Tables" not in text
    assert "Findings" not in text


def test_what_was_found_in_a_workbook_without_tables_is_told_all_the_same() -> None:
    found = replace(nothing_recognised("en"), findings=(FINDINGS["links"],))
    text = on_console(lambda console: render(found, console))

    assert "warning  the workbook  H201" in text
    assert text.endswith("0 errors, 1 warning, 0 notes: nothing was recognised, so nothing was checked.\n")


HOSTILE = "[red]x[/red]\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\N{ZERO WIDTH SPACE}{0}=1+1\x9b"


def test_no_text_of_the_workbook_can_do_anything_but_be_seen() -> None:
    """The name of the file, a sheet, a heading, a label and a part, in a report and what was recognised."""
    table = budget()
    hostile = replace(
        table,
        sheet=HOSTILE,
        title=HOSTILE,
        columns=tuple(replace(column, header=HOSTILE) for column in table.columns),
    )
    whole = replace(
        report("en", [hostile]),
        inputs=(replace(FILE, name=HOSTILE),),
        findings=(replace(FINDINGS["value"], cell=CellRef(HOSTILE, 6, 3), message=HOSTILE),),
        not_checked=(NotChecked(Reason.EMPTY_SHEET, subject=HOSTILE, message=HOSTILE),),
    )
    for write_on in (render, render_inspection):
        lines = on_console(lambda console, write_on=write_on: write_on(whole, console)).splitlines()

        assert all(line.isprintable() for line in lines)
        assert r"[red]x[/red]\u202e\x1b[31m\u200b{0}=1+1\x9b" in lines[0]


def test_the_stream_may_be_any_text_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    write(clean("en"), stream, "never")

    assert stream.getvalue() == on_console(lambda console: render(clean("en"), console))
