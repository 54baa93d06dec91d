"""A report of a hundred findings on a workbook of ``workbooks.py``, made without reading it."""

from __future__ import annotations

from decimal import Decimal
from hashlib import file_digest
from pathlib import Path
from zipfile import ZipFile

from syditval.messages import texts
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.relation import Evidence
from syditval.model.report import InputFile, Report
from syditval.model.rule import Severity

FINDINGS = 100


def hundred_findings(file: Path) -> Report:
    """Findings of a sum each, spread evenly over the sheets, or down the rows of the only sheet."""
    with ZipFile(file) as package:
        sheets = sum(name.startswith("xl/worksheets/sheet") for name in package.namelist())
        rows = package.getinfo("xl/worksheets/sheet1.xml").file_size // 1000
    # In pieces: the memory that this takes is not the copy's.
    with file.open("rb") as content:
        digest = file_digest(content, "sha256").hexdigest()
    # Loaded when a report is worded.
    texts("sv")
    return Report(
        version="0",
        language="sv",
        inputs=(InputFile(file.name, digest, file.stat().st_size, "xlsx", sheets, 0, 0, 0, 0),),
        schemas=(),
        tables=(),
        judgements=(),
        findings=tuple(_finding(number, sheets, rows) for number in range(FINDINGS)),
        not_checked=(),
    )


def _finding(number: int, sheets: int, rows: int) -> Finding:
    sheet = f"Blad {number * sheets // FINDINGS + 1}" if sheets > 1 else "Huvudbok"
    row = number % 50 + 2 if sheets > 1 else number * rows // FINDINGS + 2
    expected, low, high = Decimal(-89), Decimal(-91), Decimal(-87)
    return Finding(
        id=f"F101/{number}",
        code="F101",
        name="total-differs-from-its-lines",
        severity=Severity.ERROR,
        table="",
        cell=CellRef(sheet, row, number % 5 + 2),
        row_label="Summa",
        column_label="Utfall",
        unit="tkr",
        evidence=Evidence(expected, low, high, Decimal(-49), Decimal(40), Decimal(2), Decimal(2), terms=3),
        message="Raderna i Utfall summerar till -89, men Summa anger -49.",
    )
