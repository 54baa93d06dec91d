"""Builds the sample workbooks from the tables written as text beside this script.

python samples/build.py [--to FOLDER]

One .txt file is one workbook, here and in the folder months; c-planted-errors.xlsx is a-monthly-export.txt
with the cells of planted.toml changed. How the text is written stands in README.md.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
MONTHS = "months"
EXPORTED = datetime(2024, 5, 8, 9, 0)
A4 = 9

ARROW = " → "
LEFT, ABOVE = "<", "^"
NUMBER = re.compile(r"(?:- ?)?\d{1,3}(?: \d{3})*(?:,(\d+))?( %)?\Z")

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"italic": True, "font_color": "#595959"},
    "head": {
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
        "bg_color": "#E7E6E6",
        "border": 1,
    },
    "line": {"text_wrap": True, "bottom": 4},
    "total": {"bold": True, "top": 1, "bottom": 6},
}


@dataclass(frozen=True)
class Sheet:
    """One sheet as written: each row is its style and then its cells from column A on."""

    name: str
    figures_as_text: bool
    rows: list[list[str]]

    def at(self, row: int, column: int) -> str:
        """The text of a cell, empty outside what is written. Both count from 0."""
        cells = self.rows[row][1:] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""


@dataclass(frozen=True)
class Change:
    """One cell of sample (a) that is another in sample (c)."""

    cell: str
    was: str
    stands: str


@dataclass(frozen=True)
class Planted(Change):
    """A planted error, and the cells where it must be reported."""

    error: str
    shows_at: list[str]


@dataclass(frozen=True)
class MonthError:
    """An error that only the month before shows: what stood there in March, and the cells that tell it."""

    cell: str
    march: str
    stands: str
    error: str
    rule: str
    shows_at: list[str]


def read_sheets(file: Path) -> list[Sheet]:
    """The sheets of a text file. A row stands on a line, its cells between bars."""
    sheets: list[Sheet] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("sheet "):
            name, _, manner = line.removeprefix("sheet ").partition(", ")
            sheets.append(Sheet(name, manner == "figures as text", []))
        elif line:
            sheets[-1].rows.append([cell.strip().replace("↵", "\n") for cell in line.split("|")])
    return sheets


def read_planted() -> list[Planted]:
    """The errors of sample (c)."""
    return [Planted(**entry) for entry in planted_file()["planted"]]


def read_follows() -> list[Change]:
    """The live totals that the errors of sample (c) move along."""
    return [Change(**entry) for entry in planted_file()["follows"]]


def read_month_errors() -> list[MonthError]:
    """The errors of the second April."""
    return [MonthError(**entry) for entry in planted_file(HERE / MONTHS)["planted"]]


def planted_file(folder: Path = HERE) -> dict[str, Any]:
    return tomllib.loads((folder / "planted.toml").read_text(encoding="utf-8"))


def changed(sheets: list[Sheet], changes: Sequence[Change]) -> list[Sheet]:
    """The sheets with cells changed. Raises ValueError where a cell is not what it should have been."""
    rows = {sheet.name: sheet.rows for sheet in sheets}
    for change in changes:
        name, _, address = change.cell.partition("!")
        row, column = int(address[1:]) - 1, ord(address[0]) - ord("A") + 1
        if rows[name][row][column] != change.was:
            raise ValueError(f"{change.cell} is {rows[name][row][column]!r}, not {change.was!r}")
        rows[name][row][column] = change.stands
    return sheets


def write_workbook(sheets: list[Sheet], file: Path) -> None:
    """The sheets as a workbook, every part of it the same bytes each time."""
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": EXPORTED})
        for sheet in sheets:
            write_sheet(workbook, sheet)


def write_sheet(workbook: xlsxwriter.Workbook, sheet: Sheet) -> None:
    """One sheet: its widths and heights, and every cell in its style."""
    page = workbook.add_worksheet(sheet.name)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    for column, width in enumerate(widths(sheet)):
        page.set_column(column, column, width)
    for row, (style, *cells) in enumerate(sheet.rows):
        page.set_row(row, height(style, cells))
        for column in range(len(cells)):
            look = workbook.add_format(STYLES.get(style, {}) | shape(sheet, row, column))
            write_cell(page, sheet, (row, column), look)


def write_cell(page: Worksheet, sheet: Sheet, place: tuple[int, int], look: Format) -> None:
    """One cell, or a merged area from its first cell. An empty first column belongs to no table."""
    text = sheet.at(*place)
    formula, _, cached = text.partition(ARROW)
    end = end_of_area(sheet, *place)
    if text in (LEFT, ABOVE):
        return
    if end != place:
        page.merge_range(*place, *end, text, look)
    elif text.startswith("="):
        page.write_formula(*place, formula, look, number(cached) if NUMBER.match(cached) else cached)
    elif NUMBER.match(text) and not sheet.figures_as_text:
        page.write_number(*place, number(text), look)
    elif text:
        page.write_string(*place, text, look)
    elif place[1] > 0:
        page.write_blank(*place, None, look)


def end_of_area(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The last row and column of the merged area that begins at a cell; the cell itself if none does."""
    bottom, right = row, column
    while sheet.at(row, right + 1) == LEFT:
        right += 1
    while sheet.at(bottom + 1, column) == ABOVE:
        bottom += 1
    return bottom, right


def number(text: str) -> float:
    """The number that a figure stands for: 13,9 % is 0.139."""
    value = Decimal(text.removesuffix(" %").replace(" ", "").replace(",", "."))
    return float(value / 100 if text.endswith("%") else value)


def shape(sheet: Sheet, row: int, column: int) -> dict[str, str]:
    """The number format that shows a figure the way it is written; its side where it is text."""
    figure = NUMBER.match(shown(sheet.at(row, column)))
    if not figure:
        return {}
    if sheet.figures_as_text:
        return {"align": "right"}
    decimals, percent = figure.groups()
    fraction = "." + "0" * len(decimals) if decimals else ""
    return {"num_format": f"0{fraction}%" if percent else f"#,##0{fraction}"}


def shown(text: str) -> str:
    """What a cell shows: the cached value of a formula, else what is written."""
    return text.rpartition(ARROW)[2]


def height(style: str, cells: list[str]) -> int:
    """The height of a row in points: room for every line of its cells, and for headings to wrap."""
    lines = max(text.count("\n") + 1 for text in cells)
    return 15 * max(lines, 2 if style == "head" else 1)


def widths(sheet: Sheet) -> Iterator[int]:
    """The width of each column: room for its longest line, and for the longest word of its headings."""
    lines = [
        [shown(text).replace(" ", "\n") if style == "head" else shown(text) for text in cells]
        for style, *cells in sheet.rows
        if style in ("head", "line", "total")
    ]
    for column in zip_longest(*lines, fillvalue=""):
        longest = max(len(part) for text in column for part in text.split("\n"))
        yield max(longest + 2, 16) if longest else 2


def build(folder: Path) -> None:
    """All samples into a folder, and those of the months into one of their own in it."""
    for name in ("a-monthly-export", "b-as-printed", "d-kronor-export"):
        write_workbook(read_sheets(HERE / f"{name}.txt"), folder / f"{name}.xlsx")
    wrong = changed(read_sheets(HERE / "a-monthly-export.txt"), [*read_planted(), *read_follows()])
    write_workbook(wrong, folder / "c-planted-errors.xlsx")
    (folder / MONTHS).mkdir(exist_ok=True)
    for text in sorted((HERE / MONTHS).glob("*.txt")):
        write_workbook(read_sheets(text), folder / MONTHS / f"{text.stem}.xlsx")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the sample workbooks.")
    parser.add_argument("--to", type=Path, default=HERE, metavar="FOLDER", help="where to write them")
    build(parser.parse_args().to)


if __name__ == "__main__":
    main()
