"""Outcome, budget and forecast over the months of a year: where everything stands in the drawing.

Places across are in per cent of the drawing's width, so that it fits any screen; places down are in pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from syditval.web.screens.axis import Axis, axis_of
from syditval.web.screens.states import COUNTS, State
from syditval.web.screens.totals import Amounts, MonthTotals

MONTHS = 12
LEFT, RIGHT = Decimal(17), Decimal(96)
TOP, BOTTOM = Decimal(12), Decimal(262)
# Below the drawing: the names of the months, and then a lane for each severity of findings.
NAMES, LANE = Decimal(20), Decimal(20)
PLACES = Decimal("0.01")
NOUGHT = Decimal(0)
AMOUNTS = ("budget", "outcome", "forecast")


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, at the end of a month; 0 is the start of the year."""

    month: int
    x: Decimal
    y: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its points, and which of them are joined."""

    points: tuple[Point, ...]
    joined: tuple[tuple[Point, Point], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """So many findings of one severity in one month."""

    severity: State
    count: int
    place: Point


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing of one kind of table over a year.

    ``months`` are what is drawn, by month; ``is_costs`` says that they are costs and not the table's total.
    ``lanes`` are how far down the marks of each severity stand.
    """

    latest: MonthTotals
    is_costs: bool
    axis: Axis
    months: Mapping[int, Amounts]
    series: Mapping[str, Series]
    lanes: Mapping[State, Decimal]
    marks: tuple[Mark, ...]

    @property
    def ticks(self) -> Iterator[tuple[Decimal, str]]:
        """How far down each round figure stands, and the figure."""
        return ((height(self.axis, tick), self.axis.told(tick)) for tick in self.axis.ticks)

    @property
    def names(self) -> Iterator[tuple[int, Decimal]]:
        """The months of the year, and how far to the right the name of each stands."""
        return ((month, across(month)) for month in range(1, MONTHS + 1))

    @property
    def bottom(self) -> Decimal:
        """How high the whole drawing is."""
        return BOTTOM + NAMES + LANE * len(self.lanes) + 4


def plots_of(year: int, totals: Iterable[MonthTotals]) -> tuple[Plot, ...]:
    """A drawing for each kind of table that the year has, with the findings in its tables."""
    kinds: dict[str, dict[int, MonthTotals]] = {}
    for each in totals:
        if each.period.year == year:
            kinds.setdefault(each.kind, {})[each.period.month] = each
    return tuple(_plot(dict(sorted(months.items()))) for months in kinds.values())


def across(month: int) -> Decimal:
    """How far to the right the end of a month stands."""
    return (LEFT + (RIGHT - LEFT) * month / MONTHS).quantize(PLACES)


def height(axis: Axis, amount: Decimal) -> Decimal:
    """How far down an amount stands."""
    return (BOTTOM - (BOTTOM - TOP) * axis.share(amount)).quantize(PLACES)


def linear(budget: Decimal, month: int) -> Decimal:
    """The part of a year's budget that an even pace has used at the end of a month."""
    return budget * month / MONTHS


def _plot(totals: Mapping[int, MonthTotals]) -> Plot:
    latest = totals[max(totals)]
    balances = [each.is_balanced for each in totals.values() if each.is_balanced is not None]
    is_costs = balances[-1:] == [True] and all(each.costs for each in totals.values())
    months = {month: (is_costs and each.costs) or each.total for month, each in totals.items()}
    axis = axis_of(amount for name in AMOUNTS for amount in _known(months, name).values())
    lanes = _lanes(totals.values())
    marks = tuple(_marks(totals, lanes))
    return Plot(latest, is_costs, axis, months, _all_series(axis, months), lanes, marks)


def _known(months: Mapping[int, Amounts], name: str) -> dict[int, Decimal]:
    """The amounts of one name that could be read, by month."""
    amounts = {month: getattr(each, name) for month, each in months.items()}
    return {month: amount for month, amount in amounts.items() if amount is not None}


def _all_series(axis: Axis, months: Mapping[int, Amounts]) -> Mapping[str, Series]:
    """The lines by name: budget and even use of it over the whole year, the others as far as known."""
    level, pace = _known(months, "budget"), {}
    if level:
        first, last = level[min(level)], level[max(level)]
        level, pace = {0: first, **level, MONTHS: last}, {0: NOUGHT, MONTHS: last}
    return {
        "budget": _series(axis, level, MONTHS),
        "linear": _series(axis, pace, MONTHS),
        "outcome": _series(axis, {0: NOUGHT, **_known(months, "outcome")}),
        "forecast": _series(axis, _known(months, "forecast")),
    }


def _series(axis: Axis, amounts: Mapping[int, Decimal], longest: int = 1) -> Series:
    """A line through amounts by month; over more months than ``longest`` it has a gap."""
    points = [Point(month, across(month), height(axis, amount)) for month, amount in amounts.items()]
    joined = [(one, other) for one, other in pairwise(points) if other.month - one.month <= longest]
    return Series(tuple(points), tuple(joined))


def _lanes(totals: Collection[MonthTotals]) -> Mapping[State, Decimal]:
    """How far down the findings of each severity stand, of which there are any."""
    found = [state for state in COUNTS if any(each.found.get(state) for each in totals)]
    return {state: BOTTOM + NAMES + LANE * number + LANE / 2 for number, state in enumerate(found)}


def _marks(totals: Mapping[int, MonthTotals], lanes: Mapping[State, Decimal]) -> Iterator[Mark]:
    for month, each in totals.items():
        for severity, lane in lanes.items():
            if count := each.found.get(severity):
                yield Mark(severity, count, Point(month, across(month), lane))
