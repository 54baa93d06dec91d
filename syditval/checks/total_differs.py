"""F101: a total that is not the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.model.kind import TableKind
from syditval.model.relation import Form, Relation, Term
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Row, RowRole, Table

RULE = RuleInfo(
    code="F101",
    name="total-differs-from-its-lines",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 90     | 0       | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)


def relations(table: Table, kind: TableKind) -> Iterator[Relation]:
    """For each amount column, every row that is the sum of others against these.

    Of-which rows are part of the line above them and are not added again.
    """
    roles = [role for declared in kind.relations if declared.rule == RULE.code for role in declared.of]
    columns = [column for column in table.columns if column.role in roles]
    turning = {difference.target for difference in table.differences if difference.reversed_rows}
    rows = {row.number: row for row in table.rows}
    for each in table.sums:
        weights = _weights(table, rows[each.total], each.parts)
        for column in columns:
            # A variance that runs the other way on revenue adds up plainly.
            signless = column.role in turning
            terms = tuple(
                Term(abs(weight) if signless else weight, table.figure(rows[part], column.role))
                for part, weight in zip(each.parts, weights, strict=True)
                if weight
            )
            target = table.figure(rows[each.total], column.role)
            yield Relation(RULE.code, Form.SUM, table.id, target, terms)


def _weights(table: Table, total: Row, parts: Sequence[int]) -> list[int]:
    """The weight of each part; parts that all enter the table's total alike add up plainly elsewhere."""
    weights = [table.total_weights.get(part, 1) for part in parts]
    return [1] * len(parts) if total.role is not RowRole.TOTAL and len(set(weights)) == 1 else weights
