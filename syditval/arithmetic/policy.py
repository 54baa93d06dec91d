"""What is assumed of the rounding behind the printed figures: one policy for a whole run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RoundingMode(StrEnum):
    """How figures were cut to their last place (XBRL Calculations 1.1 knows the same two)."""

    NEAREST = "nearest"
    TRUNCATION = "truncation"


class RatioBasis(StrEnum):
    """What percentages are computed from: the unrounded amounts behind the table, or the shown ones."""

    UNDERLYING = "underlying"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Policy:
    """The rounding mode and the ratio basis."""

    mode: RoundingMode = RoundingMode.NEAREST
    ratio_basis: RatioBasis = RatioBasis.UNDERLYING


NEAREST = Policy()
