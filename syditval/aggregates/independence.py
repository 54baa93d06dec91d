"""Whether a relation says something new: what follows from others is not stated again."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction


class Basis:
    """Linear relations between lines, none of which follows from the others.

    A grand total may be stated over subtotals, over lines, or over some of each: once two of these
    are known, the third is no further evidence and no further check.
    """

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Fraction]] = {}

    def adds(self, relation: Mapping[int, int]) -> bool:
        """Take in a relation (weights by line, adding up to nothing); False where it follows from others."""
        rest = {line: Fraction(weight) for line, weight in relation.items()}
        while rest:
            pivot = min(rest)
            factor = rest[pivot]
            if pivot not in self._rows:
                self._rows[pivot] = {line: weight / factor for line, weight in rest.items()}
                return True
            for line, weight in self._rows[pivot].items():
                left = rest.get(line, Fraction(0)) - factor * weight
                if left:
                    rest[line] = left
                else:
                    rest.pop(line, None)
        return False
