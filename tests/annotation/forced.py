"""Findings forced on a workbook, whatever it holds: up to five cells of every sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from syditval.annotation import Annotated, annotate
from syditval.model.cells import CellRef
from syditval.model.rule import Severity
from tests.annotation.build import cell, finding, report
from tests.annotation.opened import Opened, plain

Place = tuple[int, int]
SEVERITIES = tuple(Severity)
_LAST_ROW, _LAST_COLUMN = 1048576, 16384


@dataclass(frozen=True, eq=False)
class Copy:
    """A workbook, its annotated copy, what is said of that, and the cells that findings were forced on."""

    source: Path
    target: Path
    said: Annotated
    forced: dict[str, dict[Place, Severity]]

    @cached_property
    def before(self) -> Opened:
        return Opened(self.source)

    @cached_property
    def after(self) -> Opened:
        return Opened(self.target)


def annotated_by_force(source: Path, folder: Path) -> Copy:
    """The annotated copy of a workbook, in a folder, with findings that nobody made.

    Raises CannotAnnotate where only the findings were written.
    """
    book = Opened(source)
    forced = {name: forced_places(plain(book.part(part))) for name, part in book.sheets.items()}
    found = [
        replace(finding("A!A1", severity), id=f"F101 {sheet} {place}", cell=CellRef(sheet, *place))
        for sheet, places in forced.items()
        for place, severity in places.items()
    ]
    target = folder / source.name
    said = annotate(source, target, report(source, found, tables=()))
    if said.alone:
        raise said.alone
    return Copy(source, target, said, forced)


def forced_places(sheet: Element) -> dict[Place, Severity]:
    """The first cell, a formula or one in the middle, the last, a gap in the row of the second, one below.

    Of merged cells the one that shows them: that is where they are marked.
    """
    # There are programs that count from 0.
    cells = {place: found for place, found in cells_of(sheet) if min(place) > 0}
    held = list(cells) or [(1, 1)]
    formula = next((place for place, found in cells.items() if found.find("{*}f") is not None), None)
    row, _ = middle = formula or held[len(held) // 2]
    gap = next((column for column in range(1, _LAST_COLUMN + 1) if (row, column) not in cells), 1)
    below = (min(max(row for row, _ in held) + 2, _LAST_ROW), 3)
    chosen = (held[0], middle, held[-1], (row, gap), below)
    shows = dict(_shown_at(sheet, chosen))
    shown = (shows.get(place, place) for place in chosen)
    return {place: SEVERITIES[number % 3] for number, place in enumerate(dict.fromkeys(shown))}


def cells_of(sheet: Element) -> Iterator[tuple[Place, Element]]:
    """The cells of a sheet with their places: where none is stated, the one behind the one before."""
    for number, row in rows_of(sheet):
        column = 0
        for held in row.iterfind("{*}c"):
            address = held.get("r")
            column = _place(address)[1] if address else column + 1
            yield (number, column), held


def rows_of(sheet: Element) -> Iterator[tuple[int, Element]]:
    """The rows of a sheet with their numbers."""
    number = 0
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        yield number, row


def _shown_at(sheet: Element, places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """Places in merged cells, and the first of those, which shows them all."""
    for merged in sheet.iterfind("{*}mergeCells/{*}mergeCell"):
        corners = [_place(corner) for corner in merged.get("ref", "").split(":")]
        (top, left), (bottom, right) = corners[0], corners[-1]
        for row, column in places:
            if top <= row <= bottom and left <= column <= right:
                yield (row, column), (top, left)


def _place(address: str) -> Place:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), _column(letters)


@cache
def _column(letters: str) -> int:
    return cell(f"A!{letters}1").column
