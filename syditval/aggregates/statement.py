"""How a sum of two is said: as a sum, or as the difference that one of its lines is called."""

from __future__ import annotations

from syditval.aggregates.candidate import Candidate
from syditval.aggregates.face import Face
from syditval.aggregates.words import names_difference, names_total
from syditval.model.relation import Form


def stated(face: Face, found: Candidate) -> tuple[Form, int, tuple[int, ...]]:
    """Form, target and parts: budget is outcome and variance, but it is the variance that is reckoned.

    A part that is called a difference, a variance, a net or a result is one, unless the target is
    called a total. Otherwise a sum stays what it is.
    """
    if len(found.parts) == 2 and not _is_sum(face, found.target):
        for difference in sorted(found.parts, reverse=True):
            if names_difference(face.names[difference]):
                (other,) = set(found.parts) - {difference}
                return Form.DIFFERENCE, difference, (found.target, other)
    return Form.SUM, found.target, found.parts


def _is_sum(face: Face, line: int) -> bool:
    return names_total(face.names[line]) or names_difference(face.names[line])
