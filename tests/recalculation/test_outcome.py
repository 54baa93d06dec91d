"""What became of a recalculation is one of two values."""

from __future__ import annotations

from syditval.model.relation import Reason
from syditval.recalculation import NotRun, Recalculated


def test_a_result_is_the_bytes_of_a_workbook() -> None:
    assert Recalculated(b"PK").content == b"PK"


def test_none_has_its_reason_and_what_is_known_of_it() -> None:
    outcome = NotRun(Reason.RECALCULATION_OVERDUE, "60")

    assert (outcome.reason, outcome.detail) == (Reason.RECALCULATION_OVERDUE, "60")
