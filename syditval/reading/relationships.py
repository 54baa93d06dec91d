"""How parts of a package point to each other, and what type each is declared to be."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import fromstring

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.names import CONTENT_TYPES, RELATIONSHIPS
from syditval.reading.package import Package, part_key, resolved

CONTENT_TYPES_PART = "[content_types].xml"
PACKAGE_ITSELF = ""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One part's relationship to another. ``kind`` is the last word of its type, in lower case.

    ``part`` is the key of the part pointed to, None where it lies outside the package.
    """

    id: str
    kind: str
    target: str
    part: str | None


def plain_name(tag: str) -> str:
    """An element's name with its namespace, as a sentence can show it."""
    return tag.lstrip("{").replace("}", " ")


def relationships(package: Package, part: str) -> Iterator[Relationship]:
    """The relationships of a part, or of the package itself; none where it has no list of them."""
    listed = relationships_part(part)
    if not package.has(listed):
        return
    root = fromstring(package.read(listed))
    if root.tag != f"{{{RELATIONSHIPS}}}Relationships":
        found = plain_name(root.tag)
        raise UnreadableWorkbook("R032", part=package.name(listed), expected="relationships", found=found)
    ids: set[str] = set()
    for element in root.iterfind(f"{{{RELATIONSHIPS}}}Relationship"):
        target, id_ = element.get("Target", ""), element.get("Id", "")
        if id_ in ids:
            raise UnreadableWorkbook("R022", part=package.name(listed), cause="two_of_one_id")
        ids.add(id_)
        is_outside = element.get("TargetMode", "Internal") != "Internal"
        yield Relationship(
            id_,
            element.get("Type", "").rpartition("/")[2].lower(),
            target,
            None if is_outside else resolved(part, target),
        )


def relationships_part(part: str) -> str:
    """The key of the part that lists a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def content_types(package: Package) -> dict[str, str]:
    """The declared type of each part, in lower case, by its key; by extension where nothing else is said.

    Raises UnreadableWorkbook where the package declares no types.
    """
    if not package.has(CONTENT_TYPES_PART):
        raise UnreadableWorkbook("R034", what="content_types")
    root = fromstring(package.read(CONTENT_TYPES_PART))
    if root.tag != f"{{{CONTENT_TYPES}}}Types":
        found = plain_name(root.tag)
        raise UnreadableWorkbook(
            "R032", part="[Content_Types].xml", expected="content_types_list", found=found
        )
    extensions: dict[str, str] = {}
    parts: dict[str, str] = {}
    for element in root:
        declared = element.get("ContentType", "").lower()
        if "Extension" in element.attrib:
            extensions[element.attrib["Extension"].lower()] = declared
        elif "PartName" in element.attrib:
            parts[part_key(element.attrib["PartName"])] = declared
    by_extension = {key: extensions.get(key.rpartition(".")[2], "") for key in package.parts}
    return by_extension | parts
