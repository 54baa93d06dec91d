"""Which earlier month a workbook is compared with, and which of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from syditval.model.earlier import Earlier, Months
from syditval.model.period import Period
from syditval.model.table import Table


@dataclass(frozen=True, slots=True)
class Compared:
    """The period of a month as far as it is known, and what it is compared with.

    ``last`` is the month before it in the same year, ``year_before`` the same month of the year before,
    ``year_end`` December of that year; None where it is not among what is known.
    """

    period: Period | None = None
    last: Earlier | None = None
    year_before: Earlier | None = None
    year_end: Earlier | None = None


def compared_with(months: Months, tables: Sequence[Table]) -> Compared:
    """What the month of some tables is compared with.

    An earlier workbook that states no period is taken for the month before. So is the latest one where
    the month's own period is not known.
    """
    period = months.period or _stated(tables)
    undated = [each for each in months.earlier if each.period is None]
    if period is None:
        return Compared(last=max(months.earlier, key=_order, default=None))
    dated = {each.period: each for each in months.earlier}
    same_year = [each for each in months.earlier if _is_earlier_in_year(each.period, period)]
    return Compared(
        period,
        undated[-1] if undated else max(same_year, key=_order, default=None),
        dated.get(period.a_year_before),
        dated.get(period.december_before),
    )


def _stated(tables: Sequence[Table]) -> Period | None:
    """The last month that any table says it reaches to."""
    days = [date.fromisoformat(table.period) for table in tables if table.period]
    return Period.of_day(max(days)) if days else None


def _order(earlier: Earlier) -> tuple[bool, str]:
    return earlier.period is None, str(earlier.period or "")


def _is_earlier_in_year(period: Period | None, than: Period) -> bool:
    return period is not None and period.year == than.year and period.month < than.month
