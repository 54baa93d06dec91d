"""How far down a table goes, and what each of its rows is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syditval.model.kind import TableKind
from syditval.model.table import Row, RowRole
from syditval.recognition.grid import Grid
from syditval.recognition.headings import begins_with, squash, symbol
from syditval.recognition.units import unit_in

# A total may stand apart from its lines; anything else below so many blank rows is something else.
MOST_BLANK_ROWS = 5
ONE_BLANK_ROW = 1


@dataclass(frozen=True, slots=True)
class Span:
    """The columns and the rows in which a table may lie: below ``top`` and above ``limit``.

    A line is named by the last column of ``labels`` that says something ("117 | Drift" is Drift).
    """

    labels: tuple[int, ...]
    figures: tuple[int, ...]
    top: int
    limit: int


def header_bottom(grid: Grid, span: Span) -> int:
    """The last header row: rows of words, dates, units and column numbers below the headings belong to it."""
    bottom = span.top
    while bottom + 1 < span.limit and _is_header_continued(grid, span, bottom + 1):
        bottom += 1
    return bottom


def _is_header_continued(grid: Grid, span: Span, row: int) -> bool:
    if _numbers_columns(grid, span, row):
        return True
    label = _label(grid, span, row)
    if label and (unit_in(label) is None or squash(label)):
        return False
    filled = [column for column in span.figures if grid.cell(row, column)]
    return bool(filled) and all(grid.is_wording(row, column) for column in filled)


def _numbers_columns(grid: Grid, span: Span, row: int) -> bool:
    """Whether a row counts the columns, from 1 or, beside a blank label, from 2."""
    columns = range(min(span.labels), span.figures[-1] + 1)
    names = [name for column in columns if (name := grid.name(row, column))]
    counts = (list(map(str, range(first, first + len(names)))) for first in (1, 2))
    return len(names) > 1 and names in counts


def _label(grid: Grid, span: Span, row: int) -> str:
    names = (grid.name(row, column) for column in reversed(span.labels))
    return next((name for name in names if name), "")


def table_rows(grid: Grid, kind: TableKind, span: Span) -> tuple[Row, ...]:
    """The rows of a table from its first line to its last total; what follows are notes, not lines.

    Without any total, or with one above all lines, the table ends with its last line of figures or total.
    """
    rows = list(_until_the_end(grid, kind, span))
    lines = [place for place, row in enumerate(rows) if row.role in (RowRole.DETAIL, RowRole.OF_WHICH)]
    totals = [place for place, row in enumerate(rows) if row.role is RowRole.TOTAL]
    if not lines:
        return ()
    is_closed = totals and totals[0] > lines[0]
    end = totals[-1] if is_closed else max(totals + lines)
    return tuple(_keyed(_with_subtotals(_with_unlabelled_total(rows[: end + 1]))))


def _until_the_end(grid: Grid, kind: TableKind, span: Span) -> Iterator[Row]:
    """Rows in order while they belong together; blank rows are passed over as far as they may be."""
    last, had_total = span.top, False
    for number in grid.rows_between(span.top + 1, span.limit - 1):
        if not _is_filled(grid, span, number):
            continue
        row = _row(grid, kind, span, number)
        blank = number - last - 1
        if blank > MOST_BLANK_ROWS or (
            blank > ONE_BLANK_ROW and (had_total or row.role is not RowRole.TOTAL)
        ):
            return
        last, had_total = number, had_total or row.role is RowRole.TOTAL
        yield row


def _is_filled(grid: Grid, span: Span, number: int) -> bool:
    cells = grid.by_row[number]
    return any(column in cells for column in (*span.labels, *span.figures))


def _row(grid: Grid, kind: TableKind, span: Span, number: int) -> Row:
    label = _label(grid, span, number)
    has_figures = any(grid.cell(number, column) for column in span.figures)
    if not has_figures:
        role = RowRole.SECTION
    elif label and begins_with(label, kind.total_labels):
        role = RowRole.TOTAL
    elif label and begins_with(label, kind.of_which_labels):
        role = RowRole.OF_WHICH
    else:
        role = RowRole.DETAIL
    return Row(number, role, " ".join(label.split()), "")


def _with_unlabelled_total(rows: Sequence[Row]) -> Sequence[Row]:
    """A last line without any label under labelled ones, where no row is called a total, is the total."""
    details = [row for row in rows if row.role is RowRole.DETAIL]
    if any(row.role is RowRole.TOTAL for row in rows) or len(details) < 3 or details[-1].label:
        return rows
    if not all(row.label for row in details[:-1]):
        return rows
    return [replace(row, role=RowRole.TOTAL) if row is details[-1] else row for row in rows]


def _with_subtotals(rows: Sequence[Row]) -> Sequence[Row]:
    """Of several totals the last is that of the table; those above it are totals of their sections."""
    inner = {row.number for row in [row for row in rows if row.role is RowRole.TOTAL][:-1]}
    return [replace(row, role=RowRole.SUBTOTAL) if row.number in inner else row for row in rows]


def _keyed(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows with their symbolic keys: section and label, numbered where a key comes again."""
    section, seen = "", Counter[str]()
    for row in rows:
        own = "total" if row.role is RowRole.TOTAL else symbol(row.label) or "unlabelled"
        if row.role is RowRole.SECTION:
            section = key = own
        else:
            key = f"{section}/{own}" if section and row.role is not RowRole.TOTAL else own
        seen[key] += 1
        yield replace(row, key=key if seen[key] == 1 else f"{key}~{seen[key]}", section=section)
