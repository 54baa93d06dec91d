"""A lattice seen along one axis: lines that may add up to one another, compared at every crossing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import gcd
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from syditval.aggregates.lattice import Axis, Lattice
from syditval.aggregates.words import is_called_total, names_ratio, names_total
from syditval.arithmetic.screening import Array

Mask: TypeAlias = npt.NDArray[np.bool_]
Lines: TypeAlias = list[int]

# A line that crosses at least so many others has a spread worth speaking of.
_TELLING = 8
# Commoner than this, two equal figures at a crossing say little: marks, shares of five answers, zeros.
_COMMON = 0.03
# Grains are told apart down to this part of a unit.
_FINEST = 10**5
# Larger amounts lose whole units as doubles, and are no amounts of anybody's: the search passes over them.
LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Face:
    """The figures of a region, one row of ``values`` for each line, one column for each crossing.

    ``values`` hold 0 where ``present`` is false. ``half`` is half of each figure's step, ``places``
    the lines' row or column numbers in the sheet. ``grain`` is the amount that all figures at a
    crossing are multiples of, ``common`` the chance that two of them are equal, and ``spread`` how
    far a line's figures lie apart. ``bands`` are groups of crossings without a gap between them
    (only where crossings are rows: along a column every crossing stands for itself). ``shares`` marks
    percentages, rates and averages: what need not add up.
    """

    axis: Axis
    places: tuple[int, ...]
    crossings: tuple[int, ...]
    names: tuple[str, ...]
    values: Array
    present: Mask
    withheld: Mask
    half: Array
    grain: Array
    common: Array
    spread: Array
    bands: tuple[npt.NDArray[np.intp], ...] | None
    shares: Mask
    stressed: frozenset[int] = frozenset()
    indents: tuple[int, ...] = ()
    size: Array = field(init=False)
    variance: Array = field(init=False)
    totals: Mask = field(init=False)
    called: Mask = field(init=False)
    ratios: Mask = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", np.abs(self.values))
        object.__setattr__(self, "variance", self.half**2 / 3)
        object.__setattr__(self, "totals", np.array([names_total(name) for name in self.names], bool))
        object.__setattr__(self, "called", np.array([is_called_total(name) for name in self.names], bool))
        object.__setattr__(self, "ratios", np.array([names_ratio(name) for name in self.names], bool))

    @property
    def lines(self) -> Lines:
        """The lines, by their place in this face."""
        return list(range(len(self.places)))

    @property
    def is_single(self) -> bool:
        """Whether there is one crossing alone: nothing can agree with it."""
        return len(self.crossings) == 1


def faces(lattice: Lattice) -> tuple[Face, Face]:
    """The lattice along its columns (lines are rows), and along its rows."""
    shape = (len(lattice.rows), len(lattice.columns))
    values, half, present = np.zeros(shape), np.zeros(shape), np.zeros(shape, bool)
    rows = {number: place for place, number in enumerate(lattice.rows)}
    columns = {number: place for place, number in enumerate(lattice.columns)}
    for (row, column), figure in lattice.figures.items():
        if abs(figure.amount) > LARGEST:
            continue
        place = rows[row], columns[column]
        values[place] = float(figure.amount)
        half[place] = float(figure.step) / 2
        present[place] = True
    withheld, shares = np.zeros(shape, bool), np.zeros(shape, bool)
    for marks, marked in ((withheld, lattice.withheld), (shares, lattice.shares)):
        for row, column in marked:
            marks[rows[row], columns[column]] = True
    grid = _Grid(values, present, half, withheld, shares)
    return _face(lattice, Axis.COLUMN, grid), _face(lattice, Axis.ROW, grid.turned)


@dataclass(frozen=True, slots=True)
class _Grid:
    values: Array
    present: Mask
    half: Array
    withheld: Mask
    shares: Mask

    @property
    def turned(self) -> _Grid:
        return _Grid(
            np.ascontiguousarray(self.values.T),
            np.ascontiguousarray(self.present.T),
            np.ascontiguousarray(self.half.T),
            np.ascontiguousarray(self.withheld.T),
            np.ascontiguousarray(self.shares.T),
        )


def _face(lattice: Lattice, axis: Axis, grid: _Grid) -> Face:
    down = axis is Axis.COLUMN
    places, crossings = (lattice.rows, lattice.columns) if down else (lattice.columns, lattice.rows)
    names = lattice.row_names if down else lattice.column_names
    stressed = frozenset(place for place, row in enumerate(lattice.rows) if row in lattice.stressed)
    return Face(
        axis=axis,
        places=tuple(places),
        crossings=tuple(crossings),
        names=tuple(names.get(place, "") for place in places),
        values=grid.values,
        present=grid.present,
        withheld=grid.withheld,
        half=grid.half,
        grain=np.array([_grain(column, seen) for column, seen in _columns(grid)]),
        common=np.array([_common(column, seen) for column, seen in _columns(grid)]),
        spread=np.array([_spread(line[seen]) for line, seen in zip(grid.values, grid.present, strict=True)]),
        bands=None if down else _bands(lattice.rows),
        shares=grid.shares,
        stressed=stressed if down else frozenset(),
        indents=tuple(lattice.indents.get(place, 0) for place in places) if down else (0,) * len(places),
    )


def _columns(grid: _Grid) -> list[tuple[Array, Mask]]:
    return list(zip(grid.values.T, grid.present.T, strict=True))


def _grain(column: Array, present: Mask) -> float:
    whole = np.unique(np.round(np.abs(column[present]) * _FINEST))
    amounts = [int(amount) for amount in whole if amount]
    return gcd(*amounts) / _FINEST if amounts else 1.0


def _common(column: Array, present: Mask) -> float:
    amounts = np.abs(column[present])
    amounts = amounts[amounts > 0]
    if len(amounts) < _TELLING:
        return 0.0
    _, counts = np.unique(amounts, return_counts=True)
    share = float((counts * (counts - 1)).sum() / (len(amounts) * (len(amounts) - 1)))
    return share if share > _COMMON else 0.0


def _spread(amounts: Array) -> float:
    if len(amounts) < _TELLING:
        return float("inf")
    low, high = np.percentile(amounts, (10, 90))
    return float(high - low)


def _bands(rows: Sequence[int]) -> tuple[npt.NDArray[np.intp], ...]:
    """The rows in groups without a row between them that holds no number."""
    breaks = [place for place in range(1, len(rows)) if rows[place] - rows[place - 1] > 1]
    return tuple(np.split(np.arange(len(rows)), breaks))
