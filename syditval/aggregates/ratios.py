"""Lines that are one line over another: percentages, shares, prices, changes from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from syditval.aggregates.face import Face
from syditval.aggregates.quotient import Quotient, Reading
from syditval.aggregates.ratio_evidence import Scales, is_named
from syditval.aggregates.ratio_screen import screened
from syditval.aggregates.words import names_change, names_ratio
from syditval.model.relation import Form

# Lines beyond which every line over every other is more than a search should try.
MOST_LINES = 90
# What a ratio must be worth: where its name says what it is, and where it does not.
_ENOUGH, _WITNESSES = 5.0, 2
_ENOUGH_UNNAMED = {Form.RATIO: 12.0, Form.RELATIVE_CHANGE: 40.0, Form.GROWTH: 40.0}
_WITNESSES_ALONG, _WITNESSES_DOWN = 3, 6
_MOSTLY = 0.5


def ratios(face: Face) -> list[Quotient]:
    """The quotients of a face, at most one for each line; the surest readings of three lines first."""
    if not 3 <= len(face.places) <= MOST_LINES:
        return []
    scales = Scales(face)
    best: dict[int, Quotient] = {}
    for found in map(scales.weighed, screened(face)):
        other = best.get(found.target)
        if _is_credible(face, found) and (other is None or found.score > other.score):
            best[found.target] = found
    readings = [_as_first_factor(face, scales, found) for found in best.values()]
    return list(_one_of_three(sorted(readings, key=lambda each: -_plausibility(face, each))))


def _one_of_three(quotients: Iterable[Quotient]) -> Iterator[Quotient]:
    """Of readings of the same three lines the first; and no two lines each made from the other."""
    taken: list[Reading] = []
    for each in quotients:
        reading = each.reading
        if all(reading.lines != other.lines and not _turned(reading, other) for other in taken):
            taken.append(reading)
            yield each


def _turned(one: Reading, other: Reading) -> bool:
    return one.target in (other.part, other.whole) and other.target in (one.part, one.whole)


def _is_credible(face: Face, found: Quotient) -> bool:
    name = face.names[found.target]
    if names_ratio(name) or names_change(name):
        return found.witnesses >= _WITNESSES and found.score >= _ENOUGH
    along = face.bands is not None
    return (
        not found.outweighed
        and found.exact >= _MOSTLY
        and found.witnesses >= (_WITNESSES_ALONG if along else _WITNESSES_DOWN)
        and found.score >= _ENOUGH_UNNAMED[found.reading.form]
    )


def _as_first_factor(face: Face, scales: Scales, found: Quotient) -> Quotient:
    """A product (price, number, amount) is stated as its first factor: the amount over the other one."""
    reading = found.reading
    is_product = reading.form is Form.RATIO and reading.scale == 1 and reading.part > reading.target
    if not is_product or reading.target < reading.whole or reading.part < reading.whole:
        return found
    if face.ratios[[reading.target, reading.whole]].any():
        return found
    return scales.weighed(Reading(reading.form, 1.0, reading.whole, reading.part, reading.target))


def _plausibility(face: Face, found: Quotient) -> float:
    """Which line of three is the quotient: the one that is called so, has most decimals, is smallest."""
    reading = found.reading
    places = {line: _places(face, line) for line in reading.lines}
    sizes = {line: float(np.median(face.size[line][face.present[line]])) for line in reading.lines}
    operands = (reading.part, reading.whole)
    told = 4.0 if is_named(face, reading) else 0.0
    told += max(-2.0, min(2.0, places[reading.target] - max(places[line] for line in operands)))
    told += 1.0 if sizes[reading.target] < min(sizes[line] for line in operands) else 0.0
    told += 0.5 if reading.target > max(operands) else 0.0
    is_product = reading.form is Form.RATIO and reading.part > max(reading.target, reading.whole)
    told += 3.0 if is_product and reading.target < reading.whole else 0.0
    return 10 * told + min(found.score, 50) / 50


def _places(face: Face, line: int) -> float:
    return float(np.median(-np.log10(np.maximum(face.half[line][face.present[line]], 1e-12))))
