"""Which of many possible sums are meant: chosen together, so that each line is part of one whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import numpy as np

from syditval.aggregates.candidate import Candidate
from syditval.aggregates.combinations import combinations
from syditval.aggregates.copies import copies
from syditval.aggregates.face import Face
from syditval.aggregates.independence import Basis
from syditval.aggregates.orders import Order, alike_named, amounts, plain, strides
from syditval.aggregates.pairs import pairs
from syditval.aggregates.regression import solved
from syditval.aggregates.runs import is_set_apart, runs
from syditval.aggregates.shapes import in_shape

# The least that a sum must be worth: with several witnesses, and with one.
ENOUGH = 6.0
ENOUGH_ALONE = 5.0
# One witness among more crossings than this, all others in proportion to it, must say more.
FEW_CROSSINGS = 4
ENOUGH_AMONG_MANY = 8.0
# Totals of totals of totals: nobody prints more levels than this.
MOST_LEVELS = 8
# A second sum of one target may fail once for so many witnesses.
WITNESSES_OF_A_SECOND = 4

# The searches whose sums a reader sees for himself: neighbours, and columns that are told by every row.
PLAIN_TO_SEE = ("neighbours", "equations")

Orders = Callable[[Face, Collection[int]], Iterator[Order]]


def sums(face: Face) -> list[Candidate]:
    """The sums of a face, none following from the others.

    Neighbours come first, level by level: lines that are part of a total make room for it. Then
    lines of one name, lines on a beat; what equations tell, and pairs; sums in the shape of others,
    and combinations of few lines.
    """
    chosen = _Chosen(face)
    for orders in (plain, amounts, alike_named, strides):
        chosen.take_levels(orders)
    for found in solved(face, chosen.sums, chosen.taken):
        chosen.take(found)
    chosen.take_levels(plain)
    for found in pairs(face):
        chosen.take(found)
    for found in (*in_shape(face, chosen.sums), *combinations(face)):
        chosen.take(found)
    for found in copies(face, chosen.sums):
        chosen.sums.append(found)
    return chosen.sums


class _Chosen:
    """The sums taken so far."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.sums: list[Candidate] = []
        self.taken: set[int] = set()
        self._basis = Basis()
        self._equate_lines()

    def _equate_lines(self) -> None:
        """Lines with the same figures are one: a sum of one of them need not be stated of the other.

        So are lines that differ by their sign alone.
        """
        first: dict[bytes, int] = {}
        for line in self.face.lines:
            figures = self.face.values[line] + 0.0
            if np.count_nonzero(figures) >= 2:
                if (opposite := first.get((0.0 - figures).tobytes())) is not None:
                    self._basis.adds({opposite: 1, line: 1})
                same = first.setdefault(figures.tobytes(), line)
                if same != line:
                    self._basis.adds({same: -1, line: 1})

    def take_levels(self, orders: Orders) -> None:
        """Take the best sums of a list of neighbours, then those that come in sight once they are taken."""
        for _ in range(MOST_LEVELS):
            candidates = [
                found
                for order, target in orders(self.face, self.taken)
                for found in runs(self.face, order, None if target is None else [target])
                if self._is_credible(found)
            ]
            taken = self._take_apart(sorted(candidates, key=lambda each: -each.score))
            if not taken:
                return
            self.taken |= taken

    def _take_apart(self, candidates: list[Candidate]) -> set[int]:
        """Take the candidates in turn, none that shares a part with one before it; all their parts."""
        used: set[int] = set()
        for found in candidates:
            if used.isdisjoint(found.parts) and self.take(found):
                used.update(found.parts)
        return used

    def take(self, found: Candidate) -> bool:
        """Take a sum, unless it repeats parts of another, turns one round, or follows from others."""
        parts = set(found.parts)
        for other in self.sums:
            if other.target == found.target and not parts.isdisjoint(other.parts):
                return False
            if found.target in other.parts and other.target in parts:
                return False
            if found.target != other.target and parts == set(other.parts):
                return False
        if any(other.target == found.target for other in self.sums) and self._is_second_rate(found):
            return False
        is_new = self._basis.adds({found.target: -1} | dict(found.weighted))
        if not is_new and not self._is_plain_to_see(found):
            return False
        self.sums.append(found)
        return True

    def _is_credible(self, found: Candidate) -> bool:
        if found.witnesses >= 2:
            return found.score >= ENOUGH
        is_total = (
            bool(self.face.totals[found.target])
            or self.face.is_single
            or is_set_apart(self.face, found.target, found.parts)
        )
        tried = int(found.match.tried.sum())
        mostly = 2 * int(found.match.holds.sum()) >= tried
        enough = ENOUGH_ALONE if tried <= FEW_CROSSINGS else ENOUGH_AMONG_MANY
        return is_total and mostly and found.score >= enough

    def _is_plain_to_see(self, found: Candidate) -> bool:
        """Whether a sum is worth stating although it follows: nothing else is said of its target."""
        is_explained = any(other.target == found.target for other in self.sums)
        return found.found in PLAIN_TO_SEE and not is_explained

    def _is_second_rate(self, found: Candidate) -> bool:
        """Whether a sum may not stand beside another of its target.

        It fails at one crossing for every few that bear witness to it, or at most crossings one part
        alone makes up the whole: a copy more than a sum.
        """
        if int((found.match.tried & ~found.match.holds).sum()) * WITNESSES_OF_A_SECOND > found.witnesses:
            return True
        where = found.match.holds & (self.face.values[found.target] != 0)
        filled = (self.face.values[list(found.parts)] != 0).sum(0)[where]
        return not len(filled) or float((filled >= 2).mean()) < 0.5
