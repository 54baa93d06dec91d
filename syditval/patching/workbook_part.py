"""The workbook part: which sheets there are and where, and a new sheet that goes first."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

from syditval.patching.dialect import DIALECTS, Dialect
from syditval.patching.document import Document
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import DECLARATION, element, text
from syditval.patching.package import Package
from syditval.patching.parts import declare, discard, free_name, relate, related, relationships
from syditval.patching.sheet_part import SheetPart
from syditval.patching.styles import Styles, complete
from syditval.patching.xml_tree import Element

_SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_NAME_LIMIT = 31
# The most formats of cells that a workbook may have.
_MOST_FORMATS = 65_490
_SELECTED = re.compile(rb"""<(?:[\w.-]+:)?sheetView\b[^<>]*?\stabSelected\s*=\s*["'](?:1|true)["']""")
_BEFORE_NAMES = frozenset(("sheets", "functionGroups", "externalReferences"))


def workbook_part(package: Package) -> str:
    """The name of the workbook part; from then on the package knows its dialect.

    Raises CannotAnnotate for a package without one.
    """
    workbook = related(package, "", "officeDocument")
    if workbook is None:
        raise CannotAnnotate("A009", part="_rels/.rels")
    package.dialect = _dialect(package.document(workbook))
    return workbook


def refuse_harm(package: Package, workbook: str) -> None:
    """Raises CannotAnnotate for a package that an edit would harm: signed, or shared with tracked changes."""
    if any(found.type == _SIGNATURE for found in relationships(package, "")):
        raise CannotAnnotate("A003")
    if related(package, workbook, "revisionHeaders"):
        raise CannotAnnotate("A008")


def _dialect(document: Document) -> Dialect:
    for dialect in DIALECTS:
        if (document.root.namespace, document.root.name) == (dialect.main, "workbook"):
            return dialect
    raise CannotAnnotate("A012")


def sheet_parts(package: Package, workbook: str) -> dict[str, str]:
    """The part of each sheet, by the sheet's name, in the order of the tabs."""
    targets = {found.id: found.target for found in relationships(package, workbook)}
    id_name = f"{{{package.dialect.office}}}id"
    sheets = package.document(workbook).root.find("sheets")
    return {
        sheet.attributes.get("name", ""): targets[id_]
        for sheet in (sheets.each("sheet") if sheets else ())
        if (id_ := sheet.attributes.get(id_name)) in targets
    }


def workbook_styles(package: Package, workbook: str) -> Styles:
    """The formats of a workbook; one that has none gets a table of them."""
    part = related(package, workbook, "styles")
    if part is None:
        folder = posixpath.dirname(workbook)
        # The usual name if it is free, since some programs look for no other.
        part = posixpath.join(folder, "styles.xml")
        part = free_name(package, folder, "styles", "xml") if package.has(part) else part
        relate(package, workbook, "styles", part)
    formats = 1
    if not package.has(part):
        package.put(part, (DECLARATION + element("styleSheet", {"xmlns": package.dialect.main})).encode())
        declare(package, part, _STYLES_TYPE)
        # Cells may name formats all the same, which must not be those that are added.
        sheets = sheet_parts(package, workbook).values()
        formats += max((SheetPart(package, each).highest_format for each in sheets), default=0)
    complete(package, part, min(formats, _MOST_FORMATS))
    return Styles(package.document(part))


def free_sheet_name(taken: Iterable[str], wanted: str) -> str:
    """The wanted sheet name, numbered where a sheet has it already: ``Granskning (2)``."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        ending = f" ({number})"
        name = wanted[: _NAME_LIMIT - len(ending)] + ending
    return name


def is_selected(package: Package, sheet: str) -> bool:
    """Whether a sheet part says that its tab is selected, which it says before its cells."""
    first = next(package.pieces(sheet), b"")
    # What is not written in UTF-8 is looked at in full.
    if b"\0" in first[:4]:
        return bool(_views(SheetPart(package, sheet)))
    return _SELECTED.search(first.partition(b"sheetData")[0]) is not None


def unselect(sheet: SheetPart) -> None:
    """Take the selection off a sheet: two selected sheets would be edited together, as a group."""
    for view in _views(sheet):
        sheet.frame.set(view, {"tabSelected": None})


def _views(sheet: SheetPart) -> list[Element]:
    views = sheet.frame.root.find("sheetViews")
    return [view for view in (views.each("sheetView") if views else ()) if view.is_true("tabSelected")]


def register_first(package: Package, workbook: str, name: str, part: str, names: Mapping[str, str]) -> None:
    """Make a new worksheet the first tab, and in the first window the one that is shown on opening.

    ``names`` are defined names that belong to the new sheet. Names that belong to other sheets go
    by the position of their tab and are moved along.
    """
    id_ = relate(package, workbook, "worksheet", part)
    document = package.document(workbook)
    sheets = document.root.find("sheets")
    if sheets is None:
        raise CannotAnnotate("A009", part=workbook)
    number = max((sheet.whole("sheetId") for sheet in sheets.each("sheet")), default=0) + 1
    attributes = {"xmlns:r": package.dialect.office, "name": name, "sheetId": str(number), "r:id": id_}
    document.insert_first(sheets, element(f"{sheets.prefix}sheet", attributes))
    _follow(document, lambda tab: tab + 1)
    views = document.root.find("bookViews")
    for view in list(views.each("workbookView"))[:1] if views else ():
        document.set(view, {"activeTab": None, "firstSheet": None})
    _add_names(document, names)


def unregister(package: Package, workbook: str, name: str) -> None:
    """Take a sheet away with its part, and the defined names that belong to it."""
    document = package.document(workbook)
    part = sheet_parts(package, workbook)[name]
    sheets = document.root.find("sheets")
    entries = list(sheets.each("sheet")) if sheets else []
    position = next(place for place, entry in enumerate(entries) if entry.attributes.get("name") == name)
    document.remove(entries[position])
    names = document.root.find("definedNames")
    belonging = [entry for entry in names.each("definedName") if _tab_of(entry) == position] if names else []
    if names is not None and len(belonging) == len(names.children):
        document.remove(names)
    for entry in belonging:
        document.remove(entry)
    last = len(entries) - 1
    _follow(document, lambda tab: tab - 1 if tab > position or tab == last else tab)
    discard(package, workbook, part)


def _tab_of(name: Element) -> int | None:
    return name.whole("localSheetId") if "localSheetId" in name.attributes else None


def _follow(document: Document, moved: Callable[[int], int]) -> None:
    """Let all that goes by the position of a tab follow when tabs come or go."""
    names, views = document.root.find("definedNames"), document.root.find("bookViews")
    for name in names.each("definedName") if names else ():
        if (tab := _tab_of(name)) is not None:
            document.set(name, {"localSheetId": str(moved(tab))})
    for view in views.each("workbookView") if views else ():
        for attribute in ("activeTab", "firstSheet"):
            if (tab := moved(view.whole(attribute))) != view.whole(attribute):
                document.set(view, {attribute: str(tab)})


def _add_names(document: Document, names: Mapping[str, str]) -> None:
    if not names:
        return
    root, prefix = document.root, document.root.prefix
    entries = "".join(
        element(f"{prefix}definedName", _name_attributes(name), text(area)) for name, area in names.items()
    )
    parent = root.find("definedNames")
    if parent is not None:
        document.append(parent, entries)
    else:
        document.insert_behind(root, element(f"{prefix}definedNames", {}, entries), _BEFORE_NAMES)


def _name_attributes(name: str) -> dict[str, str]:
    attributes = {"name": name, "localSheetId": "0"}
    # What people see in a list of names is of use to them; the area of a filter is not.
    return attributes | ({"hidden": "1"} if name == "_xlnm._FilterDatabase" else {})
