"""Links on cells of a sheet that lead to a place in the workbook."""

from __future__ import annotations

from collections.abc import Mapping

from syditval.patching.cell_names import Place, address_of, area_named
from syditval.patching.markup import element, visible
from syditval.patching.sheet_elements import put_in_order
from syditval.patching.sheet_part import SheetPart

# The most links that a sheet may hold.
LINK_LIMIT = 65530


def add_links(sheet: SheetPart, links: Mapping[Place, str], told: str) -> None:
    """Add links to places such as ``Granskning!A5``; ``told`` shows where the pointer rests on one.

    A cell that has a link already keeps it and gets no other.
    """
    root = sheet.frame.root
    parent = root.find("hyperlinks")
    entries = list(parent.each("hyperlink")) if parent else []
    areas = [area_named(entry.attributes.get("ref", "")) for entry in entries]
    free = [place for place in sorted(links) if not any(area.holds(*place) for area in areas)]
    markup = "".join(
        element(
            f"{root.prefix}hyperlink",
            {"ref": address_of(place), "location": links[place], "tooltip": visible(told)},
        )
        for place in free[: max(LINK_LIMIT - len(entries), 0)]
    )
    if parent is not None:
        sheet.frame.append(parent, markup)
    elif markup:
        put_in_order(sheet.frame, "hyperlinks", {}, markup)


def remove_links(sheet: SheetPart, *targets: str) -> None:
    """Take away the links that lead to some sheets, by their names as they stand in references."""
    parent = sheet.frame.root.find("hyperlinks")
    entries = list(parent.each("hyperlink")) if parent else []
    starts = tuple(f"{target}!" for target in targets)
    ours = [entry for entry in entries if entry.attributes.get("location", "").startswith(starts)]
    if parent is not None and len(ours) == len(entries):
        sheet.frame.remove(parent)
    else:
        for entry in ours:
            sheet.frame.remove(entry)
