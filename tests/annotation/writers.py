"""Workbooks as several programs write them, each with a sheet Drift."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Border, Color, Font, GradientFill, PatternFill, Side

from syditval.model.rule import Severity
from syditval.patching.fills import HATCHING, TINTS
from tests.annotation.build import drift_workbook, edited, parts, write_parts

Writer = Callable[[Path], Path]

_ROWS = (
    ("", "Budget", "Utfall", "Prognos"),
    *[("Rad", 1.5, 2, 3)] * 6,
    ("Summa", "=SUM(B2:B7)", 2, 3),
)


def openpyxl_workbook(path: Path) -> Path:
    """A workbook as openpyxl writes it: no shared strings for formulas, absolute targets, a note."""
    book = Workbook()
    drift = book.worksheets[0]
    drift.title = "Drift"
    for row in _ROWS:
        drift.append(row)
    drift["D6"].font = Font(name="Arial", size=9, italic=True, color="FF0000AA")
    drift["D6"].border = Border(left=Side("thin"), bottom=Side("double"))
    drift["D6"].number_format = '# ##0,00" kr"'
    drift["C8"].fill = PatternFill("solid", fgColor="FFEEEEEE")
    drift["B2"].comment = Comment("Fråga Eva", "Eva")
    drift.merge_cells("A10:D10")
    drift.freeze_panes = "B2"
    book.create_sheet("Dold").sheet_state = "hidden"
    book.save(path)
    return path


def coloured_workbook(path: Path) -> Path:
    """A workbook whose cells have fills of their own, among them those that marks are given."""
    book = Workbook()
    drift = book.worksheets[0]
    drift.title = "Drift"
    for row in _ROWS:
        drift.append(row)
    drift["C8"].fill = PatternFill("lightGrid", fgColor="FF0000AA", bgColor="FFFFEE00")
    drift["D6"].fill = GradientFill(degree=45, stop=(Color("FFFFFFFF"), Color("FF00AA00")))
    drift["B2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.6))
    drift["H30"].fill = PatternFill("solid", fgColor=f"FF{TINTS[Severity.NOTE]}")
    for number, severity in enumerate(Severity, start=12):
        drift.cell(number, 1).fill = PatternFill("solid", fgColor=f"FF{TINTS[severity]}")
        drift.cell(number, 2, number).number_format = "0.00"
    drift["C12"].fill = PatternFill(HATCHING.pattern, fgColor=f"FF{HATCHING.color}")
    drift["C13"].fill = PatternFill("solid", fgColor=f"FF{HATCHING.washed_out.color}")
    book.save(path)
    return path


def prefixed_workbook(path: Path) -> Path:
    """A workbook whose sheets have prefixed names, as Open XML SDK writes them."""
    contents = parts(drift_workbook(path))
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        text = contents[name].decode().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
        contents[name] = text.replace("xmlns=", "xmlns:x=").encode()
    return write_parts(path, contents)


def unshared_workbook(path: Path) -> Path:
    """A workbook without shared strings, its texts inline."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        drift = book.add_worksheet("Drift")
        for row in range(8):
            drift.write_row(row, 0, ["Rad", 1, 2, 3])
    assert "xl/sharedStrings.xml" not in parts(path)
    return path


def signed(path: Path) -> Path:
    """The workbook with a digital signature, as far as can be seen from outside."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    entry = f'<Relationship Id="rId9" Type="{kind}" Target="_xmlsignatures/origin.sigs"/>'
    return edited(path, "_rels/.rels", "</Relationships>", f"{entry}</Relationships>")


WRITERS: tuple[Writer, ...] = (
    drift_workbook,
    openpyxl_workbook,
    coloured_workbook,
    prefixed_workbook,
    unshared_workbook,
)
