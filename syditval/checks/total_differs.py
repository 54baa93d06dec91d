"""F101: a total that is not the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator

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
    """For each amount column, the total against its lines, and each subtotal against those above it.

    Of-which rows are part of the line above them and are not added again.
    """
    roles = [role for declared in kind.relations if declared.rule == RULE.code for role in declared.of]
    columns = [column for column in table.columns if column.role in roles]
    turning = {difference.target for difference in table.differences if difference.reversed_rows}
    for total, lines in _sections(table):
        weights = _weights(table, total, lines)
        for column in columns:
            # A variance that runs the other way on revenue adds up plainly.
            signless = column.role in turning
            terms = tuple(
                Term(abs(weight) if signless else weight, table.figure(line, column.role))
                for line, weight in zip(lines, weights, strict=True)
                if weight
            )
            target = table.figure(total, column.role)
            yield Relation(RULE.code, Form.SUM, table.id, target, terms)


def _weights(table: Table, total: Row, lines: list[Row]) -> list[int]:
    """The weight of each line; a subtotal of lines that all enter the total alike adds them plainly."""
    weights = [table.total_weights.get(line.number, 1) for line in lines]
    return [1] * len(lines) if total.role is RowRole.SUBTOTAL and len(set(weights)) == 1 else weights


def _sections(table: Table) -> Iterator[tuple[Row, list[Row]]]:
    """Each total row with the lines it should hold; a subtotal of no lines is left alone."""
    details = list(table.rows_with(RowRole.DETAIL))
    since = 0
    for row in table.rows_with(RowRole.SUBTOTAL, RowRole.TOTAL):
        if row.role is RowRole.TOTAL:
            yield row, details
            continue
        start = table.section_starts.get(row.number, since + 1)
        lines = [line for line in details if start <= line.number < row.number]
        if lines:
            yield row, lines
        since = row.number
