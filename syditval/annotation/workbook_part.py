"""The workbook part: which sheets there are and where, and a new sheet that goes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.package import Package
from syditval.annotation.parts import relate, related, relationships
from syditval.annotation.xml_part import OFFICE, insert_after, main, whole

_SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
_STRICT = "http://purl.oclc.org/ooxml/"
_NAME_LIMIT = 31
_SELECTED = re.compile(rb"""(<(?:[\w.-]+:)?sheetView\b[^<>]*?)\s+tabSelected\s*=\s*["'](?:1|true)["']""")
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")


def workbook_part(package: Package) -> str:
    """The name of the workbook part.

    Raises CannotAnnotate for a package without one, and for one that an edit would harm or that is
    written in a way which this room does not know: signed, Strict, or shared with tracked changes.
    """
    kinds = {found.type: found.target for found in relationships(package, "")}
    if any(kind.startswith(_STRICT) for kind in kinds):
        raise CannotAnnotate("A002")
    if _SIGNATURE in kinds:
        raise CannotAnnotate("A003")
    workbook = kinds.get(f"{OFFICE}/officeDocument")
    if workbook is None:
        raise CannotAnnotate("A009", part="_rels/.rels")
    if package.root(workbook).tag != main("workbook"):
        raise CannotAnnotate("A002")
    if related(package, workbook, f"{OFFICE}/revisionHeaders"):
        raise CannotAnnotate("A008")
    return workbook


def sheet_parts(package: Package, workbook: str) -> dict[str, str]:
    """The part of each sheet, by the sheet's name, in the order of the tabs."""
    targets = {found.id: found.target for found in relationships(package, workbook)}
    return {
        sheet.get("name", ""): targets[id_]
        for sheet in package.root(workbook).iterfind(f"{main('sheets')}/{main('sheet')}")
        if (id_ := sheet.get(f"{{{OFFICE}}}id")) in targets
    }


def free_sheet_name(taken: Iterable[str], wanted: str) -> str:
    """The wanted sheet name, numbered where a sheet has it already: ``Granskning (2)``."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        ending = f" ({number})"
        name = wanted[: _NAME_LIMIT - len(ending)] + ending
    return name


def unselect(package: Package, sheet: str) -> None:
    """Take the selection off a sheet part: two selected sheets would be edited together, as a group.

    The part is patched as text, since it may be huge and only one attribute near its start goes.
    """
    if _SELECTED.search(_before_cells(package.beginning(sheet))):
        content = package.read(sheet)
        head = _before_cells(content)
        package.put(sheet, _SELECTED.sub(rb"\1", head) + content[len(head) :])


def _before_cells(content: bytes) -> bytes:
    return content.partition(b"sheetData")[0]


def register_first(package: Package, workbook: str, name: str, part: str, names: Mapping[str, str]) -> None:
    """Make a new worksheet the first tab and the one that is shown on opening.

    ``names`` are defined names that belong to the new sheet. Names that belong to other sheets go
    by the position of their tab and are moved along.
    """
    id_ = relate(package, workbook, f"{OFFICE}/worksheet", part)
    root = package.edit(workbook)
    sheets = root.find(main("sheets"))
    if sheets is None:
        raise CannotAnnotate("A009", part=workbook)
    number = max((whole(sheet, "sheetId") for sheet in sheets), default=0) + 1
    entry = etree.Element(main("sheet"), nsmap={"r": OFFICE})
    entry.set("name", name)
    entry.set("sheetId", str(number))
    entry.set(f"{{{OFFICE}}}id", id_)
    sheets.insert(0, entry)
    _move_names(root)
    _add_names(root, names)
    _show_first(root)


def _move_names(root: etree._Element) -> None:
    for name in root.iter(main("definedName")):
        if "localSheetId" in name.attrib:
            name.set("localSheetId", str(whole(name, "localSheetId") + 1))


def _add_names(root: etree._Element, names: Mapping[str, str]) -> None:
    if not names:
        return
    parent = root.find(main("definedNames"))
    if parent is None:
        parent = etree.Element(main("definedNames"))
        insert_after(root, parent, _BEFORE_NAMES)
    for name, area in names.items():
        etree.SubElement(parent, main("definedName"), name=name, localSheetId="0", hidden="1").text = area


def _show_first(root: etree._Element) -> None:
    """Show the first tab in the first window; other windows keep theirs, one position further on."""
    for window, view in enumerate(root.iter(main("workbookView"))):
        for attribute in ("activeTab", "firstSheet"):
            view.set(attribute, str(whole(view, attribute) + 1 if window else 0))
