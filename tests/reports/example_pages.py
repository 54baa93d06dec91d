"""Reports with the tables around their findings, for outputs that show them: put together by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from syditval.messages import texts
from syditval.messages.standing import standing_sentence
from syditval.model.amounts import Unit
from syditval.model.cells import Area, CellRef
from syditval.model.excerpt import Excerpt
from syditval.model.finding import Finding
from syditval.model.relation import Verdict
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.model.table import Table
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived, Waiver, Waiving
from tests.reports.example_causes import with_causes
from tests.reports.example_findings import gaps
from tests.reports.hand_made import evidence, table

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec"]
LINES = 40
SHEET = "Månader, 2024"
REASON = "Avrundning i huvudboken"


def excerpt(of: Table) -> Excerpt:
    """The whole of a table: its headings, and the labels of its lines."""
    area = of.area
    heads = {(area.top, column.column): column.header for column in of.columns if column.header}
    labels = {(row.number, area.left): row.label for row in of.rows if row.label}
    return Excerpt(of.id, tuple(range(area.top, area.bottom + 1)), {**heads, **labels})


def with_excerpts(report: Report) -> Report:
    """The report with the whole of every table."""
    return replace(report, excerpts=tuple(map(excerpt, report.tables)))


def months() -> Table:
    """A long and wide table in kronor: forty lines over twelve months, with budget, forecast and sum."""
    heads = " | ".join(["", *MONTHS, "Budget", "Prognos", "Summa"])
    lines = [_month_line(number) for number in range(1, LINES + 1)]
    roles = " ".join(["label", *(month.lower() for month in MONTHS), "budget", "forecast", "sum"])
    text = "\n".join(["Månader", "", heads, *lines, _month_line(900).replace("Konto 900", "Summa")])
    return replace(table("budget", CellRef(SHEET, 4, 1), text, roles), id="budget-2", unit=Unit.KR)


def _month_line(number: int) -> str:
    amounts = [str(1_234_567 + 8_191 * number + 131 * month) for month in range(len(MONTHS) + 3)]
    return " | ".join([f"Konto {number}", *amounts])


def month_finding(row: int, column: int, severity: Severity = Severity.ERROR) -> Finding:
    """A finding in the table of months, on the two amounts to the left."""
    return Finding(
        id=f"V101/budget/konto {row}/{column}/-",
        code="V101",
        name="variance-differs-from-its-columns",
        severity=severity,
        table="",
        cell=CellRef(SHEET, row, column),
        row_label=f"Konto {row - 4}",
        column_label="Summa",
        unit="kr",
        related=(CellRef(SHEET, row, column - 1), CellRef(SHEET, row, column - 2)),
        verdict=Verdict.INCONSISTENT,
        evidence=evidence("1234567", "1234560", "1.5"),
        message="Summa ska vara 1 234 567, men är 1 234 560.",
        place=f"budget/konto {row}/{column}",
    )


def year_finding(row: int) -> Finding:
    """A finding on the last column of the table of months, on all of them but the last."""
    return replace(
        month_finding(row, 16),
        related=tuple(CellRef(SHEET, row, column) for column in range(2, len(MONTHS) + 1)),
    )


def waived(finding: Finding, waiving: Waiving, language: str) -> Finding:
    """The finding with a waiver up to 12 kr and the end of March, and what that does for it."""
    waiver = Waiver(
        finding.code, finding.place, REASON, Threshold(Decimal(12), "kr"), "A. Berg", date(2025, 3, 31)
    )
    return _standing(replace(finding, waived=Waived(waiver, waiving)), language)


def immaterial(finding: Finding, language: str) -> Finding:
    """The finding, below the materiality that was asked for."""
    return _standing(replace(finding, is_material=False), language)


def _standing(finding: Finding, language: str) -> Finding:
    return replace(finding, standing=standing_sentence(finding, texts(language)))


def everything(language: str) -> Report:
    """Causes, failures without one, findings of every standing, gaps, and a table too large to show whole."""
    told = with_causes(language)
    findings = (
        *told.findings,
        waived(year_finding(20), Waiving.EXCEEDED, language),
        immaterial(month_finding(30, 9, Severity.WARNING), language),
        waived(month_finding(25, 5), Waiving.WAIVED, language),
    )
    return with_excerpts(
        replace(
            told,
            tables=(_mistyped(told.tables[0]), *told.tables[1:], months()),
            findings=findings,
            not_checked=gaps(language),
            options=(("rounding", "nearest"), ("materiality", "100 tkr")),
            rules=(("F101", "a" * 64), ("V101", "b" * 64)),
        )
    )


def _mistyped(of: Table) -> Table:
    """The budget table with 10 996 where the first cause says that it stands."""
    place = (6, "forecast")
    return replace(of, figures={**of.figures, place: replace(of.figures[place], value=Decimal(10_996))})


def outside(report: Report) -> Finding:
    """A finding on a sheet of a report, beside its tables."""
    first = report.tables[0]
    below = Area(first.area.bottom + 5, 1, first.area.bottom + 5, 1)
    return replace(month_finding(9, 9), table="", cell=CellRef(first.sheet, below.top, below.left))
