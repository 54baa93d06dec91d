"""Sums over areas from running sums are those that adding cell by cell would give."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from syditval.formulas.columns import Columns, within
from syditval.model.cells import Area, Cell, CellKind, Sheet

PLACES = st.tuples(st.integers(1, 12), st.integers(1, 4))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
SPANS = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted)


@given(st.dictionaries(PLACES, NUMBERS), SPANS, SPANS)
def test_the_sum_of_an_area(
    numbers: dict[tuple[int, int], Decimal], rows: list[int], columns: list[int]
) -> None:
    sheet = Sheet("S", {place: Cell(CellKind.NUMBER, number) for place, number in numbers.items()})
    area = Area(rows[0], columns[0], rows[1], columns[1])
    inside = [number for place, number in numbers.items() if area.holds(*place)]

    assert Columns(sheet).sum(area) == (sum(inside), sum(map(abs, inside)), len(inside))


def test_the_largest_and_the_smallest_amounts_do_not_spoil_one_another() -> None:
    amounts = [Decimal("1e300"), Decimal("1e-300"), Decimal(5)]
    sheet = Sheet("S", {(row, 1): Cell(CellKind.NUMBER, amount) for row, amount in enumerate(amounts, 1)})

    assert Columns(sheet).sum(Area(2, 1, 2, 1))[0] == amounts[1]
    assert Columns(sheet).sum(Area(3, 1, 3, 1))[0] == 5


def test_errors_dates_and_missing_results_stand_in_the_way_and_texts_do_not() -> None:
    error, missing = Cell(CellKind.ERROR, "#N/A"), Cell(CellKind.NOT_CALCULATED, None, "=A1")
    cells = {
        (1, 1): Cell(CellKind.TEXT, "a"),
        (2, 1): Cell(CellKind.BOOLEAN, True),
        (3, 1): error,
        (1, 2): missing,
    }
    columns = Columns(Sheet("S", cells))

    assert columns.obstacle(Area(1, 1, 2, 1)) is None
    assert columns.obstacle(Area(1, 1, 3, 1)) is error
    assert columns.obstacle(Area(1, 2, 1, 9)) is missing


def test_the_rows_within_an_area() -> None:
    assert within([1, 4, 7, 9], Area(4, 1, 8, 1)) == [4, 7]
