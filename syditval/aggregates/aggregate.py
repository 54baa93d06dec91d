"""A pattern of relations that was found: the same lines, at every crossing where it applies."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.aggregates.lattice import Axis
from syditval.model.relation import Form, Grounds

# How a total that no sum explains was found: by its name alone, or beside lines that come near it.
BY_NAME, BY_PLACE = "name", "place"
SUSPICIONS = (BY_NAME, BY_PLACE)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """``target`` is what ``form`` makes of ``parts``, all of them lines of one region.

    Lines are the sheet's rows where ``axis`` is column, its columns where it is row; crossings are
    the others. ``holds`` are the crossings where it does, ``fails`` those where it ought to and does
    not, ``doubtful`` those of them where a part is blank that is blank nowhere else. For a difference
    the parts are minuend and subtrahend, for a ratio or a change the first is over the second; a sum
    may hold parts that count against the others, by their ``weights``. ``per_cent`` is false for ratios
    and changes written as plain quotients. A sum with which the total's name and place alone agree
    (``is_suspected``) is no sum that was found: it says what comes nearest.
    """

    form: Form
    axis: Axis
    target: int
    parts: tuple[int, ...]
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    grounds: Grounds
    per_cent: bool = True
    doubtful: tuple[int, ...] = ()
    weights: tuple[int, ...] = ()

    @property
    def is_suspected(self) -> bool:
        """Whether nothing but its name and its place speak for the total."""
        return self.grounds.found in SUSPICIONS

    @property
    def terms(self) -> tuple[tuple[int, int], ...]:
        """Weight and line of each part: -1 for what is taken away."""
        plain = (1, -1) if self.form is Form.DIFFERENCE else (1,) * len(self.parts)
        return tuple(zip(self.weights or plain, self.parts, strict=True))

    def place(self, line: int, crossing: int) -> tuple[int, int]:
        """Row and column of a line's cell at a crossing."""
        return (line, crossing) if self.axis is Axis.COLUMN else (crossing, line)
