"""How many relations of each table got each verdict, and how many of its figures are covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from syditval.model.relation import Verdict
from syditval.model.report import Coverage, Report
from syditval.model.table import Table


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one table, or of all of them together."""

    table: Table | None
    verdicts: Mapping[Verdict, int]
    coverage: Coverage


def counts_of(report: Report) -> Iterator[Counted]:
    """The counts of each table, and of all where there are several.

    Tables that nobody declared are left out where nothing was found in them.
    """
    for table in report.tables:
        if not report.is_idle(table):
            yield Counted(table, report.verdicts(table.id), report.coverage(table.id))
    if len(report.tables) > 1:
        yield Counted(None, report.verdicts(), report.coverage())


def share(coverage: Coverage) -> Decimal:
    """Covered figures in per cent of all, never rounded up to the whole. There must be figures."""
    exact = Decimal(100 * coverage.covered) / coverage.figures
    return exact.quantize(Decimal("0.1"), rounding=ROUND_DOWN)
