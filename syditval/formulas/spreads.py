"""The cells that a reference means, as a function takes them: one value, or the numbers among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal

from syditval.formulas.book import Spot
from syditval.formulas.columns import EXACT, within
from syditval.formulas.results import Amount, Failure, NotEvaluated, Value
from syditval.formulas.tree import Call, Why
from syditval.model.cells import Cell, CellKind

# So many numbers may be gone through one by one on a sheet; sums need no more than two looks.
MOST_LOOKS = 2_000_000


@dataclass(frozen=True, slots=True)
class Spread:
    """A rectangle of cells as an argument."""

    spot: Spot

    @property
    def only(self) -> Value:
        """The value of a single cell. Raises NotEvaluated for several, which would make an array."""
        area = self.spot.area
        if (area.top, area.left) != (area.bottom, area.right):
            raise NotEvaluated(Why.ARRAY)
        return stored(self.spot.formulas.sheet.cells.get((area.top, area.left)))

    def sum(self) -> tuple[Amount, int] | Failure:
        """The sum of the numbers, and how many there are; texts and truth values are passed over."""
        columns = self.spot.formulas.columns
        if (failure := self._failure()) is not None:
            return failure
        total, size, count = columns.sum(self.spot.area)
        return Amount(total, size), count

    def numbers(self) -> list[Decimal] | Failure:
        """The numbers one by one."""
        columns, area = self.spot.formulas.columns, self.spot.area
        if (failure := self._failure()) is not None:
            return failure
        found: list[Decimal] = []
        for number, column in columns.of(area):
            first, last = bisect_left(column.rows, area.top), bisect_right(column.rows, area.bottom)
            self._look(last - first)
            found += (self._amount(row, number) for row in column.rows[first:last])
        return found

    def subtotal(self, shown_only: bool) -> Amount | Failure:
        """The sum without the subtotals in it, and without hidden rows if only what is shown counts.

        Whether a row was hidden by hand or by a filter is not known, so a subtotal of all rows is not
        evaluated where some are hidden.
        """
        result = self.sum()
        if isinstance(result, Failure):
            return result
        left_out = set(self._nested())
        hidden = self._hidden()
        if hidden and not shown_only:
            raise NotEvaluated(Why.HIDDEN_ROWS)
        left_out.update(hidden)
        total = result[0]
        value = total.value
        for row, column in left_out:
            value = EXACT.subtract(value, self._amount(row, column))
        return Amount(value, total.size)

    def _nested(self) -> list[tuple[int, int]]:
        """The numbers that are subtotals themselves."""
        spot = self.spot
        found = []
        for number, column in spot.formulas.columns.of(spot.area):
            for row in within(column.subtotals, spot.area):
                if not isinstance(spot.formulas.forms[row, number].tree, Call):
                    raise NotEvaluated(Why.FUNCTION, "SUBTOTAL")
                found.append((row, number))
        self._look(len(found))
        return [place for place in found if self._holds_number(*place)]

    def _hidden(self) -> list[tuple[int, int]]:
        """The numbers on hidden rows."""
        spot = self.spot
        hidden = spot.formulas.sheet.hidden_rows
        found = []
        for number, column in spot.formulas.columns.of(spot.area) if hidden else ():
            rows = within(column.rows, spot.area)
            self._look(len(rows))
            found += [(row, number) for row in rows if row in hidden]
        return found

    def _failure(self) -> Failure | None:
        """The first error value; a date or a formula without a result raises NotEvaluated."""
        obstacle = self.spot.formulas.columns.obstacle(self.spot.area)
        value = stored(obstacle)
        return value if isinstance(value, Failure) else None

    def _look(self, count: int) -> None:
        columns = self.spot.formulas.columns
        columns.looks += count
        if columns.looks > MOST_LOOKS:
            raise NotEvaluated(Why.TOO_MUCH)

    def _holds_number(self, row: int, column: int) -> bool:
        return self.spot.formulas.sheet.cells[row, column].kind is CellKind.NUMBER

    def _amount(self, row: int, column: int) -> Decimal:
        value = self.spot.formulas.sheet.cells[row, column].value
        assert isinstance(value, Decimal)
        return value


def stored(cell: Cell | None) -> Value:
    """What a cell holds. Raises NotEvaluated for a formula without a result, and for a date."""
    if cell is None:
        return None
    if cell.kind is CellKind.NOT_CALCULATED:
        raise NotEvaluated(Why.NO_RESULT)
    if cell.kind is CellKind.ERROR:
        return Failure(str(cell.value))
    if isinstance(cell.value, Decimal):
        return Amount.of(cell.value)
    if isinstance(cell.value, bool | str):
        return cell.value
    raise NotEvaluated(Why.DATE)
