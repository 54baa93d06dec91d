"""Lines that are one line over another: percentages, shares, prices, changes from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from syditval.aggregates.face import Face, Mask
from syditval.aggregates.words import names_change, names_ratio, tells_both
from syditval.arithmetic.screening import Array, slack
from syditval.model.relation import Form

# Lines beyond which every line over every other is more than a search should try.
MOST_LINES = 90
# So many crossings, evenly spread, decide what is looked at more closely.
_SAMPLE = 14
_MOST_OF_ONE = 10.0
_WITNESS = 0.8
_FAILURE = 1.5
_NAMED, _BOTH_NAMED, _BEHIND, _APART, _EXACT = 3.0, 4.0, 1.0, 0.1, 0.02
# What a ratio must be worth: where its name says what it is, and where it does not.
_ENOUGH = 5.0
_ENOUGH_UNNAMED = {Form.RATIO: 12.0, Form.RELATIVE_CHANGE: 40.0}
_WITNESSES, _WITNESSES_ALONG, _WITNESSES_DOWN = 2, 3, 6
_MOSTLY = 0.5
_TELLING = 4
_PER_CENT = 100.0


@dataclass(frozen=True, slots=True)
class Quotient:
    """``target`` may be ``part`` over ``whole``, or by how much that differs from one.

    ``score`` is as that of a sum; ``holds`` and ``tried`` are masks over the crossings.
    """

    form: Form
    scale: float
    target: int
    part: int
    whole: int
    holds: Mask
    tried: Mask
    score: float = 0.0
    witnesses: int = 0
    exact: float = 0.0

    @property
    def lines(self) -> frozenset[int]:
        """The three lines, whichever is which."""
        return frozenset((self.target, self.part, self.whole))


def ratios(face: Face) -> list[Quotient]:
    """The quotients of a face, at most one for each line; the surest readings of three lines first."""
    if not 3 <= len(face.places) <= MOST_LINES:
        return []
    best: dict[int, Quotient] = {}
    for found in _credible(face, _screened(face)):
        other = best.get(found.target)
        if other is None or found.score > other.score:
            best[found.target] = found
    readings = [_as_first_factor(face, found) for found in best.values()]
    return list(_one_of_three(sorted(readings, key=lambda each: -_plausibility(face, each))))


def _one_of_three(readings: Iterable[Quotient]) -> Iterator[Quotient]:
    """Of readings of the same three lines the first; and no two lines each made from the other."""
    taken: list[Quotient] = []
    for each in readings:
        turned = (each.target in (o.part, o.whole) and o.target in (each.part, each.whole) for o in taken)
        if all(each.lines != other.lines for other in taken) and not any(turned):
            taken.append(each)
            yield each


def _screened(face: Face) -> Iterator[tuple[Form, float, int, int, int]]:
    """What holds at half of a sample of crossings or more: form, scale, target, part and whole."""
    count = len(face.crossings)
    where = np.unique(np.linspace(0, count - 1, min(count, _SAMPLE * 4)).astype(np.intp))
    values, half, seen = face.values[:, where], face.half[:, where], face.present[:, where]
    usable = seen & (values != 0)
    for whole in face.lines:
        over, fuzz, valid = _over(values, half, usable, whole)
        for form, scale in _READINGS:
            quotient = scale * over - (scale if form is Form.RELATIVE_CHANGE else 0.0)
            gap = np.abs(quotient[None, :, :] - values[:, None, :])
            bound = scale * fuzz[None, :, :] + half[:, None, :] + slack(np.abs(values))[:, None, :]
            tried = valid[None, :, :] & usable[:, None, :]
            hits = (tried & (gap <= bound)).sum(2)
            for target, part in zip(*np.nonzero((hits > 0) & (2 * hits >= tried.sum(2))), strict=True):
                if len({int(target), int(part), whole}) == 3:
                    yield form, scale, int(target), int(part), whole


_READINGS = tuple((form, scale) for form in (Form.RATIO, Form.RELATIVE_CHANGE) for scale in (1.0, _PER_CENT))


def _over(values: Array, half: Array, usable: Mask, whole: int) -> tuple[Array, Array, Mask]:
    """Every line over one of them, how far rounding may move that, and where it can be told."""
    valid = usable & usable[whole]
    below = np.where(usable[whole], values[whole], 1.0)
    over = values / below
    fuzz = half / np.abs(below) + np.abs(values) * half[whole] / below**2
    return over, fuzz, valid


def _credible(face: Face, readings: Iterable[tuple[Form, float, int, int, int]]) -> Iterator[Quotient]:
    for form, scale, target, part, whole in readings:
        found = _weighed(face, Quotient(form, scale, target, part, whole, *_nowhere(face)))
        if _is_credible(face, found):
            yield found


def _nowhere(face: Face) -> tuple[Mask, Mask]:
    none = np.zeros(len(face.crossings), bool)
    return none, none


def _weighed(face: Face, asked: Quotient) -> Quotient:
    """A reading held against every crossing."""
    target, lines = asked.target, [asked.part, asked.whole]
    usable = face.present & (face.values != 0)
    over, fuzz, valid = _over(face.values[lines], face.half[lines], usable[lines], 1)
    shift = asked.scale if asked.form is Form.RELATIVE_CHANGE else 0.0
    values = face.values[target]
    gap = np.abs(asked.scale * over[0] - shift - values)
    tried = valid[0] & face.present[target]
    noise = slack(np.abs(values))
    holds = tried & (gap <= asked.scale * fuzz[0] + face.half[target] + noise)
    exact = holds & (gap <= face.half[target] + noise)
    evidence = _evidence(face, asked, asked.scale * fuzz[0] + face.half[target], exact)
    told = np.where(holds, evidence, 0)
    best: dict[float, float] = {}
    for value, each in zip(np.round(values, 6).tolist(), told.tolist(), strict=True):
        best[value] = max(best.get(value, 0.0), each)
    failures = int((tried & ~holds).sum())
    score = sum(best.values()) - _FAILURE * failures - log(4 * len(face.places) ** 2)
    score += _EXACT * int(exact.sum()) + _told_by_place(face, asked)
    return Quotient(
        asked.form,
        asked.scale,
        target,
        asked.part,
        asked.whole,
        holds | _of_nothing(face, asked),
        tried,
        score,
        sum(each > _WITNESS for each in best.values()),
        float(exact.sum() / max(1, holds.sum())),
    )


def _evidence(face: Face, asked: Quotient, bound: Array, exact: Mask) -> Array:
    """How surprising each crossing is; a quotient of nothing, of one or of a hundred says nothing."""
    values, half = face.values[asked.target], face.half[asked.target]
    shown = face.values[asked.target][face.present[asked.target]]
    reach = np.abs(values)
    if len(shown) >= _TELLING:
        low, high = np.percentile(shown, (10, 90))
        reach = np.minimum(reach, high - low)
    step = np.maximum(2 * half, 1e-9)
    chance = np.minimum(1, (2 * bound + step) / (reach + step))
    chance = np.where(exact, np.minimum(chance, 2 * step / (reach + step)), chance)
    plain = np.isclose(values, 0) | np.isclose(np.abs(values), asked.scale)
    evidence: Array = np.where(plain, 0, np.minimum(-np.log(np.maximum(chance, 1e-6)), _MOST_OF_ONE))
    return evidence


def _of_nothing(face: Face, asked: Quotient) -> Mask:
    """Where the quotient is a zero that says so rightly: nothing of something, no change of an amount."""
    part, whole = face.values[asked.part], face.values[asked.whole]
    nothing = part == (0 if asked.form is Form.RATIO else whole)
    present = face.present[asked.target] & face.present[asked.part] & face.present[asked.whole]
    mask: Mask = present & (whole != 0) & nothing & (face.values[asked.target] == 0)
    return mask


def _told_by_place(face: Face, asked: Quotient) -> float:
    """What names and places add: it is called a percentage, names both lines, stands behind them."""
    name, part, whole = (face.names[line] for line in (asked.target, asked.part, asked.whole))
    score = _NAMED if _is_named(face, asked) else 0.0
    score += _BOTH_NAMED if tells_both(name, part, whole) else 0.0
    score += _BEHIND if asked.target > max(asked.part, asked.whole) else 0.0
    return score - _APART * (abs(asked.target - asked.part) + abs(asked.target - asked.whole))


def _is_named(face: Face, asked: Quotient) -> bool:
    name = face.names[asked.target]
    return names_ratio(name) if asked.form is Form.RATIO else names_change(name)


def _is_credible(face: Face, found: Quotient) -> bool:
    name = face.names[found.target]
    if names_ratio(name) or names_change(name):
        return found.witnesses >= _WITNESSES and found.score >= _ENOUGH
    along = face.bands is not None
    return (
        found.exact >= _MOSTLY
        and found.witnesses >= (_WITNESSES_ALONG if along else _WITNESSES_DOWN)
        and found.score >= _ENOUGH_UNNAMED[found.form]
    )


def _as_first_factor(face: Face, found: Quotient) -> Quotient:
    """A product (price, number, amount) is stated as its first factor: the amount over the other one."""
    is_product = (
        found.form is Form.RATIO
        and found.scale == 1
        and found.part > found.target > found.whole
        and not face.ratios[[found.target, found.whole]].any()
    )
    if not is_product:
        return found
    return _weighed(
        face, Quotient(found.form, found.scale, found.whole, found.part, found.target, *_nowhere(face))
    )


def _plausibility(face: Face, found: Quotient) -> float:
    """Which line of three is the quotient: the one that is called so, has most decimals, is smallest."""
    places = {line: _places(face, line) for line in found.lines}
    finer = places[found.target] - max(places[found.part], places[found.whole])
    sizes = {line: float(np.median(face.size[line][face.present[line]])) for line in found.lines}
    is_product = found.form is Form.RATIO and found.part > max(found.target, found.whole)
    told = 4.0 if _is_named(face, found) else 0.0
    told += max(-2.0, min(2.0, finer))
    told += 1.0 if sizes[found.target] < min(sizes[found.part], sizes[found.whole]) else 0.0
    told += 0.5 if found.target > max(found.part, found.whole) else 0.0
    told += 3.0 if is_product and found.target < found.whole else 0.0
    return 10 * told + min(found.score, 50) / 50


def _places(face: Face, line: int) -> float:
    steps: npt.NDArray[np.float64] = face.half[line][face.present[line]]
    return float(np.median(-np.log10(np.maximum(steps, 1e-12))))
