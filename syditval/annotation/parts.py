"""How parts of a package find each other: relationships, content types, and names for new parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from syditval.annotation.package import Package
from syditval.annotation.xml_part import new_root, serialised

CONTENT_TYPES = "[Content_Types].xml"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One part's relationship to another: ``target`` is the name of that part."""

    id: str
    type: str
    target: str


def relationships(package: Package, part: str) -> Iterator[Relationship]:
    """What a part relates to inside the package; the package itself is the part with an empty name."""
    rels = _rels_name(part)
    if not package.has(rels):
        return
    for element in package.root(rels).iterfind(f"{{{_PACKAGE}}}Relationship"):
        if element.get("TargetMode") != "External":
            target = posixpath.join("/", posixpath.dirname(part), element.get("Target", ""))
            name = posixpath.normpath(target.replace("\\", "/")).lstrip("/")
            yield Relationship(element.get("Id", ""), element.get("Type", ""), name)


def related(package: Package, part: str, kind: str) -> str | None:
    """The first part that a part has a relationship of a kind to, or None."""
    return next((found.target for found in relationships(package, part) if found.type == kind), None)


def relate(package: Package, part: str, kind: str, target: str) -> str:
    """Give a part a relationship to another and return its id."""
    rels = _rels_name(part)
    if not package.has(rels):
        package.put(rels, serialised(new_root("Relationships", _PACKAGE)))
        declare_extension(package, "rels", _RELS_TYPE)
    root = package.edit(rels)
    taken = {element.get("Id") for element in root}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    id_ = f"rId{number}"
    etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", Id=id_, Type=kind, Target=f"/{target}")
    return id_


def declare(package: Package, part: str, content_type: str) -> None:
    """State the content type of a part."""
    name = f"/{part}"
    root = package.edit(CONTENT_TYPES)
    overrides = root.iterfind(f"{{{_TYPES}}}Override")
    entry = next((old for old in overrides if old.get("PartName", "").lower() == name.lower()), None)
    if entry is None:
        entry = etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name)
    entry.set("ContentType", content_type)


def declare_extension(package: Package, extension: str, content_type: str) -> None:
    """State the content type of all parts with an extension, unless that is stated already."""
    defaults = package.root(CONTENT_TYPES).iterfind(f"{{{_TYPES}}}Default")
    if all(default.get("Extension", "").lower() != extension for default in defaults):
        entry = etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
        package.edit(CONTENT_TYPES).insert(0, entry)


def free_name(package: Package, folder: str, stem: str, extension: str) -> str:
    """The first name of the form ``folder/stemN.extension`` that no part has."""
    number = 1
    while package.has(name := posixpath.join(folder, f"{stem}{number}.{extension}")):
        number += 1
    return name


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
