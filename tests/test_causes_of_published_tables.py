"""What is wrong in published tables is named as the people who know the tables name it.

Among the published tables are one with a known slip of a digit, and one that was copied without its last
figures. In all others that hold together nothing is blamed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.model.cause import Certainty, Mechanism
from syditval.model.report import Report
from syditval.run import Request, reconcile, sums
from tests.published_tables import REAL_TABLES, published_tables

pytestmark = pytest.mark.skipif(not REAL_TABLES.exists(), reason="SYDITVAL_SHARED names no published tables")

# Tables with figures that do not hold together, as their notes say.
WITH_ERRORS = {"vastervik_2021_drift", "gnesta_2013_drift", "amal_budget2020"}


def report_on(name: str, folder: Path, command: Callable[[Path, Request], Report]) -> Report:
    (table,) = (table for table in published_tables() if table.id == name)
    file = folder / "table.xlsx"
    table.write(file, as_text=False)
    return command(file, Request(in_process=True))


def test_a_digit_that_a_municipality_printed_wrong_is_put_right(tmp_path: Path) -> None:
    """Äldreomsorg, Kostnader 2021: -558,2 in print; its net and its committee's total require -588,2."""
    (cause,) = report_on("vastervik_2021_drift", tmp_path, sums).causes
    (change,) = cause.changes

    assert cause.certainty is Certainty.CERTAIN
    assert cause.slips[0].mechanism is Mechanism.DIGIT_REPLACED
    assert change.row_label == "Äldreomsorg"
    assert (change.found, change.suggested) == (Decimal("-558.2"), Decimal("-588.2"))
    assert cause.failures == 2


def test_a_figure_that_was_not_copied_is_missed(tmp_path: Path) -> None:
    (cause,) = report_on("gnesta_2013_drift", tmp_path, reconcile).causes

    assert cause.certainty is Certainty.CERTAIN
    assert cause.slips[0].mechanism is Mechanism.BLANK
    assert cause.changes[0].found is None


def test_nothing_is_blamed_in_a_sound_table(tmp_path: Path) -> None:
    sound = sorted({table.id for table in published_tables()} - WITH_ERRORS)

    blamed = {name: report_on(name, tmp_path, sums).causes for name in sound}

    assert {name for name, causes in blamed.items() if causes} == set()
