"""What a month's tables come to: budget, outcome and forecast of each kind, in kr."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from syditval.model.amounts import KRONOR
from syditval.model.finding import Status
from syditval.model.kind import BUDGET, FORECAST, OUTCOMES
from syditval.model.period import Period
from syditval.model.table import Column, ColumnType, RowRole, SignConvention, Table
from syditval.store.entry import Entry, KeptFinding
from syditval.web.screens.states import State

# Each amount with the roles that its column may have.
ROLES = {"budget": (BUDGET,), "outcome": OUTCOMES, "forecast": (FORECAST,)}
# The sign of a cost, where revenue has the other.
COST_SIGNS = {SignConvention.REVENUE_NEGATIVE: 1, SignConvention.REVENUE_POSITIVE: -1}
# A budget that is smaller than a twentieth of its costs is a result, and says nothing of their size.
RESULT = 20


@dataclass(frozen=True, slots=True)
class Amounts:
    """The year's budget, the outcome to date and the year's forecast in kr; None where it cannot be read."""

    budget: Decimal | None
    outcome: Decimal | None
    forecast: Decimal | None


@dataclass(frozen=True, slots=True)
class MonthTotals:
    """What one table of a month comes to: the first of its kind, of which the workbook has ``tables``.

    ``total`` is the row of the grand total with its own sign. ``costs`` are the lines of cost alone, above
    zero, and None where the table does not tell cost from revenue by sign. ``found`` are the findings in all
    tables of the kind that are neither waived nor immaterial.
    """

    period: Period
    kind: str
    title: str
    tables: int
    total: Amounts
    costs: Amounts | None
    found: Mapping[State, int] = field(default_factory=dict)

    @property
    def is_balanced(self) -> bool | None:
        """Whether revenue and cost take each other out in the budget; None where that cannot be told.

        Only the costs show the size of such a budget.
        """
        if self.costs is None or self.costs.budget is None or self.total.budget is None:
            return None
        return abs(self.total.budget) * RESULT < self.costs.budget


def totals_of(
    entry: Entry, tables: Sequence[Table], findings: Sequence[KeptFinding]
) -> tuple[MonthTotals, ...]:
    """The totals of an entry's tables, one for each kind, without tables that have no unit or no outcome."""
    kinds: dict[str, list[Table]] = {}
    for table in tables:
        if table.unit in KRONOR and _column(table, "outcome"):
            kinds.setdefault(table.kind, []).append(table)
    found = _found(tables, findings)
    return tuple(_month_totals(entry.period, alike, found[kind]) for kind, alike in kinds.items())


def _found(tables: Iterable[Table], findings: Iterable[KeptFinding]) -> Mapping[str, Mapping[State, int]]:
    """The findings that count, by the kind of their table; those of no table are left out."""
    found: dict[str, Counter[State]] = {table.kind: Counter() for table in tables}
    kinds = {table.id: table.kind for table in tables}
    for each in findings:
        if each.standing is Status.OPEN and each.table in kinds:
            found[kinds[each.table]][State(each.severity)] += 1
    return found


def _month_totals(period: Period, alike: Sequence[Table], found: Mapping[State, int]) -> MonthTotals:
    table = alike[0]
    title = table.title or table.sheet
    return MonthTotals(period, table.kind, title, len(alike), _total(table), _costs(table), found)


def _total(table: Table) -> Amounts:
    """The last row that is a total, or all lines together where no row is."""
    last = table.rows_with(RowRole.TOTAL)[-1:]
    lines = table.rows_with(RowRole.DETAIL)
    weights = {row.number: table.total_weights.get(row.number, 1) for row in lines}
    return _summed(table, {row.number: 1 for row in last} or weights)


def _costs(table: Table) -> Amounts | None:
    sign = COST_SIGNS.get(table.sign)
    if sign is None:
        return None
    counted = [row for row in table.rows_with(RowRole.DETAIL) if table.total_weights.get(row.number, 1)]
    return _summed(table, {row.number: sign for row in counted if _side(table, row.number) != -sign})


def _side(table: Table, row: int) -> int:
    """The sign of a line: of its budget, or else of what else it has; 0 for a line of noughts."""
    amounts = (_amount(table, row, name) for name in ROLES)
    return next(((amount > 0) - (amount < 0) for amount in amounts if amount), 0)


def _summed(table: Table, weights: Mapping[int, int]) -> Amounts:
    """The weighted sums of some rows, by their numbers, in kr."""
    return Amounts(*(_sum(table, name, weights) for name in ROLES))


def _sum(table: Table, name: str, weights: Mapping[int, int]) -> Decimal | None:
    """None where an amount cannot be read: a sum without it would be another one."""
    weighted = []
    for row, weight in weights.items():
        amount = _amount(table, row, name)
        if amount is None:
            return None
        weighted.append(amount * weight)
    return sum(weighted, Decimal(0)) * KRONOR[table.unit] if weighted else None


def _amount(table: Table, row: int, name: str) -> Decimal | None:
    """An amount in the table's unit, blank and nil as 0; None where there is none to be read."""
    column = _column(table, name)
    figure = table.figures.get((row, column.role)) if column else None
    return figure.amount if figure and figure.readable else None


def _column(table: Table, name: str) -> Column | None:
    amounts = (column for column in table.columns if column.type is ColumnType.AMOUNT)
    return next((column for column in amounts if column.role in ROLES[name]), None)
