"""A workbook's formulas as the rules look at them: what adds up what, what the results should be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from syditval.checks.labels import Labels
from syditval.formulas import (
    Form,
    FormulaBook,
    NotEvaluated,
    Place,
    SheetFormulas,
    Spot,
    Value,
    cycles,
    evaluate,
)
from syditval.model.cells import Cell, CellKind, CellRef, Workbook
from syditval.model.trait import TraitKind

_LINKS = (TraitKind.EXTERNAL_LINK, TraitKind.DDE_LINK)
# The first and the last row or column of a line of cells.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Summed:
    """One range in a sum: the formula's cell and form, the function, and the cells that it sums."""

    home: CellRef
    form: Form
    function: str
    spot: Spot


@dataclass(frozen=True)
class Audit:
    """All formulas of a workbook. What several rules ask is found out once."""

    workbook: Workbook

    @cached_property
    def book(self) -> FormulaBook:
        """The formulas, taken apart."""
        return FormulaBook(self.workbook)

    @cached_property
    def labels(self) -> Labels:
        """What the rows are called."""
        return Labels(self.workbook)

    @property
    def is_linked(self) -> bool:
        """Whether the workbook is known to fetch from other workbooks or programs."""
        return any(trait.kind in _LINKS for trait in self.workbook.traits)

    @property
    def formulas(self) -> Iterator[tuple[SheetFormulas, CellRef, Form]]:
        """Every formula with its sheet and its cell."""
        return ((each, each.sheet.ref(*place), form) for each, place, form in self.book.formulas)

    @cached_property
    def sums(self) -> Sequence[Summed]:
        """Every range that is summed."""
        return [
            Summed(home, form, function, spot)
            for _, home, form in self.formulas
            for function, reference in form.sums
            if (spot := self.book.spot(reference, home)) is not None
        ]

    @cached_property
    def results(self) -> Sequence[tuple[CellRef, Form, Value | NotEvaluated]]:
        """What every formula with a result should have as its result.

        Left out are error values and formulas that rest on themselves, of which other rules tell.
        """
        circular = {cell for ring in self.rings for cell in ring}
        return [
            (home, form, self._result(home, form))
            for each, home, form in self.formulas
            if each.sheet.cells[home.row, home.column].kind not in (CellKind.NOT_CALCULATED, CellKind.ERROR)
            and home not in circular
        ]

    @cached_property
    def rings(self) -> Sequence[tuple[CellRef, ...]]:
        """Each set of formulas that rest on one another."""
        return cycles(self.book)

    def _result(self, home: CellRef, form: Form) -> Value | NotEvaluated:
        try:
            return evaluate(form.tree, home, self.book)
        except NotEvaluated as reason:
            return reason

    def is_hidden(self, cell: CellRef) -> bool:
        """Whether a cell stands on a hidden sheet or row, or in a hidden column."""
        sheet = self.book.sheet(cell.sheet)
        return (
            sheet.state != "visible" or cell.row in sheet.hidden_rows or cell.column in sheet.hidden_columns
        )

    @cached_property
    def totals(self) -> Totals:
        """The formulas that add up cells of their own column or row."""
        return Totals(self)


def amount_of(cell: Cell | None) -> Decimal:
    """The number in a cell, zero where there is none."""
    return cell.value if cell is not None and isinstance(cell.value, Decimal) else Decimal(0)


class Totals:
    """The formulas that do nothing but add up, with which rows of their column or columns of their row."""

    def __init__(self, audit: Audit) -> None:
        self.down: defaultdict[tuple[str, int], dict[int, list[Span]]] = defaultdict(dict)
        self.across: defaultdict[tuple[str, int], dict[int, list[Span]]] = defaultdict(dict)
        for each, home, form in audit.formulas:
            spots = [s for s in audit.book.spots(form.added, home) if s.formulas is each]
            areas = [spot.area for spot in spots]
            rows = [(area.top, area.bottom) for area in areas if area.left <= home.column <= area.right]
            columns = [(area.left, area.right) for area in areas if area.top <= home.row <= area.bottom]
            if _is_several(rows):
                self.down[home.sheet, home.column][home.row] = rows
            if _is_several(columns):
                self.across[home.sheet, home.row][home.column] = columns

    def down_on(self, sheet: str) -> Iterator[Place]:
        """The cells of a sheet that add up cells of their own column."""
        return ((row, column) for (name, column), rows in self.down.items() if name == sheet for row in rows)

    def is_down(self, sheet: str, place: Place) -> bool:
        """Whether a cell adds up cells of its own column."""
        return place[0] in self.down.get((sheet, place[1]), ())

    def is_across(self, sheet: str, place: Place) -> bool:
        """Whether a cell adds up cells of its own row."""
        return place[1] in self.across.get((sheet, place[0]), ())


def _is_several(spans: list[Span]) -> bool:
    return sum(last - first + 1 for first, last in spans) > 1
