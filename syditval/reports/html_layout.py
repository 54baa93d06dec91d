"""A table as its sheet has it: which rows and columns there are, and what stands in each cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from syditval.messages.amounts import written
from syditval.model.amounts import Figure, FigureState
from syditval.model.excerpt import Excerpt
from syditval.model.table import ColumnType, RowRole, Table

# Up to so many rows, and so many columns, all of them are shown: a year of months, its labels and its total.
MOST_ROWS, MOST_COLUMNS = 25, 14
# So many are shown on either side of one that something is said of.
AROUND = 2
# Totals and related lines are shown however far off they stand, unless they are more than these.
MOST_FAR = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """The rows of a table, or its columns: the numbers of all, and of those that are always shown.

    Up to ``most`` of them are shown whole.
    """

    numbers: frozenset[int]
    always: frozenset[int]
    most: int

    def shown(self, marked: Collection[int], related: Collection[int]) -> list[int | None]:
        """The numbers at and around the marked ones, in order, None where some are left out."""
        chosen = self.numbers
        if len(self.numbers) > self.most:
            near = {number + step for number in marked for step in range(-AROUND, AROUND + 1)}
            far = related if len(related) <= MOST_FAR else ()
            chosen = self.numbers & (near | self.always | set(far))
        shown: list[int | None] = []
        for number in sorted(chosen):
            if shown and shown[-1] != number - 1:
                shown.append(None)
            shown.append(number)
        return shown


@dataclass(frozen=True, slots=True)
class Layout:
    """A table laid out; ``heads`` and ``totals`` are the numbers of rows that are set apart."""

    table: Table
    rows: Axis
    columns: Axis
    heads: frozenset[int]
    totals: frozenset[int]
    figures: Mapping[tuple[int, int], Figure]
    texts: Mapping[tuple[int, int], str]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        figure = self.figures.get((row, column))
        return shown_figure(figure) if figure else self.texts.get((row, column), "")


def laid_out(table: Table, excerpt: Excerpt | None) -> Layout:
    """The layout of a table; without an excerpt it has its figures alone."""
    rows = frozenset(excerpt.rows if excerpt else (row.number for row in table.rows))
    first = min((row.number for row in table.rows), default=table.area.top)
    heads = frozenset(row for row in rows if row < first)
    totals = frozenset(row.number for row in table.rows_with(RowRole.TOTAL))
    far = totals if len(totals) <= MOST_FAR else frozenset()
    labels = frozenset(column.column for column in table.columns if column.type is ColumnType.LABEL)
    columns = frozenset(range(table.area.left, table.area.right + 1))
    return Layout(
        table,
        Axis(rows, heads | far, MOST_ROWS),
        Axis(columns, labels, MOST_COLUMNS),
        heads,
        totals,
        {(figure.cell.row, figure.cell.column): figure for figure in table.figures.values()},
        excerpt.texts if excerpt else {},
    )


def shown_figure(figure: Figure) -> str:
    """A figure's value the Swedish way, or what stands there where no amount can be read."""
    if figure.state is FigureState.AMOUNT and figure.value is not None:
        return written(figure.value)
    return figure.written or (figure.formula or "")
