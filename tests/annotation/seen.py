"""All that openpyxl sees of a workbook: for tests that two workbooks are the same to whoever opens them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

# What a cell shows and is, each by the name that openpyxl has for it.
_LOOKS = ("number_format", "font", "fill", "border", "alignment", "protection", "quotePrefix")


def opened(path: Path) -> Workbook:
    """A workbook, without a word on what openpyxl would lose of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(path)


def seen(path: Path) -> dict[str, dict[str, object]]:
    """Each sheet in the order of the tabs: its cells that hold or show anything, merged areas, names."""
    return {sheet.title: _sheet(sheet) for sheet in opened(path).worksheets}


def cells(path: Path, sheet: str) -> dict[str, Cell]:
    """The cells of a sheet by their addresses."""
    return {cell.coordinate: cell for row in opened(path)[sheet].iter_rows() for cell in row}


def values(path: Path) -> dict[str, object]:
    """The values and formulas of all cells."""
    sheets = opened(path).worksheets
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in sheets
        for cell in _cells(sheet)
        if cell.value is not None
    }


def texts(path: Path) -> str:
    """Everything that stands in the parts of a package."""
    with ZipFile(path) as package:
        return "\n".join(package.read(name).decode("latin-1") for name in package.namelist())


def part_names(path: Path) -> set[str]:
    """The parts of a package."""
    with ZipFile(path) as package:
        return set(package.namelist())


def _sheet(sheet: Worksheet) -> dict[str, object]:
    return {
        "cells": {cell.coordinate: found for cell in _cells(sheet) if (found := _cell(cell))},
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "names": sorted(sheet.defined_names),
        "state": sheet.sheet_state,
        "panes": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "titles": sheet.print_title_rows,
        "rules": sorted(str(area.sqref) for area in sheet.conditional_formatting),
        "choices": sorted(str(rule.sqref) for rule in sheet.data_validations.dataValidation),
        "tables": sorted(sheet.tables),
        "widths": {name: column.width for name, column in sheet.column_dimensions.items()},
        "heights": {number: row.height for number, row in sheet.row_dimensions.items() if row.height},
    }


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell))


def _cell(cell: Cell) -> dict[str, object]:
    """What is to be seen of a cell; nothing of one that might as well not be there."""
    note, link = cell.comment, cell.hyperlink
    told = {
        "value": getattr(cell.value, "text", cell.value),
        "note": note and (note.author, note.text),
        "link": link and (link.location, link.target, link.tooltip),
    }
    looks = {name: repr(getattr(cell, name)) for name in _LOOKS} if cell.has_style else {}
    return {name: value for name, value in (told | looks).items() if value is not None}
