"""What of two months could not be compared, and why. What was not compared is not what agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syditval.checks.month_pair import MonthPair, heading, label_cell
from syditval.checks.month_tables import Beside
from syditval.checks.prior_year_differs import RULE as PRIOR_YEAR_DIFFERS
from syditval.checks.which_month import Compared
from syditval.model.earlier import Months
from syditval.model.gap import NotChecked
from syditval.model.kind import BUDGET, FORECAST, LABEL_ROLE, OUTCOMES, PRIOR_YEAR
from syditval.model.relation import Reason

_JANUARY = 1


def gaps_of_months(compared: Compared, months: Months) -> Iterator[NotChecked]:
    """That there is no month of the year to compare with, or that one which was given is no earlier one.

    In January there is none, and nothing is lacking.
    """
    period = compared.period
    if compared.last is None and (period is None or period.month > _JANUARY):
        yield NotChecked(Reason.NO_LAST_MONTH, subject=str(period or ""))
    for each in months.earlier:
        if period and each.period and each.period >= period:
            yield NotChecked(Reason.NOT_EARLIER, subject=f"{each.name} ({each.period})")


def gaps_beside(found: Beside) -> Iterator[NotChecked]:
    """The tables, columns and lines that only one of two months has, and tables that cannot be compared."""
    for table in found.new:
        yield NotChecked(Reason.TABLE_NEW, table.id, heading(table, LABEL_ROLE), subject=found.source)
    for table, reason in found.hindered:
        yield NotChecked(reason, table.id, heading(table, LABEL_ROLE), subject=found.source)
    for table in found.gone:
        place = replace(heading(table, LABEL_ROLE), source=found.source)
        yield NotChecked(Reason.TABLE_GONE, subject=place.address)
    for pair in found.pairs:
        for role in (BUDGET, *OUTCOMES, FORECAST):
            if (pair.table.column(role) is None) is not (pair.before.column(role) is None):
                yield _column(pair, role)
        yield from _lines(pair)


def gaps_of_prior_year(found: Beside) -> Iterator[NotChecked]:
    """The columns of the year before that are not compared, and their lines."""
    for table in found.new:
        yield NotChecked(Reason.NO_PRIOR_YEAR, table.id, heading(table, PRIOR_YEAR), PRIOR_YEAR_DIFFERS.code)
    for table, reason in found.hindered:
        place = heading(table, PRIOR_YEAR)
        yield NotChecked(reason, table.id, place, PRIOR_YEAR_DIFFERS.code, found.source)
    for pair in found.pairs:
        yield from _lines(pair)


def _column(pair: MonthPair, role: str) -> NotChecked:
    """A column that only one of the two tables has, at the place where it stands or would stand now."""
    column = pair.table.column(role) or pair.before.column(role)
    name = column.header if column else role
    return NotChecked(Reason.COLUMN_NOT_COMPARED, pair.table.id, heading(pair.table, role), subject=name)


def _lines(pair: MonthPair) -> Iterator[NotChecked]:
    """The lines that only the table of now has, as one entry at the first of them."""
    if new := pair.lines.new:
        place = label_cell(pair.table, new[0].number)
        source = pair.conversion.source
        yield NotChecked(Reason.LINE_NOT_COMPARED, pair.table.id, place, subject=source, count=len(new))
