"""A package's bytes to a Workbook: openpyxl reads strings, styles and the list of sheets."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import ARC_CONTENT_TYPES

from syditval.model.cells import Sheet, Workbook
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.sheet import SheetParser, read_sheet
from syditval.reading.source import Source


def read_workbook(source: Source) -> Workbook:
    """Every sheet of a workbook, hidden ones too, in the order of their tabs.

    Raises UnreadableWorkbook for a damaged package, for one that is no workbook, and for a workbook
    without worksheets.
    """
    try:
        with warnings.catch_warnings():
            # openpyxl warns of decoration it drops; figures do not depend on it.
            warnings.simplefilter("ignore")
            sheets = tuple(_sheets(_opened(source)))
    except UnreadableWorkbook:
        raise
    except BadZipFile as error:
        raise UnreadableWorkbook("R007", file=source.name) from error
    except Exception as error:
        # openpyxl fails with a dozen types on broken parts; none of them may reach the user.
        raise UnreadableWorkbook("R008", file=source.name, cause=_cause(error)) from error
    if not sheets:
        raise UnreadableWorkbook("R009", file=source.name)
    return Workbook(source.name, source.sha256, len(source.content), sheets)


def _cause(error: Exception) -> str:
    """What a library said, squeezed to one short line."""
    return " ".join(str(error).split()).strip("'\" ")[:120] or type(error).__name__


def _opened(source: Source) -> ExcelReader:
    """A reader with the workbook's strings, styles and sheets. Refuses a package that is no workbook."""
    reader = ExcelReader(BytesIO(source.content), data_only=True, keep_links=False)
    if ARC_CONTENT_TYPES not in reader.valid_files:
        raise UnreadableWorkbook("R005", file=source.name)
    reader.read_manifest()
    reader.read_strings()
    try:
        reader.read_workbook()
    except OSError as error:
        # What openpyxl raises where none of the parts is a workbook.
        raise UnreadableWorkbook("R005", file=source.name) from error
    apply_stylesheet(reader.archive, reader.wb)
    return reader


def _sheets(reader: ExcelReader) -> Iterator[Sheet]:
    book: Any = reader.wb
    formats = _number_formats(book)
    for entry, relation in reader.parser.find_sheets():
        if "chartsheet" in relation.Type:
            continue
        with reader.archive.open(relation.target) as part:
            parser = SheetParser(
                part,
                reader.shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            yield read_sheet(entry.name, entry.state or "visible", parser, formats)


def _number_formats(workbook: Any) -> list[str]:
    """The number format of every style id of the workbook."""
    own = workbook._number_formats

    def code(number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        index = number - BUILTIN_FORMATS_MAX_SIZE
        return str(own[index]) if index < len(own) else "General"

    return [code(style.numFmtId) for style in workbook._cell_styles]
