"""What recognition makes of sheets written as text."""

from __future__ import annotations

from dataclasses import replace

from syditval.kinds import load_kinds
from syditval.model.cells import Area, Sheet, Workbook
from syditval.model.kind import LABEL_ROLE, TableKind
from syditval.model.table import FIGURE_ROWS, Difference, Row, RowRole, Table
from syditval.recognition import recognise
from syditval.recognition.grid import Grid
from syditval.recognition.scene import Scene
from tests.text_tables import sheet, workbook

KINDS = load_kinds()
BUDGET, INVESTMENT = KINDS


def tables_in(text: str) -> tuple[Table, ...]:
    """Every table of a workbook written as text."""
    return recognise(workbook(text), KINDS).tables


def table_in(text: str) -> Table:
    """The only table of a workbook written as text."""
    (only,) = tables_in(text)
    return only


def tables_on(drawn: Sheet, kinds: tuple[TableKind, ...] = KINDS) -> tuple[Table, ...]:
    """Every table of one sheet."""
    return recognise(Workbook("test.xlsx", "0" * 64, 1, (drawn,)), kinds).tables


def merged(text: str, *areas: Area) -> Sheet:
    """A sheet written as text with some of its cells merged."""
    return replace(sheet(text), merged=areas)


def grid(text: str) -> Grid:
    """The only sheet of a text, ready for look-ups."""
    return Grid(sheet(text))


def roles(table: Table) -> str:
    """The roles of a table's columns from left to right."""
    return " ".join(column.role for column in table.columns)


def rows(table: Table, role: RowRole) -> list[str]:
    """The labels of the rows with a role."""
    return [row.label for row in table.rows_with(role)]


def column(table: Table, role: str) -> list[str]:
    """A column's figures, as they are understood: a value, or the state of one that has none."""
    figures = (table.figure(row, role) for row in _lines(table, role))
    return [str(figure.state) if figure.value is None else format(figure.value, "f") for figure in figures]


def _lines(table: Table, role: str) -> list[Row]:
    return [row for row in table.rows if (row.number, role) in table.figures]


def formula(table: Table, target: str) -> str:
    """How a difference column is computed: ``budget - forecast by figures``."""
    difference = difference_of(table, target)
    return f"{difference.minuend} - {difference.subtrahend} by {difference.basis}"


def difference_of(table: Table, target: str) -> Difference:
    """A table's formula for a difference column. Raises ValueError where it has none."""
    (found,) = (each for each in table.differences if each.target == target)
    return found


def scene_in(text: str) -> Scene:
    """What is known of the only table of a sheet before its figures are put in relation."""
    table = table_in(text)
    kind = next(kind for kind in KINDS if kind.name == table.kind)
    columns = [each for each in table.columns if each.role != LABEL_ROLE]
    lines = [row for row in table.rows if row.role in FIGURE_ROWS]
    return Scene(kind, columns, lines, table.figures)
