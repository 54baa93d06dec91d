"""All aggregates of a region, along both axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

import numpy as np

from syditval.aggregates.aggregate import Aggregate
from syditval.aggregates.averages import Mean, averages
from syditval.aggregates.candidate import Candidate
from syditval.aggregates.face import Face, Mask, faces
from syditval.aggregates.failures import failing, with_blanks
from syditval.aggregates.lattice import Axis, Lattice
from syditval.aggregates.quotient import PER_CENT, Quotient
from syditval.aggregates.ratios import ratios
from syditval.aggregates.statement import stated
from syditval.aggregates.sums import sums
from syditval.aggregates.unexplained import leaving_out, suspects
from syditval.aggregates.words import names_average, names_ratio
from syditval.model.relation import Form, Grounds

# So many rows of a block must agree on what none outside it says.
_WITNESSES_IN_A_BLOCK = 4


def find_aggregates(lattice: Lattice) -> list[Aggregate]:
    """What the figures of a region are made of, read from the figures alone.

    Sums, differences, ratios (in per cent or as quotients), averages and relative changes between
    whole lines. Each is a pattern that several crossings agree on, or that a total's name speaks for;
    what chance alone would bring about is left out. Nothing here is a verdict: that takes exact
    arithmetic on each relation.
    """
    whole = [found for face in faces(lattice) for found in _along(face)]
    return whole + list(_in_blocks(lattice, whole))


def find_sums_of_rows(lattice: Lattice) -> list[Aggregate]:
    """Which rows are sums or differences of other rows: what ``find_aggregates`` finds of them, no more."""
    down, _ = faces(lattice)
    return list(_sums_along(down))


def _in_blocks(lattice: Lattice, known: Sequence[Aggregate]) -> Iterator[Aggregate]:
    """What columns are made of in one block of rows alone, where other tables have the same columns."""
    if len(lattice.blocks) < 2:
        return
    along_rows = [found for found in known if found.axis is Axis.ROW]
    for rows in lattice.blocks:
        said = {found.target for found in along_rows if not set(rows).isdisjoint(found.holds)}
        _, face = faces(lattice.part(rows))
        for found in _along(face):
            is_plain = found.form is Form.SUM and not found.grounds.named
            if found.target in said or found.grounds.witnesses < _WITNESSES_IN_A_BLOCK or is_plain:
                continue
            yield found


def _along(face: Face) -> Iterator[Aggregate]:
    for each in averages(face):
        yield _mean(face, each)
    for quotient in ratios(face):
        yield _quotient(face, quotient)
    yield from _sums_along(face)


def _sums_along(face: Face) -> Iterator[Aggregate]:
    found = sums(face)
    for candidate in found:
        yield _sum(face, candidate, found)
    for candidate in [*suspects(face, found), *leaving_out(face, found)]:
        yield _suspect(face, candidate)


def _sum(face: Face, found: Candidate, known: list[Candidate]) -> Aggregate:
    zeros = face.present[found.target] & (face.values[found.target] == 0)
    blank = zeros & ~face.present[list(found.parts)].any(0)
    fails = failing(face, found, known)
    form, target, parts = stated(face, found)
    return Aggregate(
        form,
        face.axis,
        face.places[target],
        tuple(face.places[part] for part in parts),
        _crossings(face, found.match.holds | blank),
        _crossings(face, fails),
        _grounds(face, found, found.match.tried, named=bool(face.totals[found.target])),
        doubtful=_crossings(face, fails & with_blanks(face, found)),
        weights=found.weights,
    )


def _suspect(face: Face, found: Candidate) -> Aggregate:
    """A total by name: where the lines beside it do not add up to it, something is wrong."""
    lines = [found.target, *found.parts]
    tried = face.present[found.target] & face.present[list(found.parts)].any(0)
    holds = found.match.holds
    fails = tried & ~holds & ~face.withheld[lines].any(0) & ~face.shares[found.target]
    return Aggregate(
        Form.SUM,
        face.axis,
        face.places[found.target],
        tuple(face.places[part] for part in found.parts),
        _crossings(face, holds),
        _crossings(face, fails),
        _grounds(face, found, tried, named=True),
        doubtful=_crossings(face, fails & with_blanks(face, found)),
    )


def _mean(face: Face, found: Mean) -> Aggregate:
    return Aggregate(
        Form.AVERAGE,
        face.axis,
        face.places[found.target],
        tuple(face.places[part] for part in found.parts),
        _crossings(face, found.holds),
        () if found.outweighed else _crossings(face, found.tried & ~found.holds),
        _grounds(face, found, found.tried, named=names_average(face.names[found.target])),
    )


def _quotient(face: Face, found: Quotient) -> Aggregate:
    reading = found.reading
    return Aggregate(
        reading.form,
        face.axis,
        face.places[reading.target],
        (face.places[reading.part], face.places[reading.whole]),
        _crossings(face, found.holds),
        () if found.outweighed else _crossings(face, found.tried & ~found.holds),
        _grounds(face, found, found.tried, named=names_ratio(face.names[found.target])),
        per_cent=reading.scale == PER_CENT,
    )


def _crossings(face: Face, where: Mask) -> tuple[int, ...]:
    return tuple(face.crossings[place] for place in np.flatnonzero(where))


def _grounds(face: Face, found: Candidate | Mean | Quotient, tried: Mask, *, named: bool) -> Grounds:
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
