"""A pattern of relations that was found: the same lines, at every crossing where it applies."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.aggregates.lattice import Axis
from syditval.model.relation import Form, Grounds


@dataclass(frozen=True, slots=True)
class Aggregate:
    """``target`` is what ``form`` makes of ``parts``, all of them lines of one region.

    Lines are the sheet's rows where ``axis`` is column, its columns where it is row; crossings are
    the others. ``holds`` are the crossings where it does, ``fails`` those where it ought to and does
    not. For a difference the parts are minuend and subtrahend, for a ratio or a change the first is
    over the second. ``per_cent`` is false for ratios and changes written as plain quotients.
    """

    form: Form
    axis: Axis
    target: int
    parts: tuple[int, ...]
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    grounds: Grounds
    per_cent: bool = True

    def place(self, line: int, crossing: int) -> tuple[int, int]:
        """Row and column of a line's cell at a crossing."""
        return (line, crossing) if self.axis is Axis.COLUMN else (crossing, line)
