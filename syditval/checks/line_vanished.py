"""T202: a line that was there last month and is not any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syditval.checks.month_pair import MonthPair, label_cell
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.messages.amounts import written
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import ColumnType, Row

RULE = RuleInfo(
    code="T202",
    name="line-vanished-since-last-month",
    severity=Severity.WARNING,
    bad=SOUND_TABLE
    + """
! month 2024-03
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -225   | -890    | -10
Personalkostnader | 500    | 127    | 505     | -5
Lokalhyror        | 400    | 98     | 400     | 0
Kurser            | 0      | 12     | 0       | 0
Summa             | 0      | 12     | 15      | -15
""",
    good=SOUND_TABLE + MARCH,
)


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding for each line that only the earlier table has, at the head of the lines of now.

    It is no more than a note where the line held no amounts.
    """
    table = pair.table
    for row in pair.lines.gone:
        amounts = list(_amounts(pair, row))
        fields = {"row": row.label, "file": pair.conversion.source, "amounts": ", ".join(amounts)}
        fields["remark"] = "held" if amounts else ""
        severity = rule.severity if amounts else Severity.NOTE
        finding = finding_at(rule, table, label_cell(table, table.area.top), severity, fields)
        place = f"{table.id}/{row.key}/-"
        yield replace(
            finding,
            id=f"{rule.code}/{place}/{table.period or '-'}",
            place=place,
            row_label=row.label,
            related=(pair.label_of(row),),
        )


def _amounts(pair: MonthPair, row: Row) -> Iterator[str]:
    """The amounts that an earlier line held, with their headings, in the unit of now."""
    for column in pair.before.figure_columns:
        figure = pair.conversion.of(pair.before.figure(row, column.role))
        if column.type is ColumnType.AMOUNT and figure.value:
            yield f"{column.header} {written(figure.value)}"
