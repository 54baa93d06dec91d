"""A first look at every line over every other one, at a sample of crossings."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest

import numpy as np

from syditval.aggregates.face import Face, Mask
from syditval.aggregates.quotient import READINGS, Reading, is_plain, over, read, usable
from syditval.arithmetic.screening import Array, slack
from syditval.model.relation import Form

# So many crossings, evenly spread, decide what is looked at more closely, and so many readings of a line.
SAMPLE = 56
MOST_READINGS = 40
_WITNESSES = 2


def screened(face: Face) -> Iterator[Reading]:
    """What holds at half of the sample or more, for each line the readings that hold most often."""
    count = len(face.crossings)
    where = np.unique(np.linspace(0, count - 1, min(count, SAMPLE)).astype(np.intp))
    found: dict[int, list[tuple[int, Reading]]] = {}
    sample = face.values[:, where], face.half[:, where], usable(face)[:, where]
    for form, scale in READINGS:
        for hits, reading in _holding(sample, form, scale):
            found.setdefault(reading.target, []).append((hits, reading))
    for readings in found.values():
        best = nlargest(MOST_READINGS, range(len(readings)), key=lambda place: readings[place][0])
        yield from (readings[place][1] for place in best)


def _holding(sample: tuple[Array, Array, Mask], form: Form, scale: float) -> Iterator[tuple[int, Reading]]:
    values, half, fit = sample
    telling = fit & ~is_plain(values, scale)
    targets = [line for line, seen in enumerate(telling) if len(np.unique(values[line, seen])) >= _WITNESSES]
    if not targets:
        return
    shown, room, tells = values[targets], half[targets] + slack(np.abs(values[targets])), telling[targets]
    for whole in range(len(values)):
        quotient, fuzz, valid = over(values, half, fit, whole)
        quotient, width = read(form, scale, quotient, fuzz)
        near = np.abs(quotient[None] - shown[:, None]) <= width[None] + room[:, None]
        tried = valid[None] & tells[:, None]
        hits = (tried & near).sum(2)
        for row, part in zip(*np.nonzero((hits > 0) & (2 * hits >= tried.sum(2))), strict=True):
            reading = Reading(form, scale, targets[row], int(part), whole)
            if len(reading.lines) == 3:
                yield int(hits[row, part]), reading
