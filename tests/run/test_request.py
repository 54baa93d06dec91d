"""What can be asked of a run, and what comes of it where nothing special is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syditval.annotation import Wishes
from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.model.earlier import Months
from syditval.model.period import Period
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import DEFAULT
from syditval.run import CopyOrder, Outcome, Question, Request
from tests.run.workbooks import A, report

DAY = date(2024, 4, 30)
STRICT = Policy(RoundingMode.TRUNCATION, RatioBasis.SHOWN)


@pytest.mark.parametrize(
    ("request_made", "options"),
    [
        (Request(), "question=reconcile rounding=nearest ratio-basis=underlying recalc=no"),
        (
            Request(question=Question.SUMS, recalc=True),
            "question=sums rounding=nearest ratio-basis=underlying recalc=yes",
        ),
        (Request(policy=STRICT), "question=reconcile rounding=truncation ratio-basis=shown recalc=no"),
    ],
    ids=["usual", "sums", "strict"],
)
def test_the_options_are_those_that_findings_depend_on(request_made: Request, options: str) -> None:
    assert " ".join(f"{name}={value}" for name, value in request_made.options) == options


WAIVER = Waiver("F101", "budget/total/actual", "Rättas.")


@pytest.mark.parametrize(
    ("request_made", "options"),
    [
        (Request(materiality=Threshold.parse("1,5 mkr")), {"materiality": "1.5 mkr"}),
        (Request(waivers=(WAIVER,), as_of=DAY), {}),
        (Request(waivers=(WAIVER, replace(WAIVER, until=DAY)), as_of=DAY), {"as-of": "2024-04-30"}),
        (Request(as_of=DAY), {}),
    ],
    ids=["materiality", "always accepted", "accepted for a time", "nothing accepted"],
)
def test_materiality_is_one_where_it_was_asked_for_and_the_day_where_a_waiver_ends(
    request_made: Request, options: dict[str, str]
) -> None:
    assert dict(request_made.options) == dict(Request().options) | options


def test_waivers_have_to_hold_today_unless_another_day_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    class Calendar(date):
        @classmethod
        def today(cls) -> Calendar:
            return cls(2031, 1, 1)

    monkeypatch.setattr("syditval.run.request.date", Calendar)

    assert Request().day == date(2031, 1, 1)
    assert Request(as_of=DAY).day == DAY


def test_what_findings_do_not_depend_on_is_no_option() -> None:
    """A password above all: the options stand on the review sheet."""
    assert Request("sv", Path("kinds"), password="hemligt", in_process=True).options == Request().options


def test_by_default_a_file_is_guarded_and_read_in_english() -> None:
    usual = Request()

    assert (usual.language, usual.limits, usual.in_process) == ("en", DEFAULT, False)


def test_a_copy_is_marked_as_usual_unless_something_is_wished_for() -> None:
    assert CopyOrder(Path("copy.xlsx")) == CopyOrder(
        Path("copy.xlsx"), Wishes(), folder=None, carry_over=None, beside=None
    )


def test_an_outcome_without_a_copy_is_one_where_none_was_asked_for() -> None:
    assert Outcome(report(A)).copy is None


def test_of_months_the_period_and_the_decision_are_options_where_they_are_known() -> None:
    stated = dict(Request(months=Months((), "KF § 41", Period(2024, 4))).options)

    assert (stated["period"], stated["decision"]) == ("2024-04", "KF § 41")
    assert not {"period", "decision"} & dict(Request(months=Months()).options).keys()
