"""Published tables written to workbooks, each figure as it was printed or as the number it stands for.

They are taken from the folder that SYDITVAL_SHARED names. The title stands in the first row, the
headings from the third on, and then the table's rows, labels in column A.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl.utils import get_column_letter
from xlsxwriter.worksheet import Worksheet

from tests.published_checks import Expected, Place, expectations

REAL_TABLES = Path(os.environ.get("SYDITVAL_SHARED", "no such folder"), "tables", "real_tables.json")

SHEET = "Tabell"
# Above the rows of headings: the title and an empty row.
ROWS_ABOVE = 2

_NUMBER = re.compile(
    r"(?P<minus>[-–−]?) ?(?P<whole>\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(?P<part>\d+))?(?P<percent> %)?"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: in per cent where it says so. ``decimals`` are those that stand there."""

    value: Decimal
    decimals: int
    percent: bool


def printed(text: str) -> Printed | None:
    """The figure that a text stands for; None where it stands for none ("", "-", "..")."""
    match = _NUMBER.fullmatch(text.replace("\xa0", " "))
    if match is None:
        return None
    digits = re.sub("[ .]", "", match["whole"]) + f".{match['part'] or 0}"
    value = Decimal(digits) if not match["minus"] else -Decimal(digits)
    return Printed(value, len(match["part"] or ""), match["percent"] is not None)


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """One table: its rows of headings, its rows as printed, and what is known of its figures."""

    id: str
    title: str
    headers: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    checks: tuple[Expected, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of each column, its rows put together with a slash."""
        return tuple(" / ".join(filter(None, column)) for column in zip(*self.headers, strict=True))

    def figure(self, place: Place) -> Decimal:
        """The figure at a place; what is no figure counts as nothing."""
        found = printed(self.rows[place[0]][place[1]])
        return found.value if found else Decimal(0)

    def address(self, place: Place) -> str:
        """Where a place stands in the workbook: ``B5``."""
        row, column = place
        return f"{get_column_letter(column + 1)}{row + self.first_row}"

    @property
    def first_row(self) -> int:
        """The number of the workbook's first row below the headings."""
        return ROWS_ABOVE + len(self.headers) + 1

    def changed(self, texts: Mapping[Place, str]) -> PublishedTable:
        """The table with other texts at some places, and the same expectations."""
        rows = (
            tuple(texts.get((row, column), text) for column, text in enumerate(cells))
            for row, cells in enumerate(self.rows)
        )
        return replace(self, rows=tuple(rows))

    def write(
        self, path: Path, as_text: bool, formulas: Mapping[Place, str] | None = None
    ) -> dict[Place, str]:
        """Write the table to a workbook of one sheet; where each place of its rows came to stand.

        As numbers, 3,7 % becomes 0.037 with a format of per cent. A formula at a place has what is
        printed there as its cached value.
        """
        places = {(row, column) for row, cells in enumerate(self.rows) for column in range(len(cells))}
        with xlsxwriter.Workbook(path) as book:
            paper = _Paper(book, book.add_worksheet(SHEET))
            paper.text("A1", self.title)
            for number, heading in enumerate(self.headers, start=ROWS_ABOVE + 1):
                for column, text in enumerate(heading, start=1):
                    paper.text(f"{get_column_letter(column)}{number}", text)
            for row, column in sorted(places):
                text, at = self.rows[row][column], self.address((row, column))
                figure = printed(text) if column and not as_text else None
                if figure is None:
                    paper.text(at, text)
                else:
                    paper.figure(at, figure, (formulas or {}).get((row, column)))
        return {place: self.address(place) for place in sorted(places)}


@dataclass(frozen=True, slots=True)
class _Paper:
    """A sheet that is being written, cell by cell."""

    book: xlsxwriter.Workbook
    sheet: Worksheet

    def text(self, at: str, text: str) -> None:
        if text:
            self.sheet.write_string(at, text)

    def figure(self, at: str, figure: Printed, formula: str | None) -> None:
        pattern = ("0" if figure.percent else "#,##0") + (
            f".{'0' * figure.decimals}" if figure.decimals else ""
        )
        shown = self.book.add_format({"num_format": pattern + ("%" if figure.percent else "")})
        value = float(figure.value / 100 if figure.percent else figure.value)
        if formula:
            self.sheet.write_formula(at, formula, shown, value)
        else:
            self.sheet.write_number(at, value, shown)


def published_tables(path: Path = REAL_TABLES) -> list[PublishedTable]:
    """The tables of a file. Raises ValueError where a check is about nothing that stands in its table."""
    return [_table(entry) for entry in json.loads(path.read_text(encoding="utf-8"))]


def _table(entry: Mapping[str, Any]) -> PublishedTable:
    headers, rows = (tuple(map(tuple, entry[part])) for part in ("header", "rows"))
    table = PublishedTable(entry["id"], entry["source_title"], headers, rows)
    return replace(table, checks=expectations(table, entry["checks"]))
