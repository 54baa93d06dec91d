"""What a package holds as a workbook: its sheets in order, and the parts that their cells refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import OFFICE, STRICT_OFFICE, is_main
from syditval.reading.package import Package
from syditval.reading.relationships import (
    PACKAGE_ITSELF,
    Relationship,
    content_types,
    plain_name,
    relationships,
)

_WORKSHEET = "worksheet"
# Sheets that hold no cells by their nature; macro sheets hold programs in the place of figures.
_OTHER_SHEETS = {
    "chartsheet": "chartsheet",
    "dialogsheet": "dialogsheet",
    "xlmacrosheet": "macrosheet",
    "xlintlmacrosheet": "macrosheet",
}
_YES = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: the name on its tab, its state, and the key of its part."""

    name: str
    state: str
    part: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a workbook by what they are for. ``unread`` are sheets without cells, with their type."""

    part: str
    sheets: tuple[SheetPart, ...]
    unread: tuple[tuple[str, str], ...]
    related: tuple[Relationship, ...]
    epoch: datetime

    def related_part(self, package: Package, kind: str) -> str | None:
        """The part of a kind that the workbook relates to, if there is one and it is there."""
        parts = (each.part for each in self.related if each.kind == kind.lower())
        return next((part for part in parts if part and package.has(part)), None)


def workbook_part(package: Package) -> str:
    """The key of the part that is the workbook. Raises UnreadableWorkbook where the package names none."""
    for relation in relationships(package, PACKAGE_ITSELF):
        if relation.kind == "officedocument" and relation.part and package.has(relation.part):
            return relation.part
    raise UnreadableWorkbook("R034", what="workbook_part")


def outline(package: Package, part: str, limits: Limits) -> Outline:
    """The workbook in a package. The part itself and the lists of parts must be well formed by now.

    Raises UnreadableWorkbook where there is none, where it lists a sheet that is not there or lies
    outside, and where it holds no worksheet or too many.
    """
    types = content_types(package)
    root = fromstring(package.read(part))
    namespace, _, local = root.tag.lstrip("{").rpartition("}")
    if local != "workbook" or not is_main(namespace):
        raise UnreadableWorkbook(
            "R032", part=package.name(part), expected="a_workbook", found=plain_name(root.tag)
        )
    related = tuple(relationships(package, part))
    sheets: list[SheetPart] = []
    unread: list[tuple[str, str]] = []
    for name, state, relation in _listed(package.name(part), root, related, limits):
        if relation.kind in _OTHER_SHEETS:
            unread.append((name, _OTHER_SHEETS[relation.kind]))
            continue
        sheets.append(SheetPart(name, state, _sheet_part(package, types, name, relation)))
    if not sheets:
        raise UnreadableWorkbook("R009")
    _refuse_shared_parts(sheets)
    return Outline(part, tuple(sheets), tuple(unread), related, _epoch(root, namespace))


def _listed(
    part: str, root: Element, related: Iterable[Relationship], limits: Limits
) -> Iterator[tuple[str, str, Relationship]]:
    """Each sheet on the workbook's list: its name, its state, and where it is."""
    namespace = root.tag.lstrip("{").rpartition("}")[0]
    by_id = {relation.id: relation for relation in related}
    elements = root.findall(f"{{{namespace}}}sheets/*")
    if len(elements) > limits.sheets:
        found, allowed = str(len(elements)), str(limits.sheets)
        raise UnreadableWorkbook("R013", place="the_workbook", limit="sheets", found=found, allowed=allowed)
    names: set[str] = set()
    for element in elements:
        if element.tag != f"{{{namespace}}}sheet":
            found = plain_name(element.tag)
            raise UnreadableWorkbook("R032", part=part, expected="a_sheet", found=found)
        name = element.get("name", "")
        if name.casefold() in names:
            raise UnreadableWorkbook("R036", sheet=name)
        names.add(name.casefold())
        id_ = element.get(f"{{{OFFICE}}}id") or element.get(f"{{{STRICT_OFFICE}}}id") or ""
        if id_ not in by_id:
            raise UnreadableWorkbook("R035", sheet=name)
        yield name, element.get("state", "visible"), by_id[id_]


def _sheet_part(package: Package, types: dict[str, str], name: str, relation: Relationship) -> str:
    part = relation.part
    if part is None:
        raise UnreadableWorkbook("R033", sheet=name, target=relation.target)
    if not package.has(part):
        raise UnreadableWorkbook("R035", sheet=name)
    declared = types.get(part, "")
    if relation.kind != _WORKSHEET or not (
        _WORKSHEET in declared or declared.endswith("xml") or not declared
    ):
        found = declared if relation.kind == _WORKSHEET else relation.kind
        raise UnreadableWorkbook("R032", part=package.name(part), expected="a_worksheet", found=found)
    return part


def _refuse_shared_parts(sheets: Iterable[SheetPart]) -> None:
    """No two sheets may be one part: a small file could be made endless in that way."""
    first: dict[str, str] = {}
    for sheet in sheets:
        if sheet.part in first:
            raise UnreadableWorkbook(
                "R032", part=sheet.part, expected="a_sheet_of_its_own", found=first[sheet.part]
            )
        first[sheet.part] = sheet.name


def _epoch(root: Element, namespace: str) -> datetime:
    """The day that serial dates count from: in 1900, or in 1904 where the workbook says so."""
    properties = root.find(f"{{{namespace}}}workbookPr")
    is_1904 = properties is not None and properties.get("date1904", "").lower() in _YES
    return MAC_EPOCH if is_1904 else WINDOWS_EPOCH
