"""A workbook's stored results beside those of the same workbook calculated again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from syditval.arithmetic import is_result
from syditval.formulas import FormulaBook, Spot
from syditval.model.cells import Cell, CellKind, CellRef, Workbook

# These give something else on another day, in another place or with other settings, and nothing is wrong.
_OF_THE_MOMENT = re.compile(
    r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO|TEXT|FIXED|DOLLAR)\s*\(",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Formulas that give something else, each with what it gives, and those that cannot be compared."""

    differing: Mapping[CellRef, Cell]
    left_out: Sequence[CellRef]


def compare(stored: Workbook, recalculated: Workbook) -> Comparison:
    """Every formula's stored result against the recalculated one.

    Left out are formulas of the moment and of chance, error values on either side, results of another
    type, and whatever differs and reads from one of these. A formula that was never calculated has no
    stored result, and is no concern here.
    """
    book = FormulaBook(stored)
    again = {sheet.name: sheet.cells for sheet in recalculated.sheets}
    differing: dict[CellRef, Cell] = {}
    left_out = _Places()
    for formulas, place, _ in book.formulas:
        cell, old = formulas.sheet.ref(*place), formulas.sheet.cells[place]
        new = again.get(cell.sheet, {}).get(place)
        if old.kind is CellKind.NOT_CALCULATED or _is_nothing(old, new):
            continue
        if new is None or not _comparable(old, new):
            left_out.add(cell)
        elif not _same(old, new, partial(_size, book, cell)):
            differing[cell] = new
    while readers := list(_moved(book, differing, left_out)):
        for cell in readers:
            del differing[cell]
    return Comparison(differing, sorted(left_out))


class _Places:
    """Cells that are asked whether any of them lies in an area."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[int, list[int]]] = {}

    def add(self, cell: CellRef) -> None:
        insort(self._rows.setdefault(cell.sheet, {}).setdefault(cell.column, []), cell.row)

    def any_in(self, spot: Spot) -> bool:
        area = spot.area
        return any(
            bisect_left(rows, area.top) < bisect_right(rows, area.bottom)
            for column, rows in self._rows.get(spot.formulas.sheet.name, {}).items()
            if area.left <= column <= area.right
        )

    def __iter__(self) -> Iterator[CellRef]:
        for sheet, columns in self._rows.items():
            for column, rows in columns.items():
                yield from (CellRef(sheet, row, column) for row in rows)


def _moved(book: FormulaBook, differing: Iterable[CellRef], left_out: _Places) -> Iterator[CellRef]:
    """The formulas that read what is left out. Each is left out at once: one pass follows a chain down."""
    for cell in differing:
        if any(map(left_out.any_in, book.spots(book.form(cell).references, cell))):
            left_out.add(cell)
            yield cell


def _is_nothing(old: Cell, new: Cell | None) -> bool:
    """Whether both are the empty text, which not every program writes."""
    return old.value == "" and (new is None or new.value in ("", None))


def _comparable(old: Cell, new: Cell) -> bool:
    is_of_the_moment = _OF_THE_MOMENT.search(old.formula or "")
    return old.kind is new.kind and old.kind is not CellKind.ERROR and not is_of_the_moment


def _same(old: Cell, new: Cell, size: Callable[[], Decimal]) -> bool:
    if isinstance(old.value, Decimal) and isinstance(new.value, Decimal):
        # Both are stored: what either was reckoned from counts for its noise.
        return old.value == new.value or is_result(old.value, new.value, size())
    return old.value == new.value


def _size(book: FormulaBook, cell: CellRef) -> Decimal:
    """How much all the amounts that a formula reads come to, whatever their signs."""
    spots = book.spots(book.form(cell).references, cell)
    return sum((spot.formulas.columns.sum(spot.area)[1] for spot in spots), Decimal(0))
