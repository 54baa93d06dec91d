"""Cells of a sheet part: a few get another format, and an empty one is put in where none was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.xml_part import main, whole
from syditval.model.cells import Area, column_letters
from syditval.model.rule import Severity

Place = tuple[int, int]

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d*)\Z")


def column_number(letters: str) -> int:
    """The number of a column, counted from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def merged_areas(sheet: etree._Element) -> tuple[Area, ...]:
    """The areas of merged cells."""
    refs = (merged.get("ref", "") for merged in sheet.iterfind(f"{main('mergeCells')}/{main('mergeCell')}"))
    return tuple(_area(ref) for ref in refs)


def _area(ref: str) -> Area:
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return Area(top, left, bottom, right)


def _place(address: str) -> Place:
    match = _ADDRESS.match(address)
    if match is None:
        raise CannotAnnotate("A009", part=f"cell {address}")
    return int(match[2]), column_number(match[1])


def tint(
    sheet: etree._Element,
    cells: Mapping[Place, Severity],
    tinted: Callable[[int, Severity], int],
) -> None:
    """Give cells (row, column) the tint of a severity; ``tinted`` turns a format into its tinted one.

    Nothing but the number of their format is changed. A cell that the sheet does not hold is put
    in, empty, with the format that its row or its column lends to empty cells.
    """
    data = sheet.find(main("sheetData"))
    if data is None:
        raise CannotAnnotate("A009", part="sheetData")
    columns = tuple(sheet.iterfind(f"{main('cols')}/{main('col')}"))
    rows: defaultdict[int, dict[int, Severity]] = defaultdict(dict)
    for (number, column), severity in cells.items():
        rows[number][column] = severity
    for number, row in _matched(data, rows, _row_number, _new_row):
        blank = _blank_cells(row, number, columns)
        for column, cell in _matched(row, rows[number], _cell_column, blank):
            cell.set("s", str(tinted(whole(cell, "s"), rows[number][column])))


Find = Callable[[etree._Element], int | None]
Make = Callable[[int], etree._Element]


def _matched(
    parent: etree._Element, wanted: Iterable[int], number_of: Find, make: Make
) -> Iterator[tuple[int, etree._Element]]:
    """The children with the wanted numbers, in order; one that is missing is made and put in its place."""
    missing = sorted(wanted, reverse=True)
    number = 0
    for child in list(parent):
        number = number_of(child) or number + 1
        while missing and missing[-1] < number:
            new = missing.pop()
            child.addprevious(made := make(new))
            yield new, made
        if missing and missing[-1] == number:
            missing.pop()
            yield number, child
    for new in reversed(missing):
        parent.append(made := make(new))
        yield new, made


def _row_number(row: etree._Element) -> int | None:
    """The number a row states, or None: then it follows the one before it."""
    return whole(row, "r") or None


def _new_row(number: int) -> etree._Element:
    return etree.Element(main("row"), r=str(number))


def _cell_column(cell: etree._Element) -> int | None:
    """The column a cell states, or None: then it follows the one before it."""
    address = cell.get("r")
    return _place(address)[1] if address is not None else None


def _blank_cells(row: etree._Element, number: int, columns: tuple[etree._Element, ...]) -> Make:
    def blank(column: int) -> etree._Element:
        # The columns that a row says it spans are a hint, which no longer holds.
        row.attrib.pop("spans", "")
        cell = etree.Element(main("c"), r=f"{column_letters(column)}{number}")
        cell.set("s", str(_lent_format(row, column, columns)))
        return cell

    return blank


def _lent_format(row: etree._Element, column: int, columns: tuple[etree._Element, ...]) -> int:
    if row.get("customFormat") in ("1", "true"):
        return whole(row, "s")
    for entry in columns:
        if whole(entry, "min") <= column <= whole(entry, "max"):
            return whole(entry, "style")
    return 0
