"""Values of .xls, .xlsb and .ods workbooks by python-calamine: no formulas, no number formats.

The library can bring down the whole interpreter on a hostile file: only a child process may call this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Context
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from syditval.model.cells import Area, Cell, CellKind, Sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading.container import Container, container_of
from syditval.reading.contents import Contents, refuse_beyond
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.package import Package
from syditval.reading.xml_scan import XmlScan

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

# Excel keeps 15 significant digits; a binary double holds up to 17, which are noise.
_to_decimal = Context(prec=15).create_decimal

# The library's enumerations can be compared and printed, not looked up.
_STATES = {
    "SheetVisibleEnum.Visible": "visible",
    "SheetVisibleEnum.Hidden": "hidden",
    "SheetVisibleEnum.VeryHidden": "veryHidden",
}
_OTHER_SHEETS = {
    "SheetTypeEnum.ChartSheet": "chartsheet",
    "SheetTypeEnum.DialogSheet": "dialogsheet",
    "SheetTypeEnum.MacroSheet": "macrosheet",
    "SheetTypeEnum.Vba": "macrosheet",
}
_MANIFEST, _CONTENT = "meta-inf/manifest.xml", "content.xml"
_ENCRYPTED = b"encryption-data"
# The first record of a workbook, one on write protection, and the one on passwords ([MS-XLS] 2.1.7.20.3).
_PASSWORD = re.compile(rb"\x09\x08(?:\x08\x00.{8}|\x10\x00.{16})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


def read_legacy(content: bytes, limits: Limits, _: str) -> Contents:
    """Every sheet of an .xls, .xlsb or .ods workbook, as values. The extra ``legacy`` does the work.

    An error value, and a formula that was never calculated, cannot be told from a blank cell here;
    the trait VALUES_ONLY stands for that. Raises UnreadableWorkbook for what is damaged, protected,
    or more than the limits allow, and where the extra is not installed.
    """
    container = container_of(content)
    try:
        from python_calamine import load_workbook
    except ImportError as error:
        raise UnreadableWorkbook("R011", what=container.wording, extra="legacy") from error
    if container is Container.XLS:
        _refuse_protected(content)
    else:
        _refuse_unsafe(Package(content, limits), limits)
    try:
        book = load_workbook(BytesIO(content))
        sheets, unread = tuple(_sheets(book, limits)), tuple(_unread(book))
    except (UnreadableWorkbook, MemoryError):
        raise
    except BaseException as error:
        # A panic of the library is no Exception, and its type cannot be imported.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise UnreadableWorkbook("R007", cause="inner_structure") from error
        raise
    if not sheets:
        raise UnreadableWorkbook("R009")
    return Contents(sheets, (Trait(TraitKind.VALUES_ONLY, detail=container.value),), unread)


def _refuse_protected(content: bytes) -> None:
    """Raises UnreadableWorkbook for an .xls with a password: the library would read some of them as noise."""
    if _PASSWORD.search(content):
        raise UnreadableWorkbook("R016", cause="old_password")


def _refuse_unsafe(package: Package, limits: Limits) -> None:
    """Raises UnreadableWorkbook for a package with a password, and for one that must not be unpacked."""
    if package.has(_MANIFEST) and _ENCRYPTED in package.read(_MANIFEST):
        raise UnreadableWorkbook("R016", cause="old_password")
    unpacked = 0
    for part in package.parts:
        for chunk in package.chunks(part):
            unpacked += len(chunk)
            refuse_beyond(limits, "unpacked_bytes", unpacked, "package")
    if package.has(_CONTENT):
        XmlScan(package.name(_CONTENT), limits).scan(package.chunks(_CONTENT))


def _unread(book: CalamineWorkbook) -> Iterator[tuple[str, str]]:
    for sheet in book.sheets_metadata:
        if str(sheet.typ) in _OTHER_SHEETS:
            yield sheet.name, _OTHER_SHEETS[str(sheet.typ)]


def _sheets(book: CalamineWorkbook, limits: Limits) -> Iterator[Sheet]:
    refuse_beyond(limits, "sheets", len(book.sheets_metadata), "the_workbook")
    for index, described in enumerate(book.sheets_metadata):
        if str(described.typ) not in _OTHER_SHEETS:
            sheet = book.get_sheet_by_index(index)
            areas = sheet.merged_cell_ranges or []
            refuse_beyond(limits, "merged_areas", len(areas), described.name)
            yield Sheet(
                name=described.name,
                cells=_cells(sheet, limits),
                state=_STATES[str(described.visible)],
                merged=tuple(
                    Area(top + 1, left + 1, low + 1, right + 1) for (top, left), (low, right) in areas
                ),
            )


def _cells(sheet: CalamineSheet, limits: Limits) -> dict[tuple[int, int], Cell]:
    top, left = sheet.start or (0, 0)
    cells: dict[tuple[int, int], Cell] = {}
    for row, values in enumerate(sheet.to_python(), start=top + 1):
        for column, value in enumerate(values, start=left + 1):
            if value != "":
                cells[row, column] = cell = _cell(value)
                refuse_beyond(limits, "text_characters", len(cell.text), sheet.name)
        refuse_beyond(limits, "sheet_cells", len(cells), sheet.name)
    return cells


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return Cell(CellKind.BOOLEAN, value)
    if isinstance(value, int | float):
        # NaN and the infinities, which a spreadsheet does not have.
        if not isfinite(value):
            return Cell(CellKind.ERROR, str(value))
        return Cell(CellKind.NUMBER, _to_decimal(repr(value)).normalize())
    if isinstance(value, datetime):
        return Cell(CellKind.DATE, value)
    if isinstance(value, date):
        return Cell(CellKind.DATE, datetime(value.year, value.month, value.day))
    return Cell(CellKind.TEXT, str(value))
