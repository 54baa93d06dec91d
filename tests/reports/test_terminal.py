"""The report in the terminal, whole, from reports made by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest

from syditval.reports.terminal import render, write
from tests.reports.example_reports import EXAMPLES, clean, nothing_recognised, with_findings
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


def test_the_stream_may_be_any_text_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    write(clean("en"), stream, "never")

    assert stream.getvalue() == on_console(lambda console: render(clean("en"), console))
