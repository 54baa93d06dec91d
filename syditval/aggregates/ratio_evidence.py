"""What speaks for a line being a quotient: crossings that agree, names, places."""

from __future__ import annotations

from math import log

import numpy as np

from syditval.aggregates.evidence import FAILURE, once_each, surprise
from syditval.aggregates.face import Face, Mask
from syditval.aggregates.quotient import Quotient, Reading, is_plain, over, read, usable
from syditval.aggregates.words import names_change, names_ratio, tells_both
from syditval.arithmetic.screening import Array, slack
from syditval.model.relation import Form

_MOST_OF_ONE = 10.0
_NAMED, _BOTH_NAMED, _BEHIND, _APART, _EXACT = 3.0, 4.0, 1.0, 0.1, 0.02
# A change is more often reckoned from two amounts than from an amount and the difference.
_ROUNDABOUT = 2.0
# A line with fewer figures has no spread worth speaking of.
_TELLING = 4


class Scales:
    """Quotients of one face weighed; what depends on the target alone is reckoned once."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._usable = usable(face)
        self._reach: dict[int, Array] = {}

    def weighed(self, reading: Reading) -> Quotient:
        """A reading held against every crossing."""
        face, target, lines = self._face, reading.target, [reading.part, reading.whole]
        quotient, fuzz, valid = over(face.values[lines], face.half[lines], self._usable[lines], 1)
        quotient, width = read(reading.form, reading.scale, quotient[0], fuzz[0])
        values, half = face.values[target], face.half[target]
        gap = np.abs(quotient - values)
        tried = valid[0] & face.present[target]
        room = half + slack(np.abs(values))
        holds = tried & (gap <= width + room)
        exact = holds & (gap <= room)
        said = np.where(holds, self._evidence(reading, width + half, exact), 0)
        evidence, witnesses = once_each(values, said)
        # Unlike a sum's, all of its failures count: nothing but what is divided stands beside it.
        score = evidence - FAILURE * int((tried & ~holds).sum()) - log(4 * len(face.places) ** 2)
        score += _EXACT * int(exact.sum()) + told_by_place(face, reading)
        share = float(exact.sum() / max(1, holds.sum()))
        return Quotient(reading, holds | self._of_nothing(reading), tried, score, witnesses, share)

    def _evidence(self, reading: Reading, bound: Array, exact: Mask) -> Array:
        """How surprising each crossing is, over the range that the target's figures take."""
        values, step = self._face.values[reading.target], 2 * self._face.half[reading.target] + 1e-9
        reach = self._reach_of(reading.target) + step
        chance = np.minimum(1, (2 * bound + step) / reach)
        chance = np.where(exact, np.minimum(chance, 2 * step / reach), chance)
        weighed: Array = np.where(is_plain(values, reading.scale), 0, surprise(chance, _MOST_OF_ONE))
        return weighed

    def _reach_of(self, target: int) -> Array:
        if target not in self._reach:
            values = self._face.values[target]
            shown = values[self._face.present[target]]
            reach = np.abs(values)
            if len(shown) >= _TELLING:
                low, high = np.percentile(shown, (10, 90))
                reach = np.minimum(reach, high - low)
            self._reach[target] = reach
        return self._reach[target]

    def _of_nothing(self, reading: Reading) -> Mask:
        """Where the quotient is a nought that says so rightly: nothing of something, no change."""
        face = self._face
        part, whole = face.values[reading.part], face.values[reading.whole]
        nothing = part == (whole if reading.form is Form.RELATIVE_CHANGE else 0)
        present = face.present[[reading.target, reading.part, reading.whole]].all(0)
        mask: Mask = present & (whole != 0) & nothing & (face.values[reading.target] == 0)
        return mask


def is_named(face: Face, reading: Reading) -> bool:
    """Whether the target's name says that it is such a quotient."""
    name = face.names[reading.target]
    return names_ratio(name) if reading.form is Form.RATIO else names_change(name)


def told_by_place(face: Face, reading: Reading) -> float:
    """What names and places add: it is called a percentage, names both lines, stands behind them."""
    name, part, whole = (face.names[line] for line in (reading.target, reading.part, reading.whole))
    score = _NAMED if is_named(face, reading) else 0.0
    score -= _ROUNDABOUT if reading.form is Form.GROWTH else 0.0
    score += _BOTH_NAMED if tells_both(name, part, whole) else 0.0
    score += _BEHIND if reading.target > max(reading.part, reading.whole) else 0.0
    return score - _APART * (abs(reading.target - reading.part) + abs(reading.target - reading.whole))
