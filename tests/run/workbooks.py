"""The samples and what the tests of a run make besides."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import xlsxwriter

from syditval.model.report import Report
from syditval.reading import Source
from syditval.run import Request, reconcile

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
A, B, C, D = WORKBOOKS = sorted(SAMPLES.glob("*.xlsx"))
ALIKE = (A, B, D)


@cache
def report(workbook: Path, language: str = "en") -> Report:
    """The report on a sample, made once."""
    return reconcile(workbook, Request(language))


def stem(workbook: Path) -> str:
    """What a test on a sample is called by."""
    return workbook.stem


def numbers_only() -> Source:
    """A workbook of numbers without a table, on three sheets."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, count in (("Ett", 3), ("Två", 0), ("Tre", 1)):
            sheet = book.add_worksheet(name)
            for row in range(count):
                sheet.write(row + 1, 2, row)
    return Source("numbers.xlsx", buffer.getvalue(), None)
