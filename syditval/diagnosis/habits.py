"""What the lines of a column have in common, so that an amount unlike them can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from statistics import median

from syditval.diagnosis.net import Net
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Form

Amounts = Mapping[int, float]

# How unlike its column an amount is that has the other sign than the one beside it, in natural logarithms.
_OTHER_SIGN = -4.0
# Amounts of a column are this many times its median at most, as far as chance is concerned.
_LARGEST = 100
# Fewer lines say nothing of how two columns go together.
_FEWEST_LINES = 4
# Ratios of two columns never agree better than this, as natural logarithms.
_LEAST_SPREAD = 0.05
_NORMAL = 1.4826


@dataclass(frozen=True)
class Habit:
    """The lines of one column: their amounts by row, and the column that they go together with best."""

    amounts: Amounts
    blanks: int
    beside: Amounts
    middle: float = 0.0
    spread: float = 1.0

    @property
    def lines(self) -> int:
        """How many lines there are, blank ones too."""
        return len(self.amounts) or 1

    @cached_property
    def scale(self) -> float:
        """The size of the largest amounts, a few monsters left aside."""
        sizes = [abs(amount) for amount in self.amounts.values() if amount]
        return min(max(sizes), _LARGEST * median(sizes)) if sizes else 1.0

    def likeness(self, row: int, amount: float) -> float:
        """How well an amount fits the others, as a logarithm: by its sign, and by the one beside it."""
        return self._sign(amount) + self._ratio(row, amount)

    @cached_property
    def _shares(self) -> tuple[float, float]:
        """The shares of negative and of positive amounts, as logarithms."""
        signs = [amount > 0 for amount in self.amounts.values() if amount]
        positive = (sum(signs) + 0.5) / (len(signs) + 1)
        return log(1 - positive), log(positive)

    def _sign(self, amount: float) -> float:
        return self._shares[amount > 0] if amount else max(self._shares)

    def _ratio(self, row: int, amount: float) -> float:
        """The logarithm of a Student density with three degrees of freedom, but for its constant."""
        beside = self.beside.get(row)
        if beside is None or (not beside and not amount):
            return 0.0
        if amount * beside <= 0:
            return _OTHER_SIGN
        distance = (log(amount / beside) - self.middle) / self.spread
        return -2 * log(1 + distance * distance / 3) - log(self.spread)


class Habits:
    """The habits of the columns of one net."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._made: dict[int, Habit] = {}

    def of(self, cell: CellRef) -> Habit:
        """The habit of a cell's column. Totals are no lines."""
        if cell.column not in self._made:
            self._made[cell.column] = self._habit(cell.column)
        return self._made[cell.column]

    @cached_property
    def totals(self) -> frozenset[CellRef]:
        """The cells that are sums of others in their column."""
        relations = (each.relation for each in self._net.judgements)
        return frozenset(each.target.cell for each in relations if each.form is Form.SUM and each.is_down)

    @cached_property
    def _columns(self) -> Mapping[int, Mapping[int, Figure]]:
        columns: defaultdict[int, dict[int, Figure]] = defaultdict(dict)
        for cell, figure in self._net.figures.items():
            if cell not in self.totals:
                columns[cell.column][cell.row] = figure
        return columns

    def _amounts(self, column: int) -> Amounts:
        return {row: float(figure.amount) for row, figure in self._columns[column].items() if figure.readable}

    def _habit(self, column: int) -> Habit:
        amounts = self._amounts(column)
        blanks = sum(figure.state is FigureState.BLANK for figure in self._columns[column].values())
        if self._has_row_rules(column):
            return Habit(amounts, blanks, {})
        fits = [
            (spread, middle, beside)
            for other in sorted(self._columns)
            if other != column and (found := _fit(amounts, beside := self._amounts(other)))
            for middle, spread in [found]
        ]
        if not fits:
            return Habit(amounts, blanks, {})
        spread, middle, beside = min(fits, key=lambda fit: fit[0])
        return Habit(amounts, blanks, beside, middle, spread)

    def _has_row_rules(self, column: int) -> bool:
        """Whether the lines of a column take part in relations along their rows: these say more."""
        lines = self._columns[column].values()
        numbers = (number for figure in lines for number in self._net.numbers_of(figure.cell))
        relations = (self._net.judgements[number].relation for number in numbers)
        return any(not relation.is_down and not relation.is_across for relation in relations)


def _fit(amounts: Amounts, beside: Amounts) -> tuple[float, float] | None:
    """Middle and spread of the ratios of two columns, as logarithms, robust; None where too few tell."""
    ratios = [
        log(amount / beside[row])
        for row, amount in amounts.items()
        if beside.get(row) and amount and amount * beside[row] > 0
    ]
    if len(ratios) < max(_FEWEST_LINES, len(amounts) // 2):
        return None
    middle = median(ratios)
    return middle, max(_LEAST_SPREAD, _NORMAL * median(abs(ratio - middle) for ratio in ratios))
