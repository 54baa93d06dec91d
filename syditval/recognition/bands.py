"""Where tables begin: bands of one to three rows whose headings are those of a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syditval.model.kind import TableKind
from syditval.model.table import FIGURE_TYPES
from syditval.recognition.grid import Grid
from syditval.recognition.headings import heading_beginnings, roles_of, squash
from syditval.recognition.side_by_side import Heading, tables_of

# Headings in print stand over at most three rows: group, name, date or unit.
MOST_HEADER_ROWS = 3
# Two figure columns are the least that makes a table; one word "Budget" is a title.
FEWEST_FIGURE_COLUMNS = 2
# So many columns the title of a kind is worth: headings alone do not tell a project's budget from a unit's.
TITLE_WEIGHT = 2
# A title stands at most so many rows above its table.
_ABOVE = 4


@dataclass(frozen=True, slots=True)
class Band:
    """The header of one table of a kind: its rows and its recognised headings, left to right.

    ``labels`` are the headings of the columns that name the lines, ``headings`` all others.
    """

    kind: TableKind
    top: int
    bottom: int
    labels: tuple[Heading, ...]
    headings: tuple[Heading, ...]
    score: int

    @property
    def left(self) -> int:
        """The first recognised column."""
        return (self.labels + self.headings)[0].column

    @property
    def right(self) -> int:
        """The last recognised column."""
        return self.headings[-1].column

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns of figures."""
        return tuple(heading.column for heading in self.headings if _is_figure(heading, self.kind))

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

    Where several readings overlap, the one is taken that finds most roles, lacks fewest required
    ones and has its kind's title above it; of equals the one in fewer rows. A column that the kind
    checks counts twice.
    """
    candidates = [
        band
        for kind in kinds
        for top in _likely_tops(grid, kind)
        for bottom in range(top, top + MOST_HEADER_ROWS)
        for band in _bands_at(grid, kind, top, bottom)
    ]
    candidates.sort(key=lambda band: (-band.score, band.bottom - band.top, band.top, band.left))
    taken: list[Band] = []
    for band in candidates:
        if not any(band.overlaps(other) for other in taken):
            taken.append(band)
    return sorted(taken, key=lambda band: (band.top, band.left))


def extended(grid: Grid, band: Band, bottom: int) -> Band:
    """The band with further rows of words, dates and units read as part of its headings."""
    further = _bands_at(grid, band.kind, band.top, bottom)
    same_place = (other for other in further if (other.left, other.right) == (band.left, band.right))
    return next(same_place, replace(band, bottom=bottom))


def _likely_tops(grid: Grid, kind: TableKind) -> list[int]:
    """The rows that a header may begin in; a look at each cell alone spares most rows of a long sheet."""
    may_begin = heading_beginnings(kind)
    beginnings = {
        row: sum(may_begin(cell.text) for cell in cells.values() if cell.text)
        for row, cells in grid.by_row.items()
    }
    return [
        top
        for top in grid.rows
        if beginnings[top]
        and sum(beginnings.get(row, 0) for row in range(top, top + MOST_HEADER_ROWS)) >= FEWEST_FIGURE_COLUMNS
    ]


def _bands_at(grid: Grid, kind: TableKind, top: int, bottom: int) -> Iterator[Band]:
    rows = range(top, bottom + 1)
    headings = [heading for column in grid.columns if (heading := _heading(grid, kind, rows, column)).roles]
    for group in tables_of(headings):
        labels = tuple(heading for heading in group if heading.is_label)
        named = tuple(heading for heading in group if not heading.is_label)
        missing = _missing(named, kind)
        if missing is not None and not _holds_figures(grid, rows[1:], named):
            title = TITLE_WEIGHT * _has_title(grid, kind, top, named[-1].column)
            score = len(named) + _checked(named, kind) + bool(labels) - missing + title
            yield Band(kind, top, bottom, labels, named, score)


def _holds_figures(grid: Grid, rows: range, headings: Sequence[Heading]) -> bool:
    """Whether a figure stands in some rows under the headings: then those rows are lines, not header."""
    places = ((row, heading.column) for row in rows for heading in headings)
    return any(grid.cell(*place) and not grid.is_wording(*place) for place in places)


def _checked(headings: Sequence[Heading], kind: TableKind) -> int:
    """How many columns the kind's relations speak of."""
    roles = {role for relation in kind.relations for role in (relation.target, *relation.of)}
    return sum(not roles.isdisjoint(heading.roles) for heading in headings)


def _missing(headings: Sequence[Heading], kind: TableKind) -> int | None:
    """How many required columns are missing, or None where too few are there for a table."""
    required = {role for role in kind.required_roles if _is_figure_role(role, kind)}
    found = {role for heading in headings for role in heading.roles}
    figures = sum(_is_figure(heading, kind) for heading in headings)
    missing = max(len(required - found), len(required) - figures)
    return None if figures < FEWEST_FIGURE_COLUMNS or missing * 2 > len(required) else missing


def _is_figure(heading: Heading, kind: TableKind) -> bool:
    return any(_is_figure_role(role, kind) for role in heading.roles)


def _is_figure_role(role: str, kind: TableKind) -> bool:
    column = kind.column(role)
    return column is not None and column.type in FIGURE_TYPES


def _heading(grid: Grid, kind: TableKind, rows: range, column: int) -> Heading:
    """The heading of a column: all its rows together, else its lower rows, else its upper ones."""
    parts = _distinct(grid, rows, column)
    readings = [parts[start:] for start in range(len(parts))] + [parts[:end] for end in range(1, len(parts))]
    for reading in readings:
        text = " ".join(" ".join(reading).split())
        roles = roles_of(text, kind)
        if roles:
            return Heading(column, text, roles)
    return Heading(column, "", ())


def _distinct(grid: Grid, rows: range, column: int) -> list[str]:
    """The texts of a column's header cells, each merged area once."""
    seen = {grid.anchors.get((row, column), (row, column)): grid.heading(row, column) for row in rows}
    return [text for text in seen.values() if text]


def _has_title(grid: Grid, kind: TableKind, top: int, right: int) -> bool:
    titles = {squash(title) for title in kind.titles}
    texts = [*grid.texts(range(top - _ABOVE, top), range(1, right + 1)), grid.sheet.name]
    return any(squash(text) in titles for text in texts)
