"""What was not checked is a notification, and how bad that is shows in its level."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from syditval.messages import texts
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.report import Report
from syditval.reports.sarif_notifications import notifications
from syditval.reports.sarif_rules import codes_told
from tests.reports.example_causes import with_causes
from tests.reports.example_reports import clean, nothing_recognised, report, with_findings


def notified(of: Report) -> list[dict[str, Any]]:
    """The notifications of a report."""
    return notifications(of, codes_told(of))


def levels(of: Report) -> list[tuple[str, str]]:
    """What each notification is of, with its level."""
    return [(each["descriptor"]["id"], each["level"]) for each in notified(of)]


def test_where_everything_was_checked_there_is_none() -> None:
    assert notified(clean("en")) == []


def test_what_holds_nothing_to_check_is_a_note_and_all_else_a_warning() -> None:
    assert levels(with_findings("en")) == [
        ("undetermined", "warning"),
        ("not_calculated", "warning"),
        ("unnamed_column", "warning"),
        ("empty_sheet", "note"),
    ]


def test_a_rule_that_could_not_run_is_an_error_and_named() -> None:
    gap = NotChecked(Reason.COULD_NOT_RUN, "budget", code="F101", subject="ValueError")
    (told,) = notified(replace(clean("en"), not_checked=(gap,)))

    assert (told["level"], told["associatedRule"]) == ("error", {"id": "F101", "index": 0})
    assert told["message"] == {"text": "rule could not run"}


def test_where_nothing_was_recognised_that_is_an_error() -> None:
    assert levels(nothing_recognised("en")) == [
        ("nothing_recognised", "error"),
        ("outside_tables", "warning"),
    ]
    (told,) = notified(replace(report("sv"), schemas=()))
    assert told["message"]["text"] == texts("sv").get("sums", "nothing")


def test_failures_without_a_cause_and_amounts_without_a_guard_are_told() -> None:
    told = notified(with_causes("en"))

    assert levels(with_causes("en")) == [
        ("no_explanation", "warning"),
        ("one_column_sum", "note"),
        ("no_relation", "note"),
    ]
    assert told[1]["message"]["text"].startswith("Drift!C5:C15: 11 of 44 amounts are guarded by one column")
