"""What is wrong with the package of an annotated copy: a line for each fault, none where all is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from syditval.model.cells import column_letters
from syditval.patching.fills import TINTS
from tests.annotation.forced import Copy, Place, cells_of, rows_of
from tests.annotation.opened import Opened, entries, plain


def parts_lost(copy: Copy) -> Iterator[str]:
    """Every part that is not said to be changed is the same bytes, packed the same way, in the same order."""
    before, after, said = copy.before.entries, copy.after.entries, copy.said
    if [entry.name for entry in after] != [*(entry.name for entry in before), *said.added]:
        yield "other parts than those of the workbook and those said to be added, or in another order"
        return
    untouched = [(old, new) for old, new in zip(before, after, strict=False) if old.name not in said.changed]
    yield from (
        f"{old.name}: not the same bytes, or packed otherwise" for old, new in untouched if old != new
    )
    parts = sum(not old.name.endswith("/") for old, _ in untouched)
    if said.untouched != parts:
        yield f"{said.untouched} parts are said to be untouched, and {parts} are"


def formats_lost(copy: Copy) -> Iterator[str]:
    """A marked cell has the tint of its finding, and otherwise the very format that it had; others keep theirs."""
    before, after = copy.before, copy.after
    had, formats = _formats(before), _formats(after)
    for sheet, part in before.sheets.items():
        lent = _lent_formats(plain(before.part(part)), copy.forced[sheet])
        cells = dict(cells_of(plain(after.part(part))))
        for place, severity in copy.forced[sheet].items():
            # A format that there is not is the usual one.
            was = had[lent[place]] if lent[place] < len(had) else (had or formats)[0]
            now = formats[int(cells[place].get("s") or 0)] if place in cells else was
            if _but_fill(was) != _but_fill(now):
                yield f"{sheet} {place}: {_but_fill(was)} became {_but_fill(now)}"
            if _tint(after, now) != f"FF{TINTS[severity]}":
                yield f"{sheet} {place}: has not the tint of {severity}"
        for place in cells.keys() - copy.forced[sheet].keys():
            number = int(cells[place].get("s") or 0)
            if len(had) <= number < len(formats) and formats[number].attrib != (had or formats)[0].attrib:
                yield f"{sheet} {place}: has a format that it had not, number {number}"


def notes_lost(copy: Copy) -> Iterator[str]:
    """Each marked cell has a note: the one that it had, else ours; every note of ours has a box."""
    before, after = copy.before, copy.after
    for sheet, part in before.sheets.items():
        old, new = _notes(before, part), _notes(after, part)
        yield from (f"{sheet} {ref}: its note is lost" for ref, text in old.items() if new.get(ref) != text)
        marked = {f"{column_letters(column)}{row}" for row, column in copy.forced[sheet]}
        yield from (f"{sheet} {ref}: has no note" for ref in sorted(marked - set(new)))
        boxes = _boxes(after, part) - _boxes(before, part)
        if boxes != len(new) - len(old):
            yield f"{sheet}: {boxes} new boxes for {len(new) - len(old)} new notes"


def _formats(book: Opened) -> list[Element]:
    part = book.the("styles", book.workbook)
    return entries(plain(book.part(part)), "cellXfs") if part else []


def _lent_formats(sheet: Element, places: Iterable[Place]) -> dict[Place, int]:
    """The numbers of the formats of cells: each has its own, else that of its row, else that of its column."""
    cells, rows, columns = dict(cells_of(sheet)), dict(rows_of(sheet)), sheet.findall("{*}cols/{*}col")

    def lent(place: Place) -> str | None:
        row = rows.get(place[0])
        if place in cells:
            return cells[place].get("s")
        if row is not None and row.get("customFormat") in ("1", "true"):
            return row.get("s")
        at = (each for each in columns if int(each.get("min", 0)) <= place[1] <= int(each.get("max", 0)))
        return next((column.get("style") for column in at), None)

    return {place: int(lent(place) or 0) for place in places}


def _but_fill(xf: Element) -> tuple[object, ...]:
    """A format without its fill: numbers of the tables that it points into, alignment, protection."""
    kept = {key: value for key, value in xf.attrib.items() if key not in ("fillId", "applyFill")}
    return sorted(kept.items()), [
        (each.tag, sorted(each.attrib.items())) for each in xf.iter() if each is not xf
    ]


def _tint(book: Opened, xf: Element) -> str:
    fills = entries(plain(book.part(book.the("styles", book.workbook))), "fills")
    color = fills[int(xf.get("fillId", 0))].find("{*}patternFill[@patternType='solid']/{*}fgColor")
    return color.get("rgb", "") if color is not None else ""


def _notes(book: Opened, sheet: str) -> dict[str, str]:
    part = book.the("comments", sheet)
    notes = plain(book.part(part)).iterfind("{*}commentList/{*}comment") if part else ()
    return {note.get("ref", ""): "".join(note.itertext()) for note in notes}


def _boxes(book: Opened, sheet: str) -> int:
    drawings = {target for _, kind, target in book.related(sheet) if kind == "vmlDrawing"}
    return sum(book.part(drawing).count(b'ObjectType="Note"') for drawing in drawings)
