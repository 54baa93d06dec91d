"""One line over another: what a form makes of two lines, and how far rounding may move it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from syditval.aggregates.evidence import is_outweighed
from syditval.aggregates.face import Face, Mask
from syditval.arithmetic.screening import Array
from syditval.model.relation import OF_TWO, Form

PER_CENT = 100.0
SCALES = (1.0, PER_CENT)
READINGS = tuple((form, scale) for form in OF_TWO for scale in SCALES)
# What is smaller than this is nothing, whatever a double makes of it.
_NOTHING = 1e-12
# A whole that is hardly more than its part leaves nothing to divide by.
_SINGULAR = 1e-9


@dataclass(frozen=True, slots=True)
class Reading:
    """``target`` may be what ``form`` makes of ``part`` and ``whole``, times ``scale`` (1 or 100)."""

    form: Form
    scale: float
    target: int
    part: int
    whole: int

    @property
    def lines(self) -> frozenset[int]:
        """The three lines, whichever is which."""
        return frozenset((self.target, self.part, self.whole))


@dataclass(frozen=True, slots=True)
class Quotient:
    """A reading held against every crossing; ``score`` and ``witnesses`` are as those of a sum.

    ``exact`` is the share of the crossings that hold where the printed figures themselves give it.
    """

    reading: Reading
    holds: Mask
    tried: Mask
    score: float
    witnesses: int
    exact: float

    @property
    def target(self) -> int:
        """The line that is a quotient."""
        return self.reading.target

    @property
    def outweighed(self) -> bool:
        """Whether it fails too often beside where it holds."""
        return is_outweighed(self.tried, self.holds)


def usable(face: Face) -> Mask:
    """Where a figure can be divided or divided by."""
    mask: Mask = face.present & (face.size > _NOTHING)
    return mask


def over(values: Array, half: Array, fit: Mask, whole: int) -> tuple[Array, Array, Mask]:
    """Every line over one of them, how far rounding may move that, and where it can be told."""
    valid = fit & fit[whole]
    below = np.where(fit[whole], values[whole], 1.0)
    return values / below, half / np.abs(below) + np.abs(values) * half[whole] / below**2, valid


def read(form: Form, scale: float, quotient: Array, fuzz: Array) -> tuple[Array, Array]:
    """What a form makes of one line over another, and how far rounding may move that."""
    if form is Form.RATIO:
        return scale * quotient, scale * fuzz
    if form is Form.RELATIVE_CHANGE:
        return scale * (quotient - 1), scale * fuzz
    rest = np.where(np.abs(1 - quotient) < _SINGULAR, np.inf, 1 - quotient)
    return scale * quotient / rest, scale * fuzz / rest**2


def is_plain(values: Array, scale: float) -> Mask:
    """Where a quotient says nothing: nought, one, a hundred per cent."""
    size = np.abs(values)
    mask: Mask = (size < 1e-8) | (np.abs(size - scale) < 1e-5 * scale)
    return mask
