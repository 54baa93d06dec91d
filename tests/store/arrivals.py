"""Workbooks on their way into a store, with reports made by hand: nothing is read or checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256

from syditval.model.cells import CellRef
from syditval.model.earlier import Against
from syditval.model.finding import Finding
from syditval.model.period import Period
from syditval.model.report import InputFile, Report
from syditval.model.rule import Severity
from syditval.model.table import Table
from syditval.model.waiver import Waived, Waiver, Waiving
from syditval.store import Arrival, Database, Entry, Standing, keep
from tests.reports.hand_made import table

NOON = datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
APRIL = Period(2024, 4)

DRIFT = """
Driftredovisning

Konto          | Budget  | Utfall  | Prognos | Avvikelse
Intäkter       | -15 000 |  -4 900 | -14 800 |      -200
Personal       |   9 500 |   3 120 |   9 700 |      -200
Lokalhyror     |   4 016 | 1 338,5 |         |       -89
Summa          |  -1 484 |  -441,5 |  -5 100 |      -489
"""
ROLES = "label budget actual forecast variance"


def finding(cell: str = "C5", severity: Severity = Severity.ERROR, *, waived: bool = False) -> Finding:
    """A finding at a cell of the table, as a report tells it."""
    row, column = int(cell[1:]), ord(cell[0]) - ord("A") + 1
    waiver = Waived(Waiver("F101", f"budget/{cell}", "Känd avvikelse"), Waiving.WAIVED) if waived else None
    return Finding(
        id=f"F101/{cell}/2024-04",
        code="F101",
        name="wrong total",
        severity=severity,
        table="budget",
        cell=CellRef("Drift", row, column),
        row_label="Personal",
        column_label="Utfall",
        message=f"{cell} säger 3 120, men raderna blir 3 210.",
        place=f"budget/{cell}",
        waived=waiver,
    )


def drift(text: str = DRIFT) -> Table:
    """A table of running costs."""
    made = table("budget", CellRef("Drift", 4, 1), text, ROLES)
    return replace(made, columns=tuple(replace(each, step=Decimal("0.5")) for each in made.columns))


def report(
    content: bytes,
    tables: Sequence[Table] = (),
    findings: Sequence[Finding] = (),
    against: Sequence[Against] = (),
) -> Report:
    """The report on a workbook of some bytes, held against some others."""
    given = InputFile("april.xlsx", sha256(content).hexdigest(), len(content), "xlsx", 1, 7, 31, 24, 0)
    return Report("1.0.0", "sv", (given,), (), tuple(tables), (), tuple(findings), (), against=tuple(against))


def arrival(
    content: bytes = b"april",
    period: Period = APRIL,
    *,
    entity: str = "Socialnämnden",
    findings: Sequence[Finding] = (),
    **facts: object,
) -> Arrival:
    """A workbook with one table."""
    made = Arrival(
        content=content,
        name="april.xlsx",
        entity=entity,
        period=period,
        standing=Standing.WITH_FINDINGS if findings else Standing.ACCEPTED,
        report=report(content, [drift()], findings),
        by="anna",
        origin="127.0.0.1",
        at=NOON,
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def kept(database: Database, content: bytes = b"april", period: Period = APRIL, **facts: object) -> Entry:
    """The entry that is made of a workbook."""
    return keep(database, arrival(content, period, **facts)).entry  # type: ignore[arg-type]
