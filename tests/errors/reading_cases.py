"""R: workbooks that cannot be read."""

from __future__ import annotations

import pytest

from syditval.model.cells import Counts
from tests.errors.case import Case
from tests.errors.circumstances import before, crash, failing, rewritten, take_memory, without
from tests.errors.workbooks import encrypted, exported, table
from tests.reading.hostile.case import BOOK, SHEET, TYPES, cells, edited, honest, part, rows
from tests.reading.hostile.package_cases import LISTED, SECOND, listed, sheet, targeted
from tests.reading.hostile.zip_cases import SHEET_TEXT, more, named, with_sheet
from tests.reading.hostile.zip_cases import sheet as entry
from tests.reading.old_files import record, xls
from tests.reading.zip_writer import ENCRYPTED, STORED

DENIED = PermissionError(13, "Permission denied", "april.xlsx")
# What the library below says of a part that it cannot read.
SAID = "Value must be one of auto, none"
PASSWORD_RECORD = record(0x2F, bytes(6))


def reconciled(code: str, content: bytes, *options: str) -> Case:
    """A workbook that ``reconcile`` refuses for what stands in it."""
    return Case(code, " ".join(["syditval reconcile", *options, "april.xlsx"]), {"april.xlsx": content})


def miscounted(patch: pytest.MonkeyPatch) -> None:
    """One of our two ways of counting finds a cell too many."""
    counts = Counts(rows=6, cells=19, numbers=9, formulas=0)
    patch.setattr("syditval.reading.sheet_scan.SheetScan.counts", counts)


FILES = [
    Case("R001", "syditval reconcile april.xlsx"),
    Case("R002", "syditval reconcile april.xlsx", {"april.xlsx/": ""}),
    Case(
        "R003",
        "syditval reconcile april.xlsx",
        {"april.xlsx": table()},
        failing("syditval.reading.source._read", DENIED),
    ),
    reconciled("R004", b""),
    reconciled("R005", b"%PDF-1.7\n"),
    reconciled("R006", encrypted()),
    reconciled("R007", table()[:300]),
    Case(
        "R008",
        "syditval reconcile april.xlsx",
        {"april.xlsx": table()},
        failing("syditval.reading.workbook._read", ValueError(SAID)),
        quotes=(SAID,),
    ),
    reconciled("R009", edited(BOOK, LISTED, "")),
    Case("R010", "SYDITVAL_PASSWORD=gissning syditval reconcile april.xlsx", {"april.xlsx": encrypted()}),
    Case("R011", "syditval reconcile april.xls", {"april.xls": xls()}, without("python_calamine")),
    Case("R012", "syditval reconcile '~$april.xlsx'", {"~$april.xlsx": "Karin"}),
    reconciled("R013", table(), "--limit sheet_cells=5"),
    Case(
        "R014",
        "syditval reconcile april.xlsx",
        {"april.xlsx": table()},
        before("syditval.run.review.report_on", rewritten("april.xlsx")),
        leaves=("april.xlsx",),
    ),
    # A file is known by its first bytes; what comes late is met when all of it is read.
    Case("R015", "syditval reconcile april.csv", {"april.csv": "Konto;Budget\n" * 400 + "5010;\x08"}),
    Case("R016", "syditval reconcile april.xls", {"april.xls": xls(protection=PASSWORD_RECORD)}),
]

# What a program might read in two ways, and what only made-up files have.
PACKAGES = [
    reconciled("R020", more(entry())),
    reconciled("R021", named(b"../../home/karin/april.xml")),
    reconciled("R022", with_sheet(entry(local={"crc": 1}))),
    reconciled(
        "R023", with_sheet(entry().saying(method=STORED, size=len(SHEET_TEXT), packed=len(SHEET_TEXT)))
    ),
    reconciled("R024", honest() + b"\0" * 7),
    reconciled("R025", with_sheet(entry().saying(flags=ENCRYPTED))),
]

PARTS = [
    reconciled("R030", honest({SHEET: "<!DOCTYPE worksheet>" + part(SHEET)})),
    reconciled("R031", edited(SHEET, "</row>", "")),
    reconciled("R032", honest({SHEET: "<html><body>Logga in igen</body></html>"})),
    reconciled("R033", targeted('Target="https://example.org/sheet1.xml" TargetMode="External"')),
    reconciled("R034", honest({TYPES: None})),
    reconciled("R035", honest({SHEET: None})),
    reconciled("R036", listed(LISTED, sheet("Drift", 3), parts=SECOND)),
]

CELLS = [
    reconciled("R040", cells('<c r="C9"><v>5</v></c>')),
    reconciled("R041", cells('<c r="C1"><v>5</v></c><c r="C1"><v>9</v></c>')),
    reconciled("R042", cells('<c r="C1"><v>1 200</v></c>')),
    reconciled("R043", cells('<c r="C1" t="z"><v>5</v></c>')),
    reconciled("R044", cells('<c r="C1" t="s"><v>7</v></c>')),
    reconciled("R045", honest(after='<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')),
    reconciled("R046", rows('<c r="C1"><v>5</v></c>')),
    Case(
        "R047",
        "syditval reconcile april.xlsx",
        {"april.xlsx": table()},
        miscounted,
    ),
]

PROCESSES = [
    Case(
        "R050",
        "syditval reconcile --limit memory_bytes=30000000 april.csv",
        {"april.csv": exported()},
        before("syditval.run.report.recognise", take_memory),
    ),
    Case(
        "R051",
        "syditval reconcile april.xlsx",
        {"april.xlsx": table()},
        before("syditval.run.report.recognise", crash),
    ),
]

CASES = [*FILES, *PACKAGES, *PARTS, *CELLS, *PROCESSES]
