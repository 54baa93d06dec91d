"""Texts that cells share: what only a sheet held that was taken away is taken away with it."""

from __future__ import annotations

import re

from syditval.patching.package import Package
from syditval.patching.parts import related
from syditval.patching.sheet_part import SheetPart

# A cell that names a shared text by its number, whatever the order of its attributes.
_SHARED = re.compile(
    rb"<(?:[\w.-]+:)?c\s(?=[^>]*?\bt\s*=\s*[\"']s[\"'])[^>]*>\s*<(?:[\w.-]+:)?v\s*>\s*(\d+)\s*<"
)


def texts_of(sheet: SheetPart) -> set[int]:
    """The numbers of the shared texts that the cells of a sheet show."""
    return {int(number) for row in sheet.each_row() for number in _SHARED.findall(row)}


def forget_texts(package: Package, workbook: str, numbers: set[int]) -> None:
    """Empty some shared texts. They keep their place, since all go by their number."""
    part = related(package, workbook, "sharedStrings")
    if part is None or not numbers:
        return
    document = package.document(part)
    root = document.root
    entries = list(root.each("si"))
    for number in sorted(numbers):
        if number < len(entries):
            document.insert_before(entries[number], f"<{root.prefix}si><{root.prefix}t/></{root.prefix}si>")
            document.remove(entries[number])
