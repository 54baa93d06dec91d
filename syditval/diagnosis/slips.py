"""Every way in which one cell may have come to hold what it does instead of a value of a given span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import log

from syditval.diagnosis.guess import Guess
from syditval.diagnosis.habits import Habits
from syditval.diagnosis.keystrokes import meant_by
from syditval.diagnosis.neighbours import equal_neighbours, lines_between
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Span, Values
from syditval.diagnosis.scales import hinted, rescaled
from syditval.model.amounts import FigureState
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef
from syditval.model.relation import OF_TWO, Form

# How often each kind of slip comes about, in a table in which something is wrong. Typing errors are as
# frequent among each other as Statistics Netherlands found them; the others were set by hand.
PRIORS = {
    Mechanism.DIGIT_REPLACED: 0.26,
    Mechanism.DIGITS_SWAPPED: 0.14,
    Mechanism.DIGIT_ADDED: 0.05,
    Mechanism.DIGIT_LOST: 0.05,
    Mechanism.SIGN: 0.12,
    Mechanism.FACTOR_1000: 0.05,
    Mechanism.FACTOR_10: 0.02,
    Mechanism.COPIED: 0.03,
    Mechanism.BLANK: 0.02,
    Mechanism.TEXT: 0.95,
    Mechanism.LINE_OMITTED: 0.20,
    Mechanism.LINE_DOUBLED: 0.10,
    Mechanism.STALE_TOTAL: 0.12,
    Mechanism.OTHER: 0.12,
}
# A variance or a percentage is reckoned, not copied from a ledger: it is wrong less often, but for its sign.
_COMPUTED = log(0.3)
# So many values on either side of the middle of a span are weighed one by one.
_REACH = 200
# So many need not be, where one relation alone tells: together they weigh as much as one that is certain.
_FEW_VALUES = 9
_HINTED, _NOT_HINTED = log(0.9), log(0.02)
_PLAIN_TO_SEE = (Mechanism.BLANK, Mechanism.TEXT)


class Slips:
    """The single slips that a net allows for."""

    def __init__(self, net: Net, habits: Habits) -> None:
        self.net = net
        self.habits = habits
        self._failing = {rule.index for rule in net.failing}
        self._computed = {
            each.relation.target.cell
            for each in net.judgements
            if each.relation.form in (*OF_TWO, Form.DIFFERENCE)
        }

    def of(self, cell: CellRef, span: Span, others: Values) -> list[Guess]:
        """All guesses at a value of a cell within a span, with some other cells changed."""
        return list(_Suspect(self, cell, others).guesses(span))

    def fit(self, values: Values) -> float:
        """How much better values of some cells go with their relations and columns than what is there."""
        numbers = {number for cell in values for number in self.net.numbers_of(cell)}
        weight = 0.0
        for number in sorted(numbers):
            rule = self.net.rule(number)
            weight += rule.log_mass(values) - (0.0 if self.is_failing(number) else rule.log_mass({}))
        for cell, value in values.items():
            habit = self.habits.of(cell)
            weight += habit.likeness(cell.row, float(value))
            weight -= habit.likeness(cell.row, float(self.net.value(cell)))
        return weight + self.net.bounds.log_mass(values, values) - self.net.bounds.log_mass(values, {})

    def is_computed(self, cell: CellRef) -> bool:
        """Whether a cell is what a difference or a quotient is found in."""
        return cell in self._computed

    def is_failing(self, number: int) -> bool:
        """Whether a relation failed to begin with."""
        return number in self._failing


class _Suspect:
    """One cell that may be wrong, while some others are changed."""

    def __init__(self, slips: Slips, cell: CellRef, others: Values) -> None:
        self._slips, self._cell, self._others = slips, cell, others
        self._figure = slips.net.figures[cell]
        self._habit = slips.habits.of(cell)
        self._rules = slips.net.rules_of(cell)
        self._grain = slips.net.grain(cell)
        self._units = int(slips.net.value(cell) / self._grain)
        self._holds_amount = self._figure.state is FigureState.AMOUNT
        self._is_total = cell in slips.habits.totals
        self._discount = _COMPUTED if slips.is_computed(cell) else 0.0
        # A slip strikes any line alike; a total is its own line.
        self._chance_of_place = 0.0 if self._is_total else -log(self._habit.lines)
        may_be_copied = self._holds_amount and not self._is_total
        self._neighbours = list(equal_neighbours(slips.net, cell)) if may_be_copied else []
        self._fits: dict[int, float] = {}
        self._before = self._weight_before()

    def guesses(self, span: Span) -> Iterator[Guess]:
        """The guesses, in a fixed order."""
        low, high = whole_units(span, self._grain)
        if low > high:
            return
        yield from self._of_any_value(low, high)
        if self._figure.formula is None and self._holds_amount:
            yield from self._typed(low, high)
        if self._is_total and self._holds_amount:
            for mechanism, number, chance, line in lines_between(self._slips.net, self._cell, self._grain):
                if low <= number <= high:
                    yield self._guess(mechanism, number, chance, line)

    def _typed(self, low: int, high: int) -> Iterator[Guess]:
        for meant in meant_by(self._units, low, high):
            yield self._guess(meant.mechanism, meant.number, meant.log_chance + self._discount)
        for mechanism, number, chance in rescaled(self._units, low, high):
            is_sign = mechanism is Mechanism.SIGN
            yield self._guess(mechanism, number, chance + (0.0 if is_sign else self._discount))

    def _of_any_value(self, low: int, high: int) -> Iterator[Guess]:
        """Slips that may hide any value: each value is a guess, or the middle for all where they are many."""
        middle = (low + high) // 2
        if high - low >= _FEW_VALUES and len(self._rules) == 1:
            yield from self._of_many_values(middle)
            return
        for number in range(max(low, middle - _REACH), min(high, middle + _REACH) + 1):
            if number != self._units or not self._holds_amount:
                yield from self._hiding(number)

    def _of_many_values(self, middle: int) -> Iterator[Guess]:
        """The middle of all values that one relation allows: what it leaves over is something in any case."""
        (rule,) = self._rules
        share = rule.log_mass({**self._others, self._cell: middle * self._grain})
        for guess in self._hiding(middle):
            yield replace(guess, weight=guess.weight - share, share=share)

    def _hiding(self, number: int) -> Iterator[Guess]:
        if not self._figure.readable:
            hints = hinted(self._figure.written)
            is_hinted = number * self._grain in hints
            chance = (_HINTED if is_hinted else _NOT_HINTED) if hints else 0.0
            yield self._guess(Mechanism.TEXT, number, chance)
            return
        if not self._holds_amount:
            yield self._guess(Mechanism.BLANK, number, -log(max(1, self._habit.blanks)))
            return
        scale = self._habit.scale / float(self._grain)
        yield self._guess(Mechanism.OTHER, number, self._discount - log(2 * scale + 1))
        if self._is_total:
            size = max(float(abs(Decimal(number))), scale / 3)
            yield self._guess(Mechanism.STALE_TOTAL, number, -log(0.6 * size + 20))
        for neighbour, chance in self._neighbours:
            yield self._guess(Mechanism.COPIED, number, self._discount + chance, neighbour)

    def _guess(self, mechanism: Mechanism, number: int, chance: float, *witnesses: CellRef) -> Guess:
        if mechanism not in _PLAIN_TO_SEE:
            chance += self._chance_of_place
        weight = log(PRIORS[mechanism]) + chance + self._fit(number)
        return Guess(mechanism, number * self._grain, weight, witnesses)

    def _fit(self, number: int) -> float:
        """How much better a value goes with the cell's relations and its column than what is there."""
        if number not in self._fits:
            values = {**self._others, self._cell: number * self._grain}
            masses = sum(rule.log_mass(values) for rule in self._rules) + self._reach(values)
            self._fits[number] = masses + self._likeness(number) - self._before
        return self._fits[number]

    def _likeness(self, number: int) -> float:
        return self._habit.likeness(self._cell.row, float(number * self._grain))

    def _weight_before(self) -> float:
        """The same of what is there, as far as it breaks no relation."""
        sound = (rule for rule in self._rules if not self._slips.is_failing(rule.index))
        masses = sum(rule.log_mass(self._others) for rule in sound if rule.holds(self._others))
        return masses + self._reach(self._others) + self._likeness(self._units)

    def _reach(self, values: Values) -> float:
        return self._slips.net.bounds.log_mass([self._cell], values)


def whole_units(span: Span, grain: Decimal) -> tuple[int, int]:
    """The first and the last multiple of a grain within a span."""
    low, high = span
    return (
        int((low / grain).to_integral_value(ROUND_CEILING)),
        int((high / grain).to_integral_value(ROUND_FLOOR)),
    )
