"""Which rows are sums of which others, read from the figures alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.aggregates import Aggregate, Lattice, find_sums_of_rows
from syditval.model.relation import Form
from syditval.model.table import Row, RowRole
from syditval.recognition.readings import Parts, leaves
from syditval.recognition.scene import Scene

# The search takes a second for a table three times as long. Ledgers have no parents among their lines.
MOST_ROWS = 300
# Where there are no more, the computed columns are heard too: one wrong figure leaves no majority of two.
FEW_COLUMNS = 2


def inferred_parts(scene: Scene) -> Parts:
    """What each row that the figures show to be a total is of, where most columns agree on that.

    Of-which rows have no part in it. Rows that are called totals stand aside at first: they would
    claim the children of a parent that they are of. Then found parents do: one that is wrong may
    hide that its own parent is right.
    """
    if len(scene.rows) > MOST_ROWS:
        return {}
    lines = scene.rows_with(RowRole.DETAIL)
    parts = _added(scene, lines, {})
    parts = _added(scene, [line for line in lines if line.number not in parts], parts)
    if scene.rows_with(RowRole.SUBTOTAL, RowRole.TOTAL):
        parts = _added(scene, scene.rows_with(RowRole.DETAIL, RowRole.SUBTOTAL, RowRole.TOTAL), parts)
    return parts


def _added(scene: Scene, rows: Sequence[Row], known: Parts) -> Parts:
    """What is known, and the sums among some rows, of totals that nothing is known of."""
    parts = dict(known)
    for found in _sums(scene, rows):
        if found.target not in parts and _are_neighbours(found, rows, parts):
            parts[found.target] = tuple(sorted(found.parts))
    return parts


def _are_neighbours(found: Aggregate, rows: Sequence[Row], parts: Parts) -> bool:
    """Whether nothing stands between a total and its parts but what these are of; nor is it one of that."""
    inside = leaves(found.parts, parts)
    first, last = min(found.target, *found.parts), max(found.target, *found.parts)
    between = (row.number for row in rows if first <= row.number <= last and row.number != found.target)
    return found.target not in inside and all(leaves([row], parts) <= inside for row in between)


def _sums(scene: Scene, rows: Sequence[Row]) -> Iterator[Aggregate]:
    roles = scene.basic_roles if len(scene.basic_roles) > FEW_COLUMNS else scene.summed_roles
    for found in find_sums_of_rows(_lattice(scene, rows, roles)):
        if found.form is Form.SUM and len(found.holds) * 2 > len(roles):
            yield found


def _lattice(scene: Scene, rows: Sequence[Row], roles: Sequence[str]) -> Lattice:
    columns = {role: scene.column(role) for role in roles}
    figures = {
        (row.number, column.column): scene.figures[row.number, role]
        for row in rows
        for role, column in columns.items()
    }
    return Lattice(
        rows=[row.number for row in rows],
        columns=[column.column for column in columns.values()],
        figures={place: figure for place, figure in figures.items() if figure.value is not None},
        row_names={row.number: row.label for row in rows},
        column_names={column.column: column.header for column in columns.values()},
        withheld=frozenset(place for place, figure in figures.items() if not figure.readable),
    )
