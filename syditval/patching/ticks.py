"""Tick marks on a sheet: their shapes in its drawing part, which is made where there is none."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.parts import declare, discard, folder_above, free_name, relate, relationships
from syditval.patching.sheet_part import SheetPart, put_in_order
from syditval.patching.tick_shapes import Legend, TickShape, empty_drawing, with_ticks, without_ticks

_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"


def add_ticks(package: Package, sheet: SheetPart, ticks: Iterable[TickShape], legend: Legend) -> None:
    """Add tick marks and their legend to a sheet. Links must be added before, notes after."""
    part = drawing_of(package, sheet) or _new_drawing(package, sheet)
    package.put(part, with_ticks(package.read(part), ticks, legend, part))


def drawing_of(package: Package, sheet: SheetPart) -> str | None:
    """The drawing part of a sheet, or None."""
    pointer = sheet.frame.root.find("drawing")
    if pointer is None:
        return None
    for found in relationships(package, sheet.name):
        if found.id == pointer.attributes.get(f"{{{package.dialect.office}}}id"):
            return found.target
    raise CannotAnnotate("A009", part=sheet.name)


def _new_drawing(package: Package, sheet: SheetPart) -> str:
    part = free_name(package, posixpath.join(folder_above(sheet.name), "drawings"), "drawing", "xml")
    package.put(part, empty_drawing(package.dialect))
    declare(package, part, _TYPE)
    id_ = relate(package, sheet.name, "drawing", part)
    put_in_order(sheet.frame, "drawing", {"xmlns:r": package.dialect.office, "r:id": id_})
    return part


def remove_ticks(package: Package, sheet: SheetPart) -> None:
    """Take away our tick marks, and the drawing part where it held nothing else."""
    part = drawing_of(package, sheet)
    if part is None:
        return
    before = package.read(part)
    left = without_ticks(before, part)
    if left is None:
        discard(package, sheet.name, part)
        if pointer := sheet.frame.root.find("drawing"):
            sheet.frame.remove(pointer)
    elif left != before:
        package.put(part, left)
