"""One wrong cell: every cell that could make a set of failing rules hold all by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from syditval.diagnosis.effort import Effort
from syditval.diagnosis.explanation import Explanation, Mend, Step
from syditval.diagnosis.guess import Guess, together
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Rule, Span, Spans, Values
from syditval.diagnosis.slips import Slips, whole_units
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef

# The share of its own weight that a value must have for it to be suggested, as a logarithm.
_OUTSTANDING = -0.01


class Singles:
    """The search for one wrong cell."""

    def __init__(self, net: Net, slips: Slips) -> None:
        self._net = net
        self._slips = slips

    def explaining(self, failing: Sequence[Rule], effort: Effort) -> Iterator[Explanation]:
        """Every explanation by one cell, in the order of the cells. Raises OutOfEffort."""
        for cell in shared_cells(failing):
            effort.spend()
            span = self.span(cell, {})
            found = self.at(cell, span, {}) if span is not None else None
            # A quotient near nought bounds nothing: whether it then holds has to be asked.
            if found and all(rule.holds(found.values) for rule in failing):
                yield found

    def span(self, cell: CellRef, others: Spans) -> Span | None:
        """The values of a cell with which all its rules hold, cut to whole grains; None where none does.

        None too where no rule says anything of it.
        """
        rooms = (rule.room(cell, others) for rule in self._net.rules_of(cell))
        return cut(meeting(rooms), self._net.grain(cell))

    def at(self, cell: CellRef, span: Span, others: Values) -> Explanation | None:
        """The explanation that a cell is wrong and holds a value of a span instead."""
        guesses = self._slips.of(cell, span, others)
        if not guesses:
            return None
        best = _best(guesses)
        mend = Mend(cell, span, best.value, _stands_out(best, guesses))
        weight = together(guess.weight for guess in guesses)
        named = together(guess.weight for guess in guesses if guess.mechanism is best.mechanism)
        return Explanation((Step(best.mechanism, (mend,), weight, named, best.witnesses),))


def shared_cells(rules: Sequence[Rule]) -> list[CellRef]:
    """The cells that take part in all of some rules, in their order."""
    smallest, *others = sorted(rules, key=lambda rule: len(rule.cells))
    return sorted(cell for cell in smallest.cells if all(cell in other.cells for other in others))


def meeting(rooms: Iterable[Span | None]) -> Span | None:
    """What spans have in common, those that say nothing left out; None where that is nothing."""
    told = [room for room in rooms if room is not None]
    if not told:
        return None
    low, high = max(low for low, _ in told), min(high for _, high in told)
    return (low, high) if low <= high else None


def cut(span: Span | None, grain: Decimal) -> Span | None:
    """A span from its first whole grain to its last; None where it holds none."""
    if span is None:
        return None
    low, high = whole_units(span, grain)
    return (low * grain, high * grain) if low <= high else None


def _best(guesses: Sequence[Guess]) -> Guess:
    """The likeliest value of the likeliest mechanism."""
    by_mechanism: defaultdict[Mechanism, list[Guess]] = defaultdict(list)
    for guess in guesses:
        by_mechanism[guess.mechanism].append(guess)
    likeliest = max(by_mechanism.values(), key=lambda found: together(each.weight for each in found))
    return max(likeliest, key=lambda guess: guess.weight)


def _stands_out(best: Guess, guesses: Sequence[Guess]) -> bool:
    own = together(guess.weight + guess.share for guess in guesses if guess.value == best.value)
    return own - together(guess.weight for guess in guesses) > _OUTSTANDING
