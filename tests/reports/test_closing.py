"""The closing line: what was found and on how much, and never that all is well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.gap import NotChecked
from syditval.model.relation import NOTHING_TO_CHECK, Reason
from syditval.model.report import Report
from syditval.reports.closing import closing
from tests.reports.example_causes import with_causes
from tests.reports.example_findings import gaps
from tests.reports.example_reports import budget, clean, nothing_recognised, report, with_findings
from tests.reports.hand_made import judged
from tests.reports.papers import on_page

INCOMPLETE = "Not everything was checked."


def closing_line(of: Report) -> str:
    return on_page(lambda page: page.line(closing(of, page)), width=200, language=of.language).strip()


def test_a_clean_report_says_what_was_checked_and_no_more() -> None:
    assert closing_line(clean("en")) == (
        "0 errors, 0 warnings, 0 notes. 38 of 38 relations checked, 80 of 80 figures covered."
    )


def test_a_report_with_findings_and_gaps_counts_both() -> None:
    assert closing_line(with_findings("en")) == (
        "3 errors, 2 warnings, 3 notes. 19 of 21 relations checked, 60 of 61 figures covered. " + INCOMPLETE
    )


def test_causes_are_counted_where_there_are_any() -> None:
    one = replace(with_causes("en"), causes=with_causes("en").causes[:1])

    assert closing_line(with_causes("en")) == (
        "6 errors, 1 warning, 1 note; 3 causes. 38 of 38 relations checked, 80 of 80 figures covered."
    )
    assert "1 note; 1 cause. 38" in closing_line(one)


def test_nothing_recognised_is_nothing_checked() -> None:
    assert closing_line(nothing_recognised("en")) == (
        "0 errors, 0 warnings, 0 notes: nothing was recognised, so nothing was checked."
    )


@pytest.mark.parametrize("reason", sorted(NOTHING_TO_CHECK))
def test_a_sheet_with_nothing_to_check_leaves_nothing_unchecked(reason: Reason) -> None:
    """An empty Blad2, a page of notes or a chart: no figure of the workbook is left out because of it."""
    gap = NotChecked(reason, subject="Blad2")

    assert closing_line(replace(clean("en"), not_checked=(gap,))) == closing_line(clean("en"))


def unchecked_relation() -> Report:
    whole = clean("en")
    return replace(whole, judgements=judged(whole.judgements, {"Drift!E5": Reason.UNREADABLE}))


def uncovered_figure() -> Report:
    """The budget table without the footing of Utfall, which no other relation touches."""
    whole = clean("en")
    return replace(whole, judgements=whole.judgements[:1] + whole.judgements[2:])


@pytest.mark.parametrize(
    "incomplete",
    [
        unchecked_relation(),
        uncovered_figure(),
        replace(clean("en"), not_checked=gaps("en")[:1]),
        report("en", [budget()]),
    ],
    ids=["a relation not checked", "a figure not covered", "a gap", "no relation at all"],
)
def test_what_is_not_whole_is_called_incomplete(incomplete: Report) -> None:
    assert closing_line(incomplete).endswith(INCOMPLETE)
