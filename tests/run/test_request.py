"""What can be asked of a run, and what comes of it where nothing special is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.annotation import Wishes
from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.reading import DEFAULT
from syditval.run import CopyOrder, Outcome, Question, Request
from tests.run.workbooks import A, report

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
