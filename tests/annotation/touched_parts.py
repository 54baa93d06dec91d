"""What may differ in a part that was touched: our additions are taken off again, and the rest compared.

Each function takes the part as it was and as it is, as trees, and undoes in the second one what an
annotated copy adds there, and no more. What is then not the same is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.annotation.forced import Copy, Place, cells_of, rows_of
from tests.annotation.opened import Opened, local, resolved, tree

AUTHOR = "syditval"
REVIEW = "Granskning"
STYLE_TABLES = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_NOTE_SHAPES = re.compile(
    rb'(?:\s*<v:shapetype id="[^"]+"[^>]*o:spt="202".*?</v:shapetype>)?'
    rb'(?:\s*<v:shape id="[^"]+"[^>]*>(?:(?!</v:shape>).)*ObjectType="Note"(?:(?!</v:shape>).)*</v:shape>)+\s*',
    re.DOTALL,
)


@dataclass(frozen=True)
class Touched:
    """One part that was touched, before and after."""

    name: str
    before: Element
    after: Element
    added: frozenset[str]
    places: frozenset[Place]


def touched_otherwise(copy: Copy) -> Iterator[str]:
    """Where parts that were touched differ by more than what an annotated copy adds."""
    before, after = copy.before, copy.after
    places = {part.lower(): frozenset(copy.forced[name]) for name, part in before.sheets.items()}
    for name in copy.said.changed:
        if name.lower().endswith(".vml"):
            yield from _drawing(name, before.part(name), after.part(name))
            continue
        part = Touched(
            name,
            tree(before.part(name)),
            tree(after.part(name)),
            frozenset(added.lower() for added in copy.said.added),
            places.get(name.replace("\\", "/").lower(), frozenset()),
        )
        undo = _UNDOING.get(local(part.before))
        if undo is None:
            yield f"{name}: is none of the parts that may be touched"
            continue
        undo(part)
        yield from (f"{name}: {difference}" for difference in _differences(part.before, part.after))
    yield from _added(copy, before, after)


def _differences(before: Element, after: Element) -> Iterator[str]:
    """The first difference of two trees, in words."""
    for old, new in zip(before.iter(), after.iter(), strict=False):
        if _looks(old) != _looks(new):
            yield f"{_looks(new)} stands where {_looks(old)} stood"
            return


def _looks(element: Element) -> tuple[object, ...]:
    """All of an element but its children, of which it is enough to know how many there are."""
    return element.tag, element.attrib, element.text or "", element.tail or "", len(element)


def _remove(parent: Element, child: Element) -> None:
    """Take a child away; the blanks behind it stay, as they were before it came."""
    place = list(parent).index(child)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)


def _remove_where(parent: Element | None, is_ours: Callable[[Element], bool]) -> None:
    for child in [child for child in parent if is_ours(child)] if parent is not None else ():
        _remove(parent, child)


def _remove_new(part: Touched, name: str) -> None:
    """Take an empty element of the part off that was not there before."""
    new = part.after.find(f"{{*}}{name}")
    if new is not None and part.before.find(f"{{*}}{name}") is None and not len(new):
        _remove(part.after, new)


def _content_types(part: Touched) -> None:
    known = {element.get("Extension") for element in part.before}
    endings = {name.rpartition(".")[2] for name in part.added}

    def is_ours(element: Element) -> bool:
        if local(element) == "Default":
            return element.get("Extension") not in known and element.get("Extension") in endings
        return element.get("PartName", "").lstrip("/").lower() in part.added

    _remove_where(part.after, is_ours)


def _relationships(part: Touched) -> None:
    folder = part.name.replace("\\", "/").rpartition("_rels/")[0]
    _remove_where(part.after, lambda each: resolved(folder, each.get("Target", "")).lower() in part.added)


def _workbook(part: Touched) -> None:
    sheets = part.after.find("{*}sheets")
    if sheets is not None and sheets[0].get("name") == REVIEW:
        _remove(sheets, sheets[0])
    names = part.after.find("{*}definedNames")
    _remove_where(names, lambda name: name.get("localSheetId") == "0")
    for name in names if names is not None else ():
        if "localSheetId" in name.attrib:
            name.set("localSheetId", str(int(name.attrib["localSheetId"]) - 1))
    _remove_new(part, "definedNames")
    for number, view in enumerate(part.after.iterfind("{*}bookViews/{*}workbookView")):
        _undo_view(number, view, part.before.findall("{*}bookViews/{*}workbookView")[number])


def _undo_view(number: int, after: Element, before: Element) -> None:
    """The first window shows the review sheet; all others show what they showed, one tab further on."""
    for attribute in ("activeTab", "firstSheet"):
        shown = int(before.get(attribute) or 0) + 1 if number else 0
        if int(after.get(attribute) or 0) == shown:
            _restore(attribute, after, before)


def _restore(attribute: str, after: Element, before: Element | None) -> None:
    after.attrib.pop(attribute, None)
    if before is not None and attribute in before.attrib:
        after.set(attribute, before.attrib[attribute])


def _style_sheet(part: Touched) -> None:
    """New entries stand at the end of their tables; a table may be new as a whole."""
    for name in STYLE_TABLES:
        before, after = (each.find(f"{{*}}{name}") for each in (part.before, part.after))
        if before is None and after is not None:
            _remove(part.after, after)
        elif before is not None and after is not None:
            entries = [entry for entry in after if local(entry)]
            for new in entries[sum(1 for entry in before if local(entry)) :]:
                _remove(after, new)
            if after.get("count") == str(len(entries)):
                _restore("count", after, before)


def _sheet(part: Touched) -> None:
    for after, before in zip(
        part.after.iterfind("{*}sheetViews/{*}sheetView"),
        part.before.iterfind("{*}sheetViews/{*}sheetView"),
        strict=False,
    ):
        if after.get("tabSelected") not in ("1", "true"):
            _restore("tabSelected", after, before)
    _undo_cells(part)
    links = part.after.find("{*}hyperlinks")
    _remove_where(links, lambda link: link.get("location", "").startswith(f"{REVIEW}!"))
    _remove_new(part, "hyperlinks")
    _remove_new(part, "legacyDrawing")


def _undo_cells(part: Touched) -> None:
    """A cell that is marked has another format; where there was none, an empty one was put in."""
    held, rows = dict(cells_of(part.before)), dict(rows_of(part.before))
    after_rows = dict(rows_of(part.after))
    for place, cell in list(cells_of(part.after)):
        if place not in part.places:
            continue
        if place in held:
            _restore("s", cell, held[place])
        elif set(cell.attrib) == {"r", "s"} and not len(cell) and not cell.text:
            row = after_rows[place[0]]
            _remove(row, cell)
            _restore("spans", row, rows.get(place[0]))
    data = part.after.find("{*}sheetData")
    for number, row in after_rows.items():
        if data is not None and number not in rows and not len(row) and set(row.attrib) == {"r"}:
            _remove(data, row)


def _comments(part: Touched) -> None:
    authors, notes = part.after.find("{*}authors"), part.after.find("{*}commentList")
    known = len(part.before.findall("{*}authors/{*}author"))
    ours = {
        str(number)
        for number, author in enumerate(authors if authors is not None else ())
        if number >= known and author.text == AUTHOR
    }
    _remove_where(notes, lambda note: note.get("authorId") in ours)
    _remove_where(authors, lambda author: author in list(authors or ())[known:] and author.text == AUTHOR)


def _drawing(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """A drawing gets the boxes of notes before its end, and nothing else."""
    end = before.rindex(b"</xml>")
    new = after[end : len(after) - len(before[end:])]
    if after[:end] + after[end + len(new) :] != before or not _NOTE_SHAPES.fullmatch(new):
        yield f"{name}: more than boxes of notes was added"


_UNDOING: dict[str, Callable[[Touched], None]] = {
    "Types": _content_types,
    "Relationships": _relationships,
    "workbook": _workbook,
    "styleSheet": _style_sheet,
    "worksheet": _sheet,
    "chartsheet": _sheet,
    "dialogsheet": _sheet,
    "macrosheet": _sheet,
    "comments": _comments,
}


def _added(copy: Copy, before: Opened, after: Opened) -> Iterator[str]:
    """Parts are added only where they are of use: the review sheet, notes with their boxes, and styles."""
    wanted = {resolved("", after.sheets.get(REVIEW, "")), after.the("styles", after.workbook)}
    for part in before.sheets.values():
        wanted |= {target for _, kind, target in after.related(part) if kind in ("comments", "vmlDrawing")}
    for name in copy.said.added:
        if name not in wanted and not name.endswith(".rels"):
            yield f"{name}: nothing needs it"
