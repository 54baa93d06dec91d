"""What is said of the planted errors of sample (c): which cell is wrong, how, and what it should be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from syditval.model.cause import Cause
from syditval.model.report import Report
from syditval.run import Request, reconcile

SAMPLES = Path(__file__).parents[2] / "samples"

# Utfall is guarded by its sum alone: that two of its cells were planted wrong cannot be told.
EXPECTED = """
Drift!B11             certain  text            100
Drift!C15             likely   sign            89
Drift!D12             certain  text            400
Drift!E10             one of   sign            -2500
Investeringar!D8      likely   factor 1000     1950
Investeringar!E5      certain  factor 10       13.9
Investeringar!E6      certain  digit added     5.0
Investeringar!E10     certain  digit replaced  22.2
Investeringar!F10     certain  line omitted    11334
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile(SAMPLES / "c-planted-errors.xlsx", Request(in_process=True))


def told(cause: Cause) -> tuple[str, ...]:
    (slip,) = cause.slips
    (change,) = slip.changes
    middle = (change.low + change.high) / 2
    value = change.suggested if change.suggested is not None else middle
    return change.cell.address, cause.certainty.value, slip.mechanism.value, str(value)


def test_every_planted_error_that_relations_tell_is_named(report: Report) -> None:
    expected = [tuple(re.split(r"\s{2,}", line)) for line in EXPECTED.strip().splitlines()]

    assert sorted(told(cause) for cause in report.causes) == sorted(expected)


def test_nothing_that_fails_is_left_without_a_cause(report: Report) -> None:
    assert report.not_localised == ()
    assert not any(finding.verdict for finding in report.unexplained)


def test_what_follows_from_a_cause_is_folded_into_it(report: Report) -> None:
    """The total of the forecasts leaves out a line, and makes the variance beside it wrong too."""
    (cause,) = (cause for cause in report.causes if cause.primary.address == "Investeringar!F10")

    assert {finding.cell.a1 for finding in report.findings_of(cause.explains) if finding.cell} == {
        "F10",
        "G10",
    }


@pytest.mark.parametrize("name", ["a-monthly-export", "b-as-printed", "d-kronor-export"])
def test_nothing_is_blamed_in_a_sound_sample(name: str) -> None:
    report = reconcile(SAMPLES / f"{name}.xlsx", Request(in_process=True))

    assert report.causes == report.not_localised == ()
