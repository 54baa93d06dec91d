"""What is read but may not pass without a word is a finding of the run, or is listed as not checked."""

from __future__ import annotations

import pytest

from syditval.model.report import Report
from syditval.reading import Source
from syditval.run import Request, reconcile
from tests.reading.hostile.case import cells, honest, rows
from tests.reading.hostile.content_cases import day, formula, text


def run(content: bytes) -> Report:
    return reconcile(Source("april.xlsx", content, None), Request(in_process=True))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a day that never was", day("60"), "H109"),
        ("a day before there were any", day("-5"), "H109"),
        ("the first day of all", day("1"), "H109"),
        ("the last day of 1989", day("32873"), "H109"),
        ("the first day of 2101", day("73416"), "H109"),
        ("a day beyond all calendars", day("99999999"), "H110"),
        ("a number that is none, and says so", cells('<c r="A1"><v>NaN</v></c>'), "H110"),
        ("an error that older programs do not know", cells('<c r="A1" t="e"><v>#SPILL!</v></c>'), "H110"),
        ("a formula that was never calculated", formula("<f>SUM(B1:B9)</f>"), "H111"),
        ("a NUL", text("<t>a_x0000_b</t>"), "H108"),
        ("a character that turns the line around", text("<t>a\u202eb</t>"), "H108"),
        ("a character of no width", text("<t>a\u200bb</t>"), "H108"),
        ("an amount on a hidden row", rows('<row r="1" hidden="1"><c r="A1"><v>5</v></c></row>'), "H105"),
    ],
)
def test_what_looks_wrong_is_a_finding(name: str, content: bytes, code: str) -> None:
    assert [finding.code for finding in run(content).findings] == [code], name


@pytest.mark.parametrize("serial", ["32874", "45412", "73415.99"])
def test_days_of_our_time_are_none(serial: str) -> None:
    assert run(day(serial)).findings == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (honest(row=""), "Drift"),
        (cells('<c r="A1" s="1"/>'), "Drift"),
        (rows('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'), "XFD1048576"),
    ],
)
def test_where_nothing_is_checked_that_is_said(content: bytes, says: str) -> None:
    report = run(content)

    assert report.tables == ()
    assert any(says in gap.message for gap in report.not_checked)
