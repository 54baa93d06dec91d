"""Cells to figures: what is worth what, how finely it is written, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from syditval.arithmetic import column_step, step_of
from syditval.arithmetic.precision import places_of
from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cells import Cell, CellKind
from syditval.model.table import Column, ColumnType, Row
from syditval.recognition.amount_text import Mark, decimal_mark, is_nil, read_amount
from syditval.recognition.grid import Grid

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
    """A figure before its column's habit is known, with the decimals it was written with."""

    figure: Figure
    places: int


def read_figures(
    grid: Grid, columns: Sequence[Column], rows: Sequence[Row], unit: Unit
) -> tuple[tuple[Column, ...], Mapping[tuple[int, str], Figure]]:
    """The figures of some columns, by row number and role, and the columns with their steps.

    Every cell where a row and a figure column meet gives a figure, blank ones too.
    """
    mark = _mark(grid, columns, rows)
    stepped: list[Column] = []
    figures: dict[tuple[int, str], Figure] = {}
    for column in columns:
        read = {row.number: _read(grid, column, row.number, unit, mark) for row in rows}
        places = [entry.places for entry in read.values() if entry.figure.value is not None]
        step = Decimal(0) if column.type is ColumnType.COUNT else column_step(places)
        stepped.append(replace(column, step=step))
        for number, entry in read.items():
            figures[number, column.role] = _stepped(entry, step)
    return tuple(stepped), figures


def _mark(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> Mark:
    return decimal_mark(
        [text for row in rows for column in columns if (text := grid.text(row.number, column.column))]
    )


def _stepped(entry: _Read, step: Decimal) -> Figure:
    """The figure with its column's step; one written more finely than the habit keeps its own."""
    if entry.figure.value is None or step == 0:
        return replace(entry.figure, step=step)
    return replace(entry.figure, step=min(step, step_of(entry.places)))


def _read(grid: Grid, column: Column, number: int, unit: Unit, mark: Mark) -> _Read:
    cell = grid.cell(number, column.column)
    place = grid.sheet.ref(number, column.column)
    if cell is None:
        return _Read(Figure(place, FigureState.BLANK), 0)
    blank = Figure(place, FigureState.BLANK, written=_written(cell), formula=cell.formula)
    if cell.kind is CellKind.NUMBER:
        return _number(cell, blank, is_percent=column.type is ColumnType.PERCENT)
    if cell.kind is CellKind.TEXT:
        return _text(cell.text, blank, unit, mark, is_percent=column.type is ColumnType.PERCENT)
    return _Read(replace(blank, state=_STATES[cell.kind]), 0)


def _written(cell: Cell) -> str:
    if isinstance(cell.value, Decimal):
        return format(cell.value, "f")
    return cell.text if cell.kind in (CellKind.TEXT, CellKind.DATE) else str(cell.value or "")


def _number(cell: Cell, blank: Figure, *, is_percent: bool) -> _Read:
    value = Decimal(str(cell.value))
    scaled = is_percent and "%" in cell.number_format
    if scaled:
        value = value * PER_CENT
    figure = replace(blank, state=FigureState.AMOUNT, value=value)
    places, shown = places_of(value), _shown_places(cell.number_format)
    if shown is not None and shown < places:
        step = step_of(shown)
        figure = replace(figure, shown=value.quantize(step, rounding=ROUND_HALF_UP), shown_step=step)
    return _Read(figure, places)


def _shown_places(number_format: str) -> int | None:
    """How many decimals a number format displays; None for one that is no plain fixed point."""
    section = _QUOTED.sub("", number_format.split(";", maxsplit=1)[0]).strip(" -()")
    match = _FIXED_POINT.fullmatch(section)
    if match is None or section.rstrip("%").endswith(","):
        return None
    return len(match["decimals"] or "")


def _text(text: str, blank: Figure, unit: Unit, mark: Mark, *, is_percent: bool) -> _Read:
    if not text.strip():
        return _Read(blank, 0)
    if is_nil(text):
        return _Read(replace(blank, state=FigureState.NIL), 0)
    amount = read_amount(text, mark)
    if amount is None or (amount.percent and not is_percent):
        return _Read(replace(blank, state=FigureState.UNREADABLE), 0)
    if amount.unit not in (None, unit):
        return _Read(replace(blank, state=FigureState.OTHER_UNIT), 0)
    return _Read(replace(blank, state=FigureState.AMOUNT, value=amount.value), amount.decimals)
