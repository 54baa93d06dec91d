"""Where tables begin: bands of one to three rows whose headings are those of a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syditval.model.kind import LABEL_ROLE, TableKind
from syditval.model.table import ColumnType
from syditval.recognition.grid import Grid
from syditval.recognition.headings import roles_of, squash

# Headings in print stand over at most three rows: group, name, date or unit.
MOST_HEADER_ROWS = 3
# Two figure columns are the least that makes a table; one word "Budget" is a title.
FEWEST_FIGURE_COLUMNS = 2
_ABOVE = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading with every role it may stand for."""

    column: int
    text: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The header of one table of a kind: its rows and its recognised headings, left to right."""

    kind: TableKind
    top: int
    bottom: int
    headings: tuple[Heading, ...]
    score: int
    titled: bool

    @property
    def left(self) -> int:
        """The first recognised column."""
        return self.headings[0].column

    @property
    def right(self) -> int:
        """The last recognised column."""
        return self.headings[-1].column

    def overlaps(self, other: Band) -> bool:
        """Whether two bands share a cell."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )


def find_bands(grid: Grid, kinds: Sequence[TableKind]) -> list[Band]:
    """The headers of all tables of a sheet, top to bottom, then left to right.

    Where several readings overlap, the one with most roles found and fewest required ones missing
    is taken; then the one that its kind's title stands above; then the one in fewer rows.
    """
    candidates = [
        band
        for top in grid.rows
        for height in range(1, MOST_HEADER_ROWS + 1)
        for kind in kinds
        for band in _bands_at(grid, kind, top, top + height - 1)
    ]
    candidates.sort(
        key=lambda band: (-band.score, not band.titled, band.bottom - band.top, band.top, band.left)
    )
    taken: list[Band] = []
    for band in candidates:
        if not any(band.overlaps(other) for other in taken):
            taken.append(band)
    return sorted(taken, key=lambda band: (band.top, band.left))


def _bands_at(grid: Grid, kind: TableKind, top: int, bottom: int) -> Iterator[Band]:
    headings = [
        heading
        for column in grid.columns
        if (heading := _heading(grid, kind, range(top, bottom + 1), column)).roles
    ]
    required = {role for role in kind.required_roles if _is_figure(kind, role)}
    for group in _side_by_side(headings, kind):
        found = {role for heading in group for role in heading.roles}
        figures = [heading for heading in group if _is_figure(kind, heading.roles[0])]
        missing = max(len(required - found), len(required) - len(figures))
        if len(figures) < FEWEST_FIGURE_COLUMNS or missing * 2 > len(required):
            continue
        titled = _has_title(grid, kind, top, group)
        yield Band(kind, top, bottom, tuple(group), len(group) - missing, titled)


def _is_figure(kind: TableKind, role: str) -> bool:
    column = kind.column(role)
    return column is not None and column.type not in (ColumnType.LABEL, ColumnType.TEXT)


def _heading(grid: Grid, kind: TableKind, rows: range, column: int) -> Heading:
    """The heading of a column: all its rows together, else its lower rows, else its upper ones."""
    parts = _distinct(grid, rows, column)
    readings = [parts[start:] for start in range(len(parts))] + [parts[:end] for end in range(1, len(parts))]
    for reading in readings:
        text = " ".join(reading)
        roles = roles_of(text, kind)
        if roles:
            return Heading(column, " ".join(text.split()), roles)
    return Heading(column, "", ())


def _distinct(grid: Grid, rows: range, column: int) -> list[str]:
    """The texts of a column's header cells, each merged area once."""
    seen = {grid.anchors.get((row, column), (row, column)): grid.heading(row, column) for row in rows}
    return [text for text in seen.values() if text]


def _side_by_side(headings: list[Heading], kind: TableKind) -> Iterator[list[Heading]]:
    """The headings of one band as one group for each table: a role that repeats begins the next."""
    group: list[Heading] = []
    for heading in headings:
        starts_anew = bool(group) and heading.roles[0] == LABEL_ROLE
        if starts_anew or not can_be_told_apart([*group, heading]):
            yield group
            group = []
        group.append(heading)
    if group:
        yield group


def can_be_told_apart(headings: Sequence[Heading]) -> bool:
    """Whether every heading can have a role of its own."""
    return next(assignments(headings), None) is not None


def assignments(
    headings: Sequence[Heading], taken: frozenset[str] = frozenset()
) -> Iterator[tuple[str, ...]]:
    """Every way to give each heading one of its roles, no role twice."""
    if not headings:
        yield ()
        return
    for role in headings[0].roles:
        if role not in taken:
            for rest in assignments(headings[1:], taken | {role}):
                yield (role, *rest)


def _has_title(grid: Grid, kind: TableKind, top: int, group: list[Heading]) -> bool:
    rows = [row for row in range(max(1, top - _ABOVE), top) if row in grid.by_row]
    titles = {squash(title) for title in kind.titles}
    columns = range(1, group[-1].column + 1)
    texts = [*grid.texts(rows, columns), grid.sheet.name]
    return any(squash(text) in titles for text in texts)
