"""What guards the cells of a generated table, said without the program under test.

The rules are those that the table was made by; whether one is broken is worked out here once more,
from specification A.4 and B.2-B.3 alone: half a step for each figure, at most 4.5 standard deviations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tests.diagnosis.generated_tables import PERCENT, TOTAL, Place, Print, Printed

CREDIBLE = Decimal("4.5")


class Guard(StrEnum):
    """What tells an error in a cell from one in another cell, by the shape of the table (B.8)."""

    ALONE = "identifiable"
    COLUMN = "column-only"
    ROW = "row-class"
    NONE = "unguarded"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Cells that depend on one another: their weighted sum is 0, or the first is the second in per cent
    of the third."""

    weights: Mapping[Place, int]
    is_quotient: bool = False

    def is_broken(self, table: Printed) -> bool:
        """Whether the printed figures fail beyond what rounding credibly explains; words cannot be judged."""
        held = [table.figures[place] for place in self.weights]
        if any(isinstance(each, str) for each in held):
            return False
        target = next(iter(self.weights))
        if target[0] == TOTAL and table.figures[target] is None:
            return False
        return self._quotient_fails(held) if self.is_quotient else self._sum_fails(held)

    def _sum_fails(self, held: Iterable[Print]) -> bool:
        figures = [(_amount(each), _half_step(each)) for each in held]
        weights = self.weights.values()
        residual = sum(
            (weight * amount for weight, (amount, _) in zip(weights, figures, strict=True)), Decimal(0)
        )
        bound = sum((half for _, half in figures), Decimal(0))
        spread = (sum((half * half for _, half in figures), Decimal(0)) / 3).sqrt()
        return abs(residual) > min(bound, CREDIBLE * spread)

    def _quotient_fails(self, held: Iterable[Print]) -> bool:
        percent, part, whole = held
        if percent is None:
            return False
        (above, up), (under, down) = ((_amount(each), _half_step(each)) for each in (part, whole))
        if abs(under) <= down:
            return False
        corners = [100 * (above + a) / (under + b) for a in (-up, up) for b in (-down, down)]
        half = _half_step(percent, "0.1")
        return not min(corners) - half <= _amount(percent) <= max(corners) + half


def _amount(held: Print) -> Decimal:
    return held if isinstance(held, Decimal) else Decimal(0)


def _half_step(held: Print, step: str = "1") -> Decimal:
    """Half of the last place that a figure is written to; no coarser than its column is."""
    exponent = held.normalize().as_tuple().exponent if isinstance(held, Decimal) else 0
    assert isinstance(exponent, int)
    return min(Decimal(step), Decimal(1).scaleb(exponent)) / 2


class Guarding:
    """The rules of a table, but those that sound formulas fulfil by themselves, and what they tell of it."""

    def __init__(self, table: Printed) -> None:
        self.table = table
        self.rules = [rule for rule in _all_rules(table) if not _is_by_formula(table, rule)]
        self.broken = [rule for rule in self.rules if rule.is_broken(table)]
        self.signatures = self._signatures()
        self._alike = Counter(self.signatures.values())

    def guard(self, place: Place) -> Guard | None:
        """How a cell is guarded; None for a sound formula, which is never to blame."""
        if place not in self.signatures:
            return None
        signature = self.signatures[place]
        if not signature:
            return Guard.NONE
        if self._alike[signature] == 1:
            return Guard.ALONE
        (number, _), *others = signature
        is_down = len({role for _, role in self.rules[number].weights}) == 1
        return Guard.COLUMN if is_down and not others else Guard.ROW

    @property
    def exposed(self) -> set[Place]:
        """The cells that take part in a broken rule."""
        return {place for rule in self.broken for place in rule.weights}

    @property
    def excused(self) -> set[Place]:
        """The cells that take part in a rule which holds."""
        return {place for rule in self.rules if rule not in self.broken for place in rule.weights}

    def _signatures(self) -> dict[Place, frozenset[tuple[int, int]]]:
        """The rules that each cell takes part in, with its weights up to a common sign."""
        entries: dict[Place, list[tuple[int, int]]] = {
            (row, role): []
            for row in self.table.rows
            for role in self.table.shape.headings
            if not self.table.is_sound_formula((row, role))
        }
        for number, rule in enumerate(self.rules):
            for place, weight in rule.weights.items():
                if place in entries:
                    entries[place].append((number, weight))
        return {
            place: frozenset((number, weight * found[0][1]) for number, weight in found)
            for place, found in entries.items()
        }


def _all_rules(table: Printed) -> Iterator[Rule]:
    for role in table.shape.amounts:
        yield Rule({(TOTAL, role): -1, **{(line, role): 1 for line in table.lines}})
    for row in table.rows:
        for role, (minuend, subtrahend) in table.shape.differences.items():
            yield Rule({(row, role): -1, (row, minuend): 1, (row, subtrahend): -1})
        if PERCENT in table.shape.headings and table.figures[row, PERCENT] is not None:
            yield Rule({(row, PERCENT): 1, (row, "booked"): 1, (row, "budget"): 1}, is_quotient=True)


def _is_by_formula(table: Printed, rule: Rule) -> bool:
    totals = [place for place in rule.weights if place[0] == TOTAL]
    return bool(totals) and all(table.is_sound_formula(place) for place in totals)
