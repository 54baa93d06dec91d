"""The marks of one sheet: fills, notes, links back to the review sheet, and tick marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from syditval.annotation.marks import Mark
from syditval.annotation.sheet_ticks import SheetTicks, sheet_ticks
from syditval.annotation.ticks import Tick
from syditval.messages import Texts
from syditval.model.cells import Area, CellRef
from syditval.patching.cell_names import Place, address_of
from syditval.patching.fills import HATCHING, MARKS
from syditval.patching.links import add_links
from syditval.patching.note_box import rows_beside
from syditval.patching.notes import add_notes, noted_places
from syditval.patching.package import Package
from syditval.patching.passage import fitted
from syditval.patching.sheet_part import SheetPart, asked_for, reformatted, unchanged
from syditval.patching.styles import Styles
from syditval.patching.ticks import add_ticks
from syditval.patching.workbook_part import unselect


@dataclass(slots=True)
class Wanted:
    """What is to be marked on one sheet, by cell."""

    marks: list[Mark] = field(default_factory=list)
    hatched: list[CellRef] = field(default_factory=list)
    ticks: dict[CellRef, tuple[Tick, ...]] = field(default_factory=dict)

    @property
    def places(self) -> set[Place]:
        """The places of all cells."""
        cells = [*(mark.cell for mark in self.marks), *self.hatched, *self.ticks]
        return {(cell.row, cell.column) for cell in cells}


class SheetMarks:
    """Marks that are about to be set on a sheet; where they stand is settled when this is made."""

    def __init__(self, package: Package, part: str, wanted: Wanted) -> None:
        self._package = package
        self.sheet, shown = _opened(package, part, wanted.places)
        self._marks: defaultdict[Place, list[Mark]] = defaultdict(list)
        for mark in wanted.marks:
            self._marks[shown[mark.cell.row, mark.cell.column]].append(mark)
        self._hatched = {shown[cell.row, cell.column] for cell in wanted.hatched} - self._marks.keys()
        self._ticks = {shown[cell.row, cell.column]: ticks for cell, ticks in wanted.ticks.items()}
        taken = noted_places(package, part)
        self._formats: dict[Place, int] = {}
        self._noted = [place for place in self._marks if address_of(place) not in taken]

    @property
    def noted(self) -> dict[Place, frozenset[CellRef]]:
        """Where there will be notes, and of which cells each speaks."""
        return {place: frozenset(mark.cell for mark in self._marks[place]) for place in self._noted}

    def paint(self, styles: Styles) -> dict[Place, str]:
        """Find each marked place its format; those that have a fill of their own, with that as text.

        The fill is that of the worst of the marks there.
        """
        fills = dict.fromkeys(self._hatched, HATCHING)
        for place, marks in self._marks.items():
            fills[place] = MARKS[min((mark.severity for mark in marks), key=lambda severity: severity.rank)]
        bases = {place: self.sheet.format_of(place) for place in fills}
        self._formats = {place: styles.marked(bases[place], fill) for place, fill in fills.items()}
        own = {place: styles.fill_of(base) for place, base in bases.items()}
        return {place: fill for place, fill in own.items() if fill}

    def ticks(self, signs: Mapping[Tick, str], words: Texts) -> SheetTicks:
        """The tick marks, but for hidden places: other programs would show them beside something else."""
        shown = {place: ticks for place, ticks in self._ticks.items() if not self._is_hidden(place)}
        return sheet_ticks(shown, signs, self.sheet.last_row, words)

    def set(self, links: Mapping[str, str], ticks: SheetTicks, words: Texts) -> None:
        """Set the marks. ``links`` says where on the review sheet an item stands."""
        unselect(self.sheet)
        # Programs are known that take the link of an empty cell for what it holds.
        held = (place for place in self._marks if place in self.sheet.held)
        back = {place: links[self._marks[place][0].item] for place in held}
        # Links stand before drawings in a sheet, and these before the boxes of notes.
        add_links(self.sheet, back, words.get("annotation", "link_back"))
        if ticks.shapes:
            add_ticks(self._package, self.sheet, ticks.shapes, ticks.legend)
        cut = words.get("annotation", "note_goes_on")
        notes = {place: [mark.passage for mark in self._marks[place]] for place in self._noted}
        add_notes(self._package, self.sheet, {place: fitted(note, cut) for place, note in notes.items()})
        self.sheet.apply(reformatted(self._formats, self.sheet.prefix) if self._formats else unchanged)

    def _is_hidden(self, place: Place) -> bool:
        row, column = place
        if self.sheet.row_attributes.get(row, {}).get("hidden") in ("1", "true"):
            return True
        entries = (entry for entry in self.sheet.columns if entry.is_true("hidden"))
        return any(entry.whole("min") <= column <= entry.whole("max") for entry in entries)


def _opened(package: Package, part: str, places: set[Place]) -> tuple[SheetPart, dict[Place, Place]]:
    """The sheet, and where each of some cells shows: of merged cells only the first one does."""
    sheet = SheetPart(package, part, asked_for(places, rows_beside(places)))
    merged = sheet.merged
    shown = {place: _shown_at(place, merged) for place in places}
    if not places.issuperset(shown.values()):
        sheet = SheetPart(package, part, asked_for(shown.values(), rows_beside(shown.values())))
    return sheet, shown


def _shown_at(place: Place, merged: Iterable[Area]) -> Place:
    found = (area for area in merged if area.holds(*place))
    area = next(found, None)
    return (area.top, area.left) if area else place
