"""The pre-flight: everything that must hold of a package before any library opens a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syditval.model.cells import Counts, quoted_sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.outline import Outline, SheetPart, outline, workbook_part
from syditval.reading.package import Package
from syditval.reading.relationships import CONTENT_TYPES_PART, PACKAGE_ITSELF, relationships_part
from syditval.reading.shared_strings import StringsScan
from syditval.reading.sheet_scan import SheetScan
from syditval.reading.xml_scan import XmlScan

# Drawings of an old kind are written as loosely as HTML: that they are not well formed says nothing.
_LOOSE = ".vml"
_XML = (".xml", ".rels", _LOOSE)
_NOT_WELL_FORMED = "R031"


@dataclass(frozen=True, slots=True)
class Preflight:
    """What was found out before any figure was read.

    ``counts`` says what each sheet holds, counted independently of how it will be read. ``strings``
    is the part with the shared texts, None where there is none.
    """

    outline: Outline
    strings: str | None
    counts: dict[str, Counts]
    traits: tuple[Trait, ...]


def preflight(package: Package, limits: Limits) -> Preflight:
    """Go through every part of a package. Raises UnreadableWorkbook for the first thing that is not right."""
    flight = _Flight(package, limits)
    flight.listing(CONTENT_TYPES_PART)
    flight.listing(relationships_part(PACKAGE_ITSELF))
    book = workbook_part(package)
    flight.listing(book)
    flight.listing(relationships_part(book))
    found = outline(package, book, limits)
    strings = found.related_part(package, "sharedStrings")
    count = flight.strings(strings) if strings else 0
    counts = {sheet.name: flight.sheet(sheet, count) for sheet in found.sheets}
    return Preflight(found, strings, counts, tuple(flight.rest()))


class _Flight:
    """The parts still to be gone through, and how many bytes they may still unpack to."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._bytes_left = limits.unpacked_bytes
        self._parts_left = dict.fromkeys(package.parts)

    def listing(self, key: str) -> None:
        """A part that says what other parts are for. That it is there is for others to demand."""
        if key in self._parts_left:
            self._scan(key, XmlScan(self._package.name(key), self._limits))

    def strings(self, key: str) -> int:
        """How many shared texts there are."""
        scan = StringsScan(self._package.name(key), self._limits)
        self._scan(key, scan)
        return scan.count

    def sheet(self, sheet: SheetPart, strings: int) -> Counts:
        """What a sheet holds."""
        scan = SheetScan(self._package.name(sheet.part), self._limits, strings)
        try:
            self._scan(sheet.part, scan)
        except UnreadableWorkbook as refusal:
            raise _on_sheet(refusal, sheet.name) from None
        return scan.counts

    def rest(self) -> Iterator[Trait]:
        """All parts that no figure depends on: none may be an attack; one that is merely broken is noted."""
        for key in list(self._parts_left):
            if not key.endswith(_XML):
                self._pass_over(key)
                continue
            try:
                self._scan(key, XmlScan(self._package.name(key), self._limits))
            except UnreadableWorkbook as refusal:
                if refusal.code != _NOT_WELL_FORMED:
                    raise
                self._pass_over(key)
                if not key.endswith(_LOOSE):
                    name = self._package.name(key)
                    yield Trait(TraitKind.BROKEN_DECORATION, name, refusal.fields["cause"])

    def _scan(self, key: str, scan: XmlScan) -> None:
        scan.scan(self._counted(key))
        del self._parts_left[key]

    def _pass_over(self, key: str) -> None:
        for _ in self._counted(key):
            pass
        del self._parts_left[key]

    def _counted(self, key: str) -> Iterator[bytes]:
        for chunk in self._package.chunks(key):
            self._bytes_left -= len(chunk)
            if self._bytes_left < 0:
                allowed = str(self._limits.unpacked_bytes)
                limit, found = "unpacked_bytes", "more_bytes"
                raise UnreadableWorkbook("R013", place="package", limit=limit, found=found, allowed=allowed)
            yield chunk


def _on_sheet(refusal: UnreadableWorkbook, sheet: str) -> UnreadableWorkbook:
    """A refusal that names its sheet, and a cell of it with its full address."""
    fields = {**refusal.fields, "sheet": sheet}
    if refusal.cell:
        fields["cell"] = f"{quoted_sheet(sheet)}!{refusal.cell}"
    return UnreadableWorkbook(refusal.code, **fields)
