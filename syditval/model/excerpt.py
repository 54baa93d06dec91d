"""What stands around the figures of a table, so that a reader sees the table as the sheet has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows of a table that something is said of, with those around them, its headings and its totals.

    ``rows`` are the numbers of all rows that are given, in order; a small table is given whole.
    ``texts`` maps (row, column) of cells that hold no figure of a recognised column to what stands there:
    headings, labels, remarks, and all that columns hold which the kind does not name.
    """

    table: str
    rows: tuple[int, ...]
    texts: Mapping[tuple[int, int], str]
