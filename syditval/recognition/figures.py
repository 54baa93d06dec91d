"""Cells to figures: what is worth what, how finely it is written, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from syditval.arithmetic import (
    column_step,
    money_step,
    percent_without_noise,
    places_of,
    rounded,
    step_of,
    without_noise,
)
from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cells import Cell, CellKind
from syditval.model.table import ColumnType, Row
from syditval.recognition.amount_text import Mark, decimal_mark, is_nil, read_amount
from syditval.recognition.grid import Grid, is_date

PER_CENT = Decimal(100)

_STATES = {
    CellKind.ERROR: FigureState.ERROR_VALUE,
    CellKind.NOT_CALCULATED: FigureState.NOT_CALCULATED,
    CellKind.BOOLEAN: FigureState.UNREADABLE,
    CellKind.DATE: FigureState.UNREADABLE,
}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIXED_POINT = re.compile(r"[#0?,\s]*[0#?](?:\.(?P<decimals>[0#?]+))?%?")


@dataclass(frozen=True, slots=True)
class _Read:
    """What a cell says, with the decimals it was written with and those it is displayed with."""

    state: FigureState
    value: Decimal | None = None
    places: int = 0
    shown_places: int | None = None


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or a text that reads as one and is no year or date."""
    if cell.kind is CellKind.TEXT:
        return not is_date(cell.text.strip()) and read_amount(cell.text, Mark.COMMA) is not None
    return cell.kind in (CellKind.NUMBER, CellKind.NOT_CALCULATED)


class FigureReader:
    """Reads the figures of one table's rows, each column once."""

    def __init__(self, grid: Grid, rows: Sequence[Row], columns: Iterable[int], unit: Unit) -> None:
        self._grid = grid
        self._numbers = [row.number for row in rows]
        self._unit = unit
        self._mark = decimal_mark(
            [text for column in columns for row in self._numbers if (text := grid.text(row, column))]
        )
        self._columns: dict[tuple[int, ColumnType], tuple[Decimal, Mapping[int, Figure]]] = {}

    def column(self, number: int, holds: ColumnType) -> tuple[Decimal, Mapping[int, Figure]]:
        """A column's step and its figures by row, blank ones too."""
        if (number, holds) not in self._columns:
            self._columns[number, holds] = self._read_column(number, holds)
        return self._columns[number, holds]

    def _read_column(self, column: int, holds: ColumnType) -> tuple[Decimal, Mapping[int, Figure]]:
        cells = {number: self._grid.cell(number, column) for number in self._numbers}
        read = {number: self._read(cell, holds) for number, cell in cells.items()}
        places = [entry.places for entry in read.values() if entry.value is not None]
        step = self._step(column_step(places), holds)
        return step, {
            number: _figure(
                self._grid, (number, column), entry, min(step, self._step(step_of(entry.places), holds))
            )
            for number, entry in read.items()
        }

    def _step(self, written: Decimal, holds: ColumnType) -> Decimal:
        """What figures written to a step leave open: nothing for counts and for amounts to the öre."""
        if holds is ColumnType.AMOUNT:
            return money_step(written, self._unit)
        return Decimal(0) if holds is ColumnType.COUNT else written

    def _read(self, cell: Cell | None, holds: ColumnType) -> _Read:
        if cell is None:
            return _Read(FigureState.BLANK)
        if isinstance(cell.value, Decimal):
            return _number(cell.value, cell.number_format, self._unit, is_percent=holds is ColumnType.PERCENT)
        if cell.kind is CellKind.TEXT:
            return _text(cell.text, self._unit, self._mark, is_percent=holds is ColumnType.PERCENT)
        return _Read(_STATES[cell.kind])


def _figure(grid: Grid, place: tuple[int, int], read: _Read, step: Decimal) -> Figure:
    cell = grid.cell(*place)
    shown = shown_step = None
    if read.value is not None and read.shown_places is not None:
        shown_step = step_of(read.shown_places)
        shown = rounded(read.value, shown_step)
    return Figure(
        cell=grid.sheet.ref(*place),
        state=read.state,
        value=read.value,
        step=step,
        written=_written(cell) if cell else "",
        formula=cell.formula if cell else None,
        shown=shown,
        shown_step=shown_step,
    )


def _written(cell: Cell) -> str:
    if isinstance(cell.value, Decimal):
        return format(cell.value, "f")
    return cell.text or ("" if cell.value is None else str(cell.value).upper())


def _number(value: Decimal, number_format: str, unit: Unit, *, is_percent: bool) -> _Read:
    plain = plain_format(number_format)
    if is_percent:
        value = percent_without_noise(value * PER_CENT if "%" in plain else value)
    else:
        value = without_noise(value, unit)
    places, shown = places_of(value), shown_places(plain)
    return _Read(FigureState.AMOUNT, value, places, shown if shown is not None and shown < places else None)


@cache
def plain_format(number_format: str) -> str:
    """A number format's section for positive numbers without its quoted and escaped characters."""
    return _QUOTED.sub("", number_format).split(";", maxsplit=1)[0].strip(" -()")


@cache
def shown_places(plain_format: str) -> int | None:
    """How many decimals a number format displays; None for one that is no plain fixed point."""
    match = _FIXED_POINT.fullmatch(plain_format)
    if match is None or plain_format.rstrip("%").endswith(","):
        return None
    return len(match["decimals"] or "")


def _text(text: str, unit: Unit, mark: Mark, *, is_percent: bool) -> _Read:
    if not text.strip():
        return _Read(FigureState.BLANK)
    if is_nil(text):
        return _Read(FigureState.NIL)
    amount = read_amount(text, mark)
    if amount is None or (amount.unit if is_percent else amount.percent):
        return _Read(FigureState.UNREADABLE)
    if amount.unit not in (None, unit):
        return _Read(FigureState.OTHER_UNIT)
    return _Read(FigureState.AMOUNT, amount.value, amount.decimals)
