"""Every sentence of a report is filled in, in the report's language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.messages.worded import worded
from syditval.model.report import Report
from syditval.run import Request, reconcile

SAMPLE = Path(__file__).parents[2] / "samples" / "c-planted-errors.xlsx"


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile(SAMPLE, Request(language="en", in_process=True))


def silent(report: Report) -> Report:
    """A report none of whose sentences are said yet."""
    return replace(
        report,
        findings=tuple(replace(each, message="") for each in report.findings),
        not_checked=tuple(replace(each, message="") for each in report.not_checked),
        causes=tuple(replace(each, message="") for each in report.causes),
        unguarded=tuple(replace(each, message="") for each in report.unguarded),
    )


def test_nothing_is_left_unsaid(report: Report) -> None:
    said = worded(silent(report))

    for group in (said.findings, said.not_checked, said.causes, said.unguarded):
        assert group
        assert all(each.message.endswith(".") for each in group)


def test_the_sentences_follow_from_the_values_alone(report: Report) -> None:
    assert worded(silent(report)) == report


def test_each_language_has_its_own_words(report: Report) -> None:
    swedish = worded(replace(report, language="sv"))

    for one, other in zip(report.causes, swedish.causes, strict=True):
        assert one.message != other.message
