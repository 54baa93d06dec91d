"""Elements of a worksheet besides its rows: where they stand, and the parts that some of them point at."""

from __future__ import annotations

from collections.abc import Mapping

from syditval.patching.document import Document
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import element
from syditval.patching.package import Package
from syditval.patching.parts import discard, relate, relationships
from syditval.patching.sheet_part import SheetPart

# The order in which a worksheet's elements stand.
_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing"),
)


def put_in_order(frame: Document, name: str, attributes: Mapping[str, str], inner: str = "") -> None:
    """Put an element that a sheet lacks into its frame, where the schema wants it.

    Of several, the one that goes first must be put in first.
    """
    predecessors = frozenset(_ORDER[: _ORDER.index(name)])
    frame.insert_behind(frame.root, element(f"{frame.root.prefix}{name}", attributes, inner), predecessors)


def pointed_at(package: Package, sheet: SheetPart, name: str) -> str | None:
    """The part that an element such as ``drawing`` points at, None where the sheet has no such element."""
    pointer = sheet.frame.root.find(name)
    if pointer is None:
        return None
    for found in relationships(package, sheet.name):
        if found.id == pointer.attributes.get(f"{{{package.dialect.office}}}id"):
            return found.target
    raise CannotAnnotate("A009", part=sheet.name)


def point_at(package: Package, sheet: SheetPart, name: str, kind: str, part: str) -> None:
    """Put in an element that points at a part, to which the sheet gets a relationship of a kind."""
    id_ = relate(package, sheet.name, kind, part)
    put_in_order(sheet.frame, name, {"xmlns:r": package.dialect.office, "r:id": id_})


def point_no_more(package: Package, sheet: SheetPart, name: str, part: str) -> None:
    """Take away the element that points at a part, and the part."""
    discard(package, sheet.name, part)
    pointer = sheet.frame.root.find(name)
    if pointer is not None:
        sheet.frame.remove(pointer)
