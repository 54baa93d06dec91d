"""What amounts have to reach: it makes values likelier or less likely, and never settles any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from syditval.arithmetic.bound import is_reached
from syditval.diagnosis.rule import Values, with_values
from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, Form, Judgement, Relation

# How seldom an amount falls short of what it has to reach and nothing is wrong: something was reversed.
_SHORT = log(0.02)


class Bounds:
    """The relations of a table that say of an amount what it has to reach."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._judgements = judgements
        self._numbers: defaultdict[CellRef, list[int]] = defaultdict(list)
        for number, judgement in enumerate(judgements):
            if judgement.relation.form is Form.AT_LEAST:
                for cell in judgement.relation.cells:
                    self._numbers[cell].append(number)

    def log_mass(self, cells: Iterable[CellRef], values: Values) -> float:
        """The logarithm of how likely it is that some cells fall short as they do, with some changed."""
        return _SHORT * sum(not _holds(self._relation(number), values) for number in self._of(cells))

    def met(self, values: Values) -> list[int]:
        """The relations that fail, and hold with some cells changed, by their numbers."""
        return [
            number
            for number in self._of(values)
            if self._judgements[number].verdict in FAILS and _holds(self._relation(number), values)
        ]

    def _of(self, cells: Iterable[CellRef]) -> list[int]:
        return sorted({number for cell in cells for number in self._numbers.get(cell, ())})

    def _relation(self, number: int) -> Relation:
        return self._judgements[number].relation


def _holds(relation: Relation, values: Values) -> bool:
    """Whether an amount reaches another, some being changed; nothing is said where either cannot be read."""
    changed = with_values(relation, values)
    return not all(figure.readable for figure in changed.figures) or is_reached(changed)
