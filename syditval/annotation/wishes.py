"""What is asked of an annotated copy besides the report that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from syditval.annotation.review import CarriedOver
from syditval.annotation.ticks import Tick


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be marked, and what is told on the review sheet.

    ``marks``: whether cells are tinted and get notes and links. ``ticks``: the sign of each tick mark
    if there are to be any. ``uncovered``: whether figures that no check touched are hatched. ``time``
    is written as given, so that the same call gives the same bytes. ``carried`` is what an earlier
    review gives to this one.
    """

    marks: bool = True
    ticks: Mapping[Tick, str] = field(default_factory=dict)
    uncovered: bool = False
    time: str = ""
    carried: CarriedOver = CarriedOver()
