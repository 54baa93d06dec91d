"""One sheet's tables, put together from header, rows, figures and surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from syditval.model.amounts import Figure
from syditval.model.cells import Area
from syditval.model.kind import LABEL_ROLE, TableKind
from syditval.model.relation import Form
from syditval.model.table import FIGURE_ROWS, FIGURE_TYPES, Column, ColumnType, Row, Table
from syditval.recognition.assignment import Fill, name_columns
from syditval.recognition.bands import find_bands
from syditval.recognition.differences import differences
from syditval.recognition.figures import FigureReader, is_number
from syditval.recognition.frames import Frame, frame_of, share_columns
from syditval.recognition.grid import Grid
from syditval.recognition.hierarchy import hierarchy_of
from syditval.recognition.of_which import of_which_sums
from syditval.recognition.scene import Scene
from syditval.recognition.signs import sign_convention


def tables_on(grid: Grid, kinds: Sequence[TableKind]) -> Iterator[Table]:
    """Every table of every kind on a sheet, top to bottom. Their ids are not yet set."""
    bands = find_bands(grid, kinds)
    done: list[Table] = []
    for band in bands:
        below = [other.top for other in bands if other.top > band.bottom and share_columns(band, other)]
        frame = frame_of(grid, band, min(below, default=grid.rows[-1] + 1), done)
        if frame is not None:
            done.append(_table(grid, frame))
            yield done[-1]


def _table(grid: Grid, frame: Frame) -> Table:
    named, found = name_columns(frame.band, _filling(grid, frame))
    hierarchy = hierarchy_of(named)
    scene, kind = hierarchy.scene, named.kind
    if scene is not named:
        found = differences(scene)
    determined = {difference.target for difference in found}
    present = {column.role for column in scene.columns}
    declared = [relation.target for relation in kind.relations if relation.form is Form.DIFFERENCE]
    columns = _all_columns(grid, frame, scene)
    extra = list(_extra_columns(grid, frame, columns))
    return Table(
        id="",
        kind=kind.name,
        sheet=grid.sheet.name,
        area=_area(frame, columns),
        title=frame.around.title,
        unit=frame.around.unit,
        unit_source=frame.around.unit_source,
        period=frame.around.period,
        sign=sign_convention(scene),
        columns=columns,
        rows=_rows(frame, scene),
        figures=scene.figures,
        differences=tuple(found),
        undetermined=tuple(role for role in declared if role in present - determined),
        missing=tuple(role for role in kind.required_roles if role not in present | {LABEL_ROLE}),
        extra_columns=tuple(column for column, _ in extra),
        total_weights=hierarchy.weights,
        sums=(*hierarchy.sums, *of_which_sums(scene)),
        extra_figures=sum(len(numbers) for _, numbers in extra),
    )


def _rows(frame: Frame, scene: Scene) -> tuple[Row, ...]:
    """The frame's rows, those with figures as what they turned out to be."""
    known = {row.number: row for row in scene.rows}
    return tuple(known.get(row.number, row) for row in frame.rows)


def _filling(grid: Grid, frame: Frame) -> Fill:
    """How the table's columns are filled with figures, once their roles are chosen."""
    rows = [row for row in frame.rows if row.role in FIGURE_ROWS]
    reader = FigureReader(grid, rows, frame.span.figures, frame.around.unit)

    def fill(columns: Sequence[Column]) -> Scene:
        filled: list[Column] = []
        figures: dict[tuple[int, str], Figure] = {}
        for column in columns:
            if column.type in FIGURE_TYPES:
                step, read = reader.column(column.column, column.type)
                figures |= {(number, column.role): figure for number, figure in read.items()}
                filled.append(replace(column, step=step))
            else:
                filled.append(column)
        return Scene(frame.band.kind, filled, rows, figures)

    return fill


def _all_columns(grid: Grid, frame: Frame, scene: Scene) -> tuple[Column, ...]:
    """The column of labels and all others, left to right."""
    place = frame.span.labels[-1]
    headings = {heading.column: heading.text for heading in frame.band.labels}
    header = headings.get(place) or _header(grid, frame, place)
    label = Column(LABEL_ROLE, ColumnType.LABEL, header, place)
    return tuple(sorted((label, *scene.columns), key=lambda column: column.column))


def _area(frame: Frame, columns: Sequence[Column]) -> Area:
    left = min(*frame.span.labels, columns[0].column)
    return Area(frame.band.top, left, frame.rows[-1].number, columns[-1].column)


def _extra_columns(grid: Grid, frame: Frame, columns: Sequence[Column]) -> Iterator[tuple[Column, list[int]]]:
    """Columns between the table's own that its kind does not name, with the rows of their numbers."""
    own = {*frame.span.labels, *(column.column for column in columns)}
    for column in range(max(columns[0].column, frame.left), columns[-1].column + 1):
        numbers = [row.number for row in frame.rows if column not in own]
        numbers = [row for row in numbers if (cell := grid.cell(row, column)) and is_number(cell)]
        if numbers:
            yield Column("", ColumnType.AMOUNT, _header(grid, frame, column), column), numbers


def _header(grid: Grid, frame: Frame, column: int) -> str:
    """The heading of a column that its kind does not know, all its rows."""
    rows = range(frame.band.top, frame.band.bottom + 1)
    return " ".join(" ".join(grid.heading(row, column) for row in rows).split())
