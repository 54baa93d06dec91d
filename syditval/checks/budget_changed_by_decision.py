"""T102: what a decision changed of the budget since last month, for it to be agreed to that decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from syditval.checks.budget_changed import CHANGED
from syditval.checks.month_pair import MonthPair, Two, heading
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.messages.amounts import signed
from syditval.messages.brevity import excerpt, first_few
from syditval.model.finding import Field, Finding
from syditval.model.kind import BUDGET
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import FIGURE_ROWS, RowRole

_DECISION = "\n! decision KF 2024-03-25 § 41"
RULE = RuleInfo(
    code="T102",
    name="budget-changed-by-decision",
    severity=Severity.NOTE,
    bad=_DECISION + CHANGED + MARCH,
    good=_DECISION + SOUND_TABLE + MARCH,
)

_CHANGES_NAMED = 6


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding a table whose budget a decision changed: at the column's heading, about all its lines."""
    if not pair.decision or not pair.has(BUDGET):
        return
    # What adds up others follows them, unless it is all that changed.
    changed = _changed(pair, (RowRole.DETAIL,)) or _changed(pair, FIGURE_ROWS)
    if changed:
        named = [_named(pair, two, change) for two, change in changed]
        fields: dict[str, Field] = {
            "decision": pair.decision,
            "count": len(changed),
            "changes": first_few(named, _CHANGES_NAMED),
            "sum": signed(sum((change for _, change in changed), Decimal(0))),
            "file": pair.conversion.source,
        }
        finding = finding_at(rule, pair.table, heading(pair.table, BUDGET), rule.severity, fields)
        yield replace(finding, related=tuple(figure.cell for (figure, _), _ in changed))


def _changed(pair: MonthPair, roles: tuple[RowRole, ...]) -> list[tuple[Two, Decimal]]:
    changes = ((two, pair.change(two)) for two in pair.figures(BUDGET, rows=roles))
    return [(two, change) for two, change in changes if change]


def _named(pair: MonthPair, two: Two, change: Decimal) -> str:
    row = pair.table.row_at(two[0].cell)
    return f"{excerpt(row.label if row else '')} ({two[0].cell.a1}) {signed(change)}"
