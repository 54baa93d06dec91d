"""A header with the columns and rows that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from syditval.model.cells import Area
from syditval.model.table import Row, Table
from syditval.recognition.amount_text import Mark, read_amount
from syditval.recognition.bands import Band, extended
from syditval.recognition.extent import Span, header_bottom, table_rows
from syditval.recognition.figures import is_number
from syditval.recognition.grid import Grid
from syditval.recognition.surroundings import Surroundings, surroundings


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a table stands: its whole header, its columns of labels and figures, its rows.

    What stands left of column ``left`` belongs to a table beside it.
    """

    band: Band
    span: Span
    rows: tuple[Row, ...]
    left: int
    around: Surroundings


def frame_of(grid: Grid, band: Band, limit: int, done: Sequence[Table]) -> Frame | None:
    """The band with its label columns and its rows above ``limit``; None where no figures follow.

    ``done`` are the tables found so far: what stands around this one does not reach into them.
    """
    labels = _label_columns(grid, band, limit)
    if not labels:
        return None
    header_end = header_bottom(grid, Span(labels, band.figures, band.bottom, limit))
    whole = replace(extended(grid, band, header_end), top=_header_top(grid, band))
    span = Span(labels, whole.figures, header_end, limit)
    rows = table_rows(grid, band.kind, span)
    if not _hold_numbers(grid, rows, span):
        return None
    bottom = rows[-1].number
    above = [t.area.bottom for t in done if t.area.bottom < band.top and share_columns(band, t.area)]
    beside = [t.area.right for t in done if t.area.top <= bottom and band.top <= t.area.bottom]
    left = 1 + max((right for right in beside if right < band.figures[0]), default=0)
    around = surroundings(grid, whole, left, (max(above, default=0), bottom))
    return Frame(whole, span, rows, left, around)


def _hold_numbers(grid: Grid, rows: Sequence[Row], span: Span) -> bool:
    cells = (grid.cell(row.number, column) for row in rows for column in span.figures)
    return any(cell is not None and is_number(cell) for cell in cells)


def share_columns(band: Band, other: Band | Area) -> bool:
    """Whether two things stand under each other, at least in part."""
    return other.left <= band.right and band.left <= other.right


def _label_columns(grid: Grid, band: Band, limit: int) -> tuple[int, ...]:
    """The columns headed as the lines' names, else the nearest to the left of the figures with names.

    Columns that hold names stand last, behind those of account numbers.
    """
    below = grid.rows_between(band.bottom + 1, limit - 1)

    def holds_names(column: int) -> bool:
        return any(_is_name(grid.text(row, column)) for row in below)

    if band.labels:
        return tuple(sorted((heading.column for heading in band.labels), key=holds_names))
    nearest = (column for column in range(band.figures[0] - 1, 0, -1) if holds_names(column))
    return tuple(islice(nearest, 1))


def _is_name(text: str) -> bool:
    return bool(text) and read_amount(text, Mark.COMMA) is None


def _header_top(grid: Grid, band: Band) -> int:
    """The first header row: merged cells that reach into the header from above belong to it."""
    tops = [
        area.top
        for area in grid.sheet.merged
        if area.top < band.top <= area.bottom and band.left <= area.left <= band.right
    ]
    return min([band.top, *tops])
