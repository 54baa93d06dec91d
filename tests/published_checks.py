"""What published tables are known to say of themselves: checks written as sentences, made into places.

A sentence names a row and a column and says how the figure there should follow from others. Labels
are not always told apart by it: the figure that is reported and the one that was computed are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from enum import StrEnum
from itertools import combinations, product
from typing import Protocol

# Row and column among the table's rows, from 0; column 0 holds the labels.
Place = tuple[int, int]
Parts = tuple[tuple[int, Place], ...]
# The form of a check, and the rows of a column or the columns of a row that it is about.
_Lanes = tuple[str, tuple[int, ...]]

_DOWN = re.compile(r"column '(?P<column>.*)': row '(?P<row>.*)' = sum of (?P<count>\d+) rows.*")
_ACROSS = re.compile(r"row '(?P<row>.*)' \(#(?P<number>\d+)\): (?P<formula>.*)")
_CHANGE = re.compile(r"change % (?P<new>.*) vs (?P<old>.*)")
_TERM = re.compile(r"(?:^|([+-]) )(.+?)(?= [+-] |$)")
_IN_OTHER_WORDS = {
    "Budget-avvikelse": "Budget-avvikelse = Utfall - Budget",
    "Period 2019-2022 = sum of the four years": "Period 2019-2022 = Budget + Budget + Budget + Budget",
}
_CHANGE_OF_RESULT = "Förändring % = change / (utfall - change)"
_UNLABELLED = {"(unlabelled)", "(unlabelled total)"}
_OF_WHICH = ("varav", "därav")
_TOTAL = "summa"
# More rows than these are looked for only where they follow each other.
_FEW_ROWS = 3
_LESS = (1, -1)
# Percentages were computed to so many decimals.
_DECIMALS = 3


class Kind(StrEnum):
    """What the target is of its parts; out of scope is what needs prose, another table or another period."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PERCENTAGE = "percentage"
    OUT_OF_SCOPE = "out of scope"


class Axis(StrEnum):
    """Which way the parts lie: down the target's column, or across the table's columns."""

    COLUMN = "column"
    ROW = "row"


class Grid(Protocol):
    """What is asked of a table."""

    @property
    def headings(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...
    def figure(self, place: Place) -> Decimal: ...


@dataclass(frozen=True, slots=True)
class Expected:
    """One relation that a table is known to hold, or not to.

    ``verdict`` is holds, rounding, off or not_checkable. ``parts`` are weighted; of a percentage they
    are the part and the whole, or what is new and what is old, or the change and what it led to.
    Where the kind is out of scope there is no axis, no target and no part.
    """

    sentence: str
    reported: str
    computed: str
    verdict: str
    kind: Kind = Kind.OUT_OF_SCOPE
    axis: Axis | None = None
    target: Place | None = None
    parts: Parts = ()

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    @property
    def places(self) -> frozenset[Place]:
        """The target and every part."""
        return frozenset(place for _, place in self.parts) | ({self.target} if self.target else set())


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a sentence.

    Sentences of one ``form`` are about the same rows, or the same columns: the same ``lanes``.
    """

    kind: Kind
    axis: Axis
    form: str
    target: Place
    parts: Parts
    worth: Callable[[Grid, Parts], Decimal]

    @property
    def lanes(self) -> _Lanes:
        lane = 0 if self.axis is Axis.COLUMN else 1
        return self.form, (self.target[lane], *(place[lane] for _, place in self.parts))

    def fits(self, grid: Grid, check: Mapping[str, str]) -> bool:
        """Whether this gives what is reported and what was computed."""
        row, column = self.target
        if grid.rows[row][column] != check["reported"]:
            return False
        try:
            return self.worth(grid, self.parts) == Decimal(check["computed"])
        except DecimalException:
            return False


def expectations(grid: Grid, checks: Iterable[Mapping[str, str]]) -> tuple[Expected, ...]:
    """The checks of a table, each with the places it is about.

    Raises ValueError where nothing in the table is what a check says.
    """
    checks = list(checks)
    fitting = [[each for each in _readings(grid, check) if each.fits(grid, check)] for check in checks]
    # What fits one check by chance does not fit the others of its form.
    popularity = Counter(lanes for found in fitting for lanes in {each.lanes for each in found})
    return tuple(_expected(*pair, popularity) for pair in zip(checks, fitting, strict=True))


def _expected(check: Mapping[str, str], fitting: Sequence[_Reading], popularity: Counter[_Lanes]) -> Expected:
    told = (check["check"], check["reported"], check["computed"], check["verdict"])
    if fitting:
        best = max(fitting, key=lambda each: popularity[each.lanes])
        return Expected(*told, best.kind, best.axis, best.target, best.parts)
    if _DOWN.fullmatch(check["check"]) or _ACROSS.fullmatch(check["check"]):
        raise ValueError(f"nothing in the table is what is said: {check['check']}")
    return Expected(*told)


def _readings(grid: Grid, check: Mapping[str, str]) -> Iterator[_Reading]:
    if match := _DOWN.fullmatch(check["check"]):
        yield from _down(grid, match)
    elif match := _ACROSS.fullmatch(check["check"]):
        row, formula = int(match["number"]), match["formula"]
        if change := _CHANGE.fullmatch(formula):
            yield _change(grid, match, change)
        elif formula == _CHANGE_OF_RESULT:
            names = [(1, "Förändring"), (1, "Utfall")]
            yield from _across(grid, row, formula, _Formula("Förändring", names, Kind.PERCENTAGE, _growth))
        else:
            yield from _across(grid, row, formula, _formula(formula))


def _down(grid: Grid, match: re.Match[str]) -> Iterator[_Reading]:
    form = match[0].partition(": ")[2]
    label = "" if match["row"] in _UNLABELLED else match["row"]
    targets = [number for number, row in enumerate(grid.rows) if row[0] == label]
    columns = [place for place, heading in enumerate(grid.headings) if heading == match["column"]]
    for target, column in product(targets, columns):
        for rows in _rows_near(grid, target, int(match["count"])):
            places = [(row, column) for row in rows]
            parts = tuple((1, place) for place in places)
            yield _Reading(Kind.SUM, Axis.COLUMN, form, (target, column), parts, _weighted_sum)
            if len(places) == len(_LESS):
                # Income and outlay, neither signed: said to be a sum, too.
                parts = tuple(zip(_LESS, places, strict=True))
                yield _Reading(Kind.DIFFERENCE, Axis.COLUMN, form, (target, column), parts, _weighted_sum)


def _rows_near(grid: Grid, target: int, count: int) -> Iterator[tuple[int, ...]]:
    """Rows that may add up to a target: those next to it, with and without of-which rows, or any few, totals first."""
    filled = [number for number, row in enumerate(grid.rows) if any(row[1:]) and number != target]
    own = [number for number in filled if not grid.rows[number][0].lower().startswith(_OF_WHICH)]
    for rows in (filled, own):
        above, below = [row for row in rows if row < target], [row for row in rows if row > target]
        yield from (tuple(run) for run in (above[-count:], below[:count]) if len(run) == count)
    if count <= _FEW_ROWS:
        yield from sorted(
            combinations(filled, count), key=lambda rows: sum(abs(row - target) for row in rows)
        )


@dataclass(frozen=True, slots=True)
class _Formula:
    """The name of a column and, weighted, those of the columns it follows from."""

    target: str
    terms: Sequence[tuple[int, str]]
    kind: Kind
    worth: Callable[[Grid, Parts], Decimal]


def _formula(text: str) -> _Formula:
    target, _, terms = _IN_OTHER_WORDS.get(text, text).partition(" = ")
    if " / " in terms:
        return _Formula(target, [(1, name) for name in terms.split(" / ")], Kind.PERCENTAGE, _share)
    signed = [(-1 if sign == "-" else 1, name) for sign, name in _TERM.findall(terms)]
    kind = Kind.SUM if all(weight > 0 for weight, _ in signed) else Kind.DIFFERENCE
    return _Formula(target, signed, kind, _weighted_sum)


def _across(grid: Grid, row: int, form: str, formula: _Formula) -> Iterator[_Reading]:
    named = [_columns(grid, name) for name in (formula.target, *(name for _, name in formula.terms))]
    for target, *columns in product(*named):
        if len({target, *columns}) == len(named):
            weights = (weight for weight, _ in formula.terms)
            parts = tuple(zip(weights, ((row, column) for column in columns), strict=True))
            yield _Reading(formula.kind, Axis.ROW, form, (row, target), parts, formula.worth)


def _columns(grid: Grid, name: str) -> list[int]:
    """The columns whose heading begins with a name, or whose first word does."""
    return [
        column
        for column, heading in enumerate(grid.headings)
        if column and (heading.startswith(name) or name.startswith(heading.split()[0]))
    ]


def _change(grid: Grid, match: re.Match[str], change: re.Match[str]) -> _Reading:
    """A change in per cent below the rows it is about: under what is new, in a row of the same label."""
    amounts = [row[0] for row in grid.rows].index(match["row"])
    new, old = grid.headings.index(change["new"]), grid.headings.index(change["old"])
    parts = ((1, (amounts, new)), (1, (amounts, old)))
    return _Reading(Kind.PERCENTAGE, Axis.ROW, change[0], (int(match["number"]), new), parts, _increase)


def _weighted_sum(grid: Grid, parts: Parts) -> Decimal:
    return sum((weight * grid.figure(place) for weight, place in parts), Decimal(0))


def _share(grid: Grid, parts: Parts) -> Decimal:
    part, whole = _figures(grid, parts)
    return _per_cent(part, whole)


def _growth(grid: Grid, parts: Parts) -> Decimal:
    change, result = _figures(grid, parts)
    return _per_cent(change, result - change)


def _increase(grid: Grid, parts: Parts) -> Decimal:
    new, old = _figures(grid, parts)
    return _per_cent(new - old, old)


def _figures(grid: Grid, parts: Parts) -> Iterator[Decimal]:
    return (grid.figure(place) for _, place in parts)


def _per_cent(part: Decimal, whole: Decimal) -> Decimal:
    return round(100 * part / whole, _DECIMALS)
