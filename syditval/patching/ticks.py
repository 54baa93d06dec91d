"""Tick marks on a sheet: their shapes in its drawing part, which is made where there is none."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from syditval.patching.package import Package
from syditval.patching.parts import declare, folder_above, free_name
from syditval.patching.sheet_elements import point_at, point_no_more, pointed_at
from syditval.patching.sheet_part import SheetPart
from syditval.patching.tick_shapes import Legend, TickShape, empty_drawing, with_ticks, without_ticks

_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
# The element of a sheet that points at its drawing, and the kind of relationship.
_POINTER = "drawing"


def add_ticks(package: Package, sheet: SheetPart, ticks: Iterable[TickShape], legend: Legend) -> None:
    """Add tick marks and their legend to a sheet. Links must be added before, notes after."""
    part = pointed_at(package, sheet, _POINTER) or _new_drawing(package, sheet)
    package.put(part, with_ticks(package.read(part), ticks, legend, part))


def _new_drawing(package: Package, sheet: SheetPart) -> str:
    part = free_name(package, posixpath.join(folder_above(sheet.name), "drawings"), "drawing", "xml")
    package.put(part, empty_drawing(package.dialect))
    declare(package, part, _TYPE)
    point_at(package, sheet, _POINTER, _POINTER, part)
    return part


def remove_ticks(package: Package, sheet: SheetPart) -> None:
    """Take away our tick marks, and the drawing part where it held nothing else."""
    part = pointed_at(package, sheet, _POINTER)
    if part is None:
        return
    before = package.read(part)
    left = without_ticks(before, part)
    if left is None:
        point_no_more(package, sheet, _POINTER, part)
    elif left != before:
        package.put(part, left)
