"""What the two rules on difference columns share: the relation on every line and total."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.model.kind import TableKind
from syditval.model.relation import Relation
from syditval.model.table import FIGURE_ROWS, Table


def difference_relations(rule: str, table: Table, kind: TableKind) -> Iterator[Relation]:
    """The relations that a kind declares under a rule, in the direction that the table was found to take."""
    targets = {declared.target for declared in kind.relations if declared.rule == rule}
    for difference in table.differences:
        if difference.target in targets:
            for row in table.rows_with(*FIGURE_ROWS):
                target, minuend, subtrahend = (
                    table.figure(row, role)
                    for role in (difference.target, difference.minuend, difference.subtrahend)
                )
                if row.number in difference.reversed_rows:
                    minuend, subtrahend = subtrahend, minuend
                yield Relation.difference(rule, table.id, target, minuend, subtrahend)
