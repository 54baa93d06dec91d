"""One sheet's tables, put together from header, rows, figures and surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syditval.model.cells import Area, CellKind
from syditval.model.kind import LABEL_ROLE, TableKind
from syditval.model.relation import Form
from syditval.model.table import FIGURE_ROWS, FIGURE_TYPES, Column, ColumnType, Row, RowRole, Table
from syditval.recognition.amount_text import Mark, read_amount
from syditval.recognition.assignment import differences, name_columns
from syditval.recognition.bands import Band, Heading, find_bands
from syditval.recognition.differences import Scene
from syditval.recognition.extent import Span, header_bottom, table_rows
from syditval.recognition.figures import read_figures
from syditval.recognition.grid import Grid
from syditval.recognition.signs import sign_convention
from syditval.recognition.surroundings import Surroundings, surroundings


@dataclass(frozen=True, slots=True)
class _Frame:
    """A header with the columns and rows that belong to it."""

    band: Band
    span: Span
    rows: tuple[Row, ...]
    around: Surroundings

    @property
    def figure_rows(self) -> list[Row]:
        return [row for row in self.rows if row.role in FIGURE_ROWS]


def tables_on(grid: Grid, kinds: Sequence[TableKind]) -> Iterator[Table]:
    """Every table of every kind on a sheet, top to bottom. Their ids are not yet set."""
    bands = find_bands(grid, kinds)
    done: list[Table] = []
    for band in bands:
        below = [other.top for other in bands if other.top > band.bottom and _share_columns(band, other)]
        frame = _frame(grid, band, min(below, default=grid.rows[-1] + 1), done)
        if frame is not None:
            done.append(_table(grid, frame))
            yield done[-1]


def _share_columns(band: Band, other: Band | Area) -> bool:
    return other.left <= band.right and band.left <= other.right


def _frame(grid: Grid, band: Band, limit: int, done: Sequence[Table]) -> _Frame | None:
    """The band with its label column and its rows above ``limit``; None where no line of figures follows.

    ``done`` are the tables found so far: what stands above this one does not reach into them.
    """
    figures = tuple(heading.column for heading in band.headings if _is_figure(band.kind, heading))
    label = _label_column(grid, band, figures, limit)
    if label is None:
        return None
    span = Span(label, figures, band.bottom, limit)
    bottom = header_bottom(grid, span)
    span = replace(span, top=bottom)
    rows = table_rows(grid, band.kind, span)
    if not any(row.role is RowRole.DETAIL for row in rows):
        return None
    whole = replace(band, top=_header_top(grid, band), bottom=bottom)
    ends = [t.area.bottom for t in done if t.area.bottom < band.top and _share_columns(band, t.area)]
    between = (max(ends, default=0), rows[-1].number)
    return _Frame(whole, span, rows, surroundings(grid, whole, min(label, band.left), between))


def _is_figure(kind: TableKind, heading: Heading) -> bool:
    return any(column.role in heading.roles and column.type in FIGURE_TYPES for column in kind.columns)


def _label_column(grid: Grid, band: Band, figures: Sequence[int], limit: int) -> int | None:
    """The column headed as the lines' names, else the nearest to the left of the figures with names."""
    for heading in band.headings:
        if LABEL_ROLE in heading.roles and heading.column < figures[0]:
            return heading.column
    below = [row for row in grid.rows if band.bottom < row < limit]
    for column in range(figures[0] - 1, 0, -1):
        if any(_is_name(grid.text(row, column)) for row in below):
            return column
    return None


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


def _table(grid: Grid, frame: _Frame) -> Table:
    rows, unit = frame.figure_rows, frame.around.unit

    def fill(columns: Sequence[Column]) -> Scene:
        figure_columns = [column for column in columns if column.type in FIGURE_TYPES]
        stepped, figures = read_figures(grid, figure_columns, rows, unit)
        return Scene(stepped, rows, figures)

    scene = name_columns(frame.band, fill)
    kind = frame.band.kind
    found = differences(scene, kind)
    determined = {difference.target for difference in found}
    present = {column.role for column in scene.columns}
    declared = [relation.target for relation in kind.relations if relation.form is Form.DIFFERENCE]
    columns = _all_columns(grid, frame, scene)
    return Table(
        id="",
        kind=kind.name,
        sheet=grid.sheet.name,
        area=_area(frame, columns),
        title=frame.around.title,
        unit=unit,
        unit_source=frame.around.unit_source,
        period=frame.around.period,
        sign=sign_convention(scene, kind),
        columns=columns,
        rows=frame.rows,
        figures=scene.figures,
        differences=tuple(found),
        undetermined=tuple(role for role in declared if role in present - determined),
        missing=tuple(role for role in kind.required_roles if role not in present | {LABEL_ROLE}),
        extra_columns=tuple(_extra_columns(grid, frame, columns)),
    )


def _all_columns(grid: Grid, frame: _Frame, scene: Scene) -> tuple[Column, ...]:
    """Label, figure and text columns, left to right."""
    named = {column.column: column for column in scene.columns}
    label = frame.span.label
    headings = {heading.column: heading for heading in frame.band.headings}
    header = headings[label].text if label in headings else grid.heading(frame.band.bottom, label)
    named[label] = Column(LABEL_ROLE, ColumnType.LABEL, header, label)
    for heading in frame.band.headings:
        if heading.column not in named:
            named[heading.column] = Column(heading.roles[0], ColumnType.TEXT, heading.text, heading.column)
    return tuple(named[column] for column in sorted(named))


def _area(frame: _Frame, columns: Sequence[Column]) -> Area:
    return Area(frame.band.top, columns[0].column, frame.rows[-1].number, columns[-1].column)


def _extra_columns(grid: Grid, frame: _Frame, columns: Sequence[Column]) -> Iterator[Column]:
    """Columns between the table's own that its kind does not name but that hold numbers."""
    own = {column.column for column in columns}
    for column in range(columns[0].column, columns[-1].column + 1):
        if column not in own and any(_is_number(grid, row.number, column) for row in frame.rows):
            header = " ".join(
                grid.heading(row, column) for row in range(frame.band.top, frame.band.bottom + 1)
            )
            yield Column("", ColumnType.AMOUNT, " ".join(header.split()), column)


def _is_number(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cell(row, column)
    if cell is None:
        return False
    return cell.kind is CellKind.NUMBER or (
        cell.kind is CellKind.TEXT and read_amount(cell.text, Mark.COMMA) is not None
    )
