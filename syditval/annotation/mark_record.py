"""What a copy keeps of its own marks, so that they can be taken off again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from syditval.messages.addresses import folded
from syditval.model.cells import CellRef
from syditval.patching import CannotAnnotate
from syditval.patching.cell_names import Place, area_named
from syditval.patching.fills import HATCHING, MARKS, Fill
from syditval.patching.xml_tree import parsed

# What is read from a file may say anything.
_MOST_CELLS = 5_000_000


@dataclass(slots=True)
class MarkRecord:
    """What the review sheet was called, and the fills that marks were given; by sheet, which cells got a
    note and which had a fill, as text.

    A marked cell that is not among the latter had none. Notes are listed since not every program
    keeps their author, the name since links still lead to it when the sheet gets another.
    """

    review: str = ""
    shades: tuple[Fill, ...] = ()
    notes: dict[str, set[Place]] = field(default_factory=dict)
    fills: dict[str, dict[Place, str]] = field(default_factory=dict)

    def written(self) -> str:
        """The record as text."""
        return json.dumps(
            {
                "review": self.review,
                "shades": [[shade.pattern, shade.color] for shade in self.shades],
                "notes": {sheet: _folded(sheet, places) for sheet, places in self.notes.items() if places},
                "fills": {sheet: _by_fill(sheet, fills) for sheet, fills in self.fills.items() if fills},
            },
            ensure_ascii=False,
        )

    @classmethod
    def read(cls, text: str) -> MarkRecord:
        """The record that a text is. Where it is none, marks are known by their usual fills."""
        try:
            found = json.loads(text)
            return cls(
                found["review"],
                tuple(Fill(color, pattern) for pattern, color in found["shades"]),
                {sheet: _unfolded(areas) for sheet, areas in found["notes"].items()},
                {sheet: _of_fills(fills) for sheet, fills in found["fills"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError, CannotAnnotate):
            return cls("", (*MARKS.values(), HATCHING, HATCHING.washed_out))


def _by_fill(sheet: str, fills: Mapping[Place, str]) -> dict[str, list[str]]:
    places: dict[str, list[Place]] = {}
    for place, fill in fills.items():
        places.setdefault(fill, []).append(place)
    return {fill: _folded(sheet, found) for fill, found in places.items()}


def _of_fills(fills: Mapping[str, list[str]]) -> dict[Place, str]:
    for fill in fills:
        if parsed(fill.encode(), "fill").name != "fill":
            raise ValueError("no record of ours")
    return {place: fill for fill, areas in fills.items() for place in _unfolded(areas)}


def _folded(sheet: str, places: Iterable[Place]) -> list[str]:
    return folded(CellRef(sheet, *place) for place in places)


def _unfolded(areas: Iterable[str]) -> set[Place]:
    found = [area_named(area) for area in areas]
    if sum((area.bottom - area.top + 1) * (area.right - area.left + 1) for area in found) > _MOST_CELLS:
        raise ValueError("no record of ours")
    return {
        (row, column)
        for area in found
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }
