"""By what items are known again, and what is told of those that nobody has answered yet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.annotation.review import Answer, Status, amounts, cause_id, items, written_id
from syditval.model.cause import Cause, Change, Slip
from syditval.model.report import Report
from tests.annotation.build import cause, drift_workbook, finding, report, table

TOTAL = finding("Drift!C8")
WRONG = cause("Drift!C7", TOTAL)


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"), [TOTAL], causes=[WRONG])


def changed(**values: object) -> Cause:
    """A cause whose only change has other values."""
    (slip,) = WRONG.slips
    return replace(WRONG, slips=(replace(slip, changes=(replace(slip.changes[0], **values),)),))


def test_an_item_is_open_until_somebody_answers() -> None:
    assert Answer() == Answer(Status.OPEN, "", "", "")


def test_a_cause_is_known_by_the_rows_and_columns_of_its_cells() -> None:
    (slip,) = WRONG.slips
    other: Change = replace(slip.changes[0], cell=replace(slip.changes[0].cell, row=5))
    both = replace(WRONG, slips=(slip, Slip(slip.mechanism, (other,)), slip))

    assert cause_id(WRONG, table()) == "cause/budget/kapitalkostnader/actual"
    assert cause_id(both, table()) == "cause/budget/kapitalkostnader/actual/intäkter/actual"


def test_it_is_known_again_where_its_table_has_moved() -> None:
    assert cause_id(cause("Drift!C27"), table(top=24)) == cause_id(WRONG, table())


def test_a_cell_that_the_table_has_no_name_for_is_known_by_dashes() -> None:
    assert cause_id(cause("Drift!J99"), table()) == "cause/budget/-/-"


def test_items_are_the_causes_and_then_the_findings(told: Report) -> None:
    assert items(told) == {"cause/budget/kapitalkostnader/actual": WRONG, TOTAL.id: TOTAL}


def test_causes_at_the_same_cells_are_numbered(told: Report) -> None:
    other = replace(WRONG, message="Eller något annat.")

    assert list(items(replace(told, causes=(WRONG, other, other))))[:3] == [
        "cause/budget/kapitalkostnader/actual",
        "cause/budget/kapitalkostnader/actual~2",
        "cause/budget/kapitalkostnader/actual~3",
    ]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (TOTAL, "-89|-49"),
        (replace(TOTAL, evidence=None), ""),
        (WRONG, "10774|10734"),
        (changed(suggested=None), "10773..10775|10734"),
        (changed(found=None, suggested=Decimal("1.50")), "1.5|"),
        (replace(WRONG, slips=WRONG.slips * 2), "10774|10734;10774|10734"),
    ],
)
def test_the_amounts_of_an_item_are_what_should_be_and_what_is(item: Cause, said: str) -> None:
    assert amounts(item) == said


def test_many_amounts_are_told_by_a_fingerprint_that_changes_with_them() -> None:
    many = replace(WRONG, slips=WRONG.slips * 50)
    others = replace(many, slips=many.slips[1:])

    assert len(amounts(many)) == len(amounts(others)) == 64
    assert amounts(many) != amounts(others)


def test_an_id_is_written_so_that_it_can_be_read_back() -> None:
    assert written_id("F101/budget/summa/actual/2024") == "F101/budget/summa/actual/2024"
    assert written_id("F101/drift\N{ZERO WIDTH SPACE}\nnetto") == r"F101/drift\u200b netto"


def test_a_long_id_is_written_as_a_fingerprint() -> None:
    one, other = (written_id("F101/" + "a" * 300 + end) for end in "bc")

    assert len(one) == len(other) == 64
    assert one != other
