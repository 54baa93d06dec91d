"""The columns, rows and figures of a table while it is still being made out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from syditval.model.amounts import Figure
from syditval.model.kind import TableKind
from syditval.model.relation import Form
from syditval.model.table import Column, ColumnType, Row, RowRole


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known before it is known how the figures hang together."""

    kind: TableKind
    columns: Sequence[Column]
    rows: Sequence[Row]
    figures: Mapping[tuple[int, str], Figure]

    def column(self, role: str) -> Column:
        """The column with a role. Raises StopIteration where there is none."""
        return next(column for column in self.columns if column.role == role)

    @property
    def basic_roles(self) -> list[str]:
        """The amount columns that are not computed from others."""
        computed = {relation.target for relation in self.kind.relations if relation.form is not Form.SUM}
        amounts = (column for column in self.columns if column.type is ColumnType.AMOUNT)
        return [column.role for column in amounts if column.role not in computed]

    @property
    def summed_roles(self) -> list[str]:
        """The columns that add up, by what the kind declares."""
        declared = [relation.of for relation in self.kind.relations if relation.form is Form.SUM]
        return [column.role for column in self.columns if any(column.role in of for of in declared)]

    def rows_with(self, *roles: RowRole) -> list[Row]:
        """The rows with any of the given roles, top to bottom."""
        return [row for row in self.rows if row.role in roles]

    def figures_of(self, rows: Iterable[Row], role: str) -> list[Figure]:
        """The figures of some rows in the column with a role."""
        return [self.figures[row.number, role] for row in rows]
