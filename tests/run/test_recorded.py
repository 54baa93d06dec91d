"""What a record says was asked is asked again; of its options that make no sense ``verify`` has the tests."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from syditval.model.earlier import Earlier, Months
from syditval.model.period import Period
from syditval.records import NotARecord, Recorded, recorded
from syditval.run import Request, as_recorded, reconcile
from syditval.run.recorded import months_of
from tests.run.workbooks import A

QUICK = Request(in_process=True)
MARCH = Earlier("mars.xlsx", "0" * 64, Period(2024, 3), ())
APRIL = Months((MARCH,), "KF 2024-03-25 § 41", Period(2024, 4))


def record_of(months: Months | None, **options: str) -> Recorded:
    """The record of a run that was held against some months, with options that somebody has changed."""
    made: dict[str, Any] = json.loads(json.dumps(reconcile(A, replace(QUICK, months=months)).to_dict()))
    made["options"].update(options)
    return recorded(made)


@pytest.mark.parametrize("months", [None, Months(), APRIL, replace(APRIL, decision="", period=None)])
def test_the_months_are_those_of_the_record_with_its_decision_and_its_period(months: Months | None) -> None:
    earlier = months.earlier if months else ()

    assert months_of(record_of(months), earlier) == months


def test_a_workbook_that_was_looked_at_alone_is_held_against_nothing() -> None:
    assert months_of(record_of(None), [MARCH]) is None


@pytest.mark.parametrize("months", [None, APRIL])
def test_a_request_is_held_against_what_it_is_given(months: Months | None) -> None:
    other = replace(QUICK, months=Months())

    assert as_recorded(record_of(APRIL), other, months).months == months


def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(NotARecord) as refused:
        months_of(record_of(APRIL, period="april"), [MARCH])
    assert refused.value.code == "P004"
