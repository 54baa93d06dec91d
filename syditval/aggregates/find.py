"""All aggregates of a region, along both axes."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

import numpy as np

from syditval.aggregates.aggregate import Aggregate
from syditval.aggregates.averages import Mean, averages
from syditval.aggregates.candidate import Candidate
from syditval.aggregates.face import Face, Mask
from syditval.aggregates.failures import failing
from syditval.aggregates.lattice import Lattice
from syditval.aggregates.ratios import Quotient, ratios
from syditval.aggregates.statement import stated
from syditval.aggregates.sums import sums
from syditval.aggregates.words import names_average, names_ratio
from syditval.model.relation import Form, Grounds

_PER_CENT = 100.0


def find_aggregates(lattice: Lattice) -> list[Aggregate]:
    """What the figures of a region are made of, read from the figures alone.

    Sums, differences, ratios (in per cent or as quotients), averages and relative changes between
    whole lines. Each is a pattern that several crossings agree on, or that a total's name speaks for;
    what chance alone would bring about is left out. Nothing here is a verdict: that takes exact
    arithmetic on each relation.
    """
    return [found for face in lattice_faces(lattice) for found in _along(face)]


def lattice_faces(lattice: Lattice) -> tuple[Face, ...]:
    """The faces of a lattice that have anything to compare."""
    from syditval.aggregates.face import faces

    return tuple(face for face in faces(lattice) if len(face.places) > 1 and len(face.crossings))


def _along(face: Face) -> Iterator[Aggregate]:
    means = averages(face)
    quotients = ratios(face)
    found = sums(face)
    for each in means:
        yield _mean(face, each)
    for quotient in quotients:
        yield _quotient(face, quotient)
    other = {each.target for each in means} | {each.target for each in quotients}
    for candidate in found:
        yield _sum(face, candidate, found, other)


def _sum(face: Face, found: Candidate, known: list[Candidate], not_sums: set[int]) -> Aggregate:
    zeros = face.present[found.target] & (face.values[found.target] == 0)
    blank = zeros & ~face.present[list(found.parts)].any(0)
    fails = failing(face, found, known, not_sums)
    form, target, parts = stated(face, found)
    return Aggregate(
        form,
        face.axis,
        face.places[target],
        tuple(face.places[part] for part in parts),
        _crossings(face, found.match.holds | blank),
        _crossings(face, fails),
        _grounds(face, found, found.match.tried, bool(face.totals[found.target])),
    )


def _mean(face: Face, found: Mean) -> Aggregate:
    return Aggregate(
        Form.AVERAGE,
        face.axis,
        face.places[found.target],
        tuple(face.places[part] for part in found.parts),
        _crossings(face, found.holds),
        (),
        _grounds(face, found, found.tried, names_average(face.names[found.target])),
    )


def _quotient(face: Face, found: Quotient) -> Aggregate:
    return Aggregate(
        found.form,
        face.axis,
        face.places[found.target],
        (face.places[found.part], face.places[found.whole]),
        _crossings(face, found.holds),
        _crossings(face, found.tried & ~found.holds),
        _grounds(face, found, found.tried, names_ratio(face.names[found.target])),
        per_cent=found.scale == _PER_CENT,
    )


def _crossings(face: Face, where: Mask) -> tuple[int, ...]:
    return tuple(face.crossings[place] for place in np.flatnonzero(where))


def _grounds(face: Face, found: Candidate | Mean | Quotient, tried: Mask, named: bool) -> Grounds:
    holds = found.match.holds if isinstance(found, Candidate) else found.holds
    return Grounds(
        found=found.found
        if isinstance(found, Candidate)
        else "quotients"
        if isinstance(found, Quotient)
        else "averages",
        agreeing=int(holds.sum()),
        tried=int((tried | holds).sum()),
        witnesses=found.witnesses,
        against_chance=max(0, int(found.score / log(10))),
        named=named,
        stressed=found.target in face.stressed,
    )
