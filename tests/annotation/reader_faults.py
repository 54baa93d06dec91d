"""What other programs see amiss in an annotated copy that they did not see in the workbook itself."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import copy as copied
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from syditval.recalculation.libreoffice import find_program
from tests.annotation.forced import Copy
from tests.annotation.touched_parts import REVIEW

# Every sheet into a file of its own, named after the workbook and the sheet.
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
# What moves when a table gets more entries: places of elements, numbers of relationships.
_VOLATILE = re.compile(r"\[\d+\]|(?<=rId)\d+")
# It knows neither the Strict dialect, nor parts that are named in another case or with backslashes.
_STRICT = b"http://purl.oclc.org/ooxml/"
_LOST_ITS_WAY = ("Main document part not found", "\\")
_VALIDATOR = OpenXmlValidator()


def openpyxl_differs(copy: Copy) -> Iterator[str]:
    """Values, formulas and formats as openpyxl reads them, where it reads the workbook."""
    before = _loaded(copy.source)
    if before is None or not before.sheetnames:
        return
    after = _loaded(copy.target)
    if after is None:
        yield "openpyxl does not open it"
        return
    if after.sheetnames != [REVIEW, *before.sheetnames]:
        yield f"sheets {before.sheetnames} became {after.sheetnames}"
        return
    # Where there are none, it has its own idea of what a cell looks like.
    has_formats = bool(copy.before.the("styles", copy.before.workbook))
    compared: set[tuple[int, int]] = set()
    for sheet in before.worksheets:
        # Only the cells that there are: a single one at the far end makes a sheet of 17 thousand million.
        others = after[sheet.title]._cells
        for place, old in sheet._cells.items():
            new = others.get(place, old)
            # It takes a link in an empty cell for the value of the cell.
            is_link = old.value is None and new.hyperlink and new.value == new.hyperlink.location
            if not is_link and (old.data_type, _value(old)) != (new.data_type, _value(new)):
                yield f"{sheet.title}!{old.coordinate}: {old.value!r} became {new.value!r}"
            looks = old.style_id, new.style_id
            if has_formats and looks not in compared and _look(old) != _look(new):
                yield f"{sheet.title}!{old.coordinate}: looks otherwise"
            compared.add(looks)
        yield from (f"{sheet.title}: {place} is gone" for place in set(sheet._cells) - set(others))


def _loaded(path: Path) -> Workbook | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(path, keep_vba=path.suffix == ".xlsm", rich_text=True)
        # It fails in many ways on what it does not know.
        except Exception:
            return None


def _value(cell: Cell) -> object:
    """The value or formula of a cell, as something that can be compared."""
    written = cell.value
    return vars(written) if isinstance(written, (ArrayFormula, DataTableFormula)) else str(written)


def _look(cell: Cell) -> list[object]:
    """The format of a cell without its fill."""
    names = ("number_format", "font", "border", "alignment", "protection", "quotePrefix")
    return [copied(getattr(cell, name)) for name in names]


def stored_results_differ(copy: Copy) -> Iterator[str]:
    """Values and stored results of formulas as python-calamine reads them, where it reads the workbook."""
    try:
        before = _values(copy.source)
    except CalamineError:
        return
    after = _values(copy.target)
    if list(after) != [REVIEW, *before]:
        yield f"sheets {list(before)} became {list(after)}"
    yield from (f"{sheet}: other values" for sheet in before if before[sheet] != after.get(sheet))


def _values(path: Path) -> dict[str, object]:
    book = CalamineWorkbook.from_path(path)
    names = [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    sheets = [book.get_sheet_by_name(name) for name in names]
    return {sheet.name: (sheet.start, sheet.to_python(skip_empty_area=True)) for sheet in sheets}


def audit_finds_more(copy: Copy) -> Iterator[str]:
    """Faults that openxml-audit finds in the copy and not in the workbook, where it finds its way in that."""
    if _STRICT in copy.before.parts.get("_rels/.rels", b""):
        return
    had = _audited(copy.source)
    if not any(sign in fault for sign in _LOST_ITS_WAY for fault in had):
        yield from sorted(_audited(copy.target) - had)


def _audited(path: Path) -> set[str]:
    """The faults of a workbook, without what says which of many elements it is."""
    return {
        _VOLATILE.sub("", f"{error.part_uri} {error.path}: {error.description}")
        for error in _VALIDATOR.validate(path).errors
        # What Excel would write otherwise on its next save is no fault.
        if error.id != "Excel_InlineStrCells"
    }


def libreoffice_misses(copies: Iterable[Copy], folder: Path) -> dict[str, set[str]]:
    """The sheets that LibreOffice does not find in each copy, and does find in the workbook itself."""
    copies = list(copies)
    seen = _seen_by_libreoffice([copy.target for copy in copies], folder / "copies")
    missed = {copy: {REVIEW, *copy.before.sheets} - seen[copy.target.name] for copy in copies}
    doubtful = [copy for copy, sheets in missed.items() if sheets]
    had = _seen_by_libreoffice([copy.source for copy in doubtful], folder / "sources") if doubtful else {}
    lost = {
        copy.target.name: missed[copy] & {REVIEW, *had[copy.source.name]}
        for copy in doubtful
        if had[copy.source.name]
    }
    return {name: sheets for name, sheets in lost.items() if sheets}


def _seen_by_libreoffice(files: Iterable[Path], folder: Path) -> dict[str, set[str]]:
    """The names of the sheets that LibreOffice finds in each workbook: one run for all of them."""
    program = find_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    files = list(files)
    profile = f"-env:UserInstallation={folder.with_name('profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", _EVERY_SHEET, "--outdir", str(folder)]
    office = subprocess.Popen(
        [*command, *map(str, files)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        office.wait(timeout=120)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
    written = [path.stem for path in folder.glob("*.csv")]
    return {
        file.name: {
            name.removeprefix(f"{file.stem}-") for name in written if name.startswith(f"{file.stem}-")
        }
        for file in files
    }
