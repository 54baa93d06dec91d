"""How parts of a package find each other: relationships, content types, and names for new parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from syditval.patching.dialect import DIALECTS
from syditval.patching.markup import DECLARATION, element
from syditval.patching.package import CONTENT_TYPES, Package, part_key
from syditval.patching.xml_tree import Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One part's relationship to another: ``target`` is the name of that part."""

    id: str
    type: str
    target: str

    def leads_to(self, kind: str) -> bool:
        """Whether its type is a kind such as ``worksheet``, in either dialect."""
        return self.type in {dialect.type(kind) for dialect in DIALECTS}


def relationships(package: Package, part: str) -> Iterator[Relationship]:
    """What a part relates to inside the package; the package itself is the part with an empty name."""
    rels = rels_name(part)
    if not package.has(rels):
        return
    for entry in package.document(rels).root.each("Relationship"):
        if entry.attributes.get("TargetMode") != "External":
            yield Relationship(
                entry.attributes.get("Id", ""), entry.attributes.get("Type", ""), _target(part, entry)
            )


def related(package: Package, part: str, kind: str) -> str | None:
    """The first part that a part has a relationship of a kind to, such as ``styles``, or None."""
    return next((found.target for found in relationships(package, part) if found.leads_to(kind)), None)


def relate(package: Package, part: str, kind: str, target: str) -> str:
    """Give a part a relationship of a kind to another, in the package's dialect, and return its id."""
    rels = rels_name(part)
    if not package.has(rels):
        package.put(rels, (DECLARATION + element("Relationships", {"xmlns": _RELATIONSHIPS})).encode())
        declare_extension(package, "rels", _RELS_TYPE)
    document = package.document(rels)
    taken = {entry.attributes.get("Id") for entry in document.root.children}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    id_ = f"rId{number}"
    document.add(
        document.root, "Relationship", {"Id": id_, "Type": package.dialect.type(kind), "Target": f"/{target}"}
    )
    return id_


def unrelate(package: Package, part: str, target: str) -> None:
    """Take away the relationships of a part to another, and with the last one the part that holds them."""
    document = package.document(rels_name(part))
    for entry in document.root.each("Relationship"):
        is_inside = entry.attributes.get("TargetMode") != "External"
        if is_inside and part_key(_target(part, entry)) == part_key(target):
            document.remove(entry)
    if not any(document.root.each("Relationship")):
        package.remove(rels_name(part))


def declare(package: Package, part: str, content_type: str) -> None:
    """State the content type of a part."""
    document = package.document(CONTENT_TYPES)
    entry = package.overrides.get(part_key(part))
    if entry is None:
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        package.overrides[part_key(part)] = document.add(document.root, "Override", attributes)
    else:
        document.set(entry, {"ContentType": content_type})


def undeclare(package: Package, part: str) -> None:
    """Take away the statement of a part's content type."""
    entry = package.overrides.pop(part_key(part), None)
    if entry is not None:
        package.document(CONTENT_TYPES).remove(entry)


def declare_extension(package: Package, extension: str, content_type: str) -> None:
    """State the content type of all parts with an extension, unless that is stated already."""
    document = package.document(CONTENT_TYPES)
    known = (entry.attributes.get("Extension", "").lower() for entry in document.root.each("Default"))
    if extension not in known:
        document.add(document.root, "Default", {"Extension": extension, "ContentType": content_type})


def free_name(package: Package, folder: str, stem: str, extension: str) -> str:
    """The first name of the form ``folder/stemN.extension`` that no part has or had."""
    beginning = posixpath.join(folder, stem)
    number = package.numbers.get(beginning, 0) + 1
    while package.has(name := f"{beginning}{number}.{extension}"):
        number += 1
    package.numbers[beginning] = number
    return name


def folder_above(part: str) -> str:
    """The folder above that of a part, where a workbook keeps what its sheets need."""
    return posixpath.dirname(posixpath.dirname(part))


def rels_name(part: str) -> str:
    """The part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def discard(package: Package, owner: str, part: str) -> None:
    """Take away a part and what relates its owner to it, and the parts that only this one related to."""
    needed = [found.target for found in relationships(package, part)]
    unrelate(package, owner, part)
    undeclare(package, part)
    package.remove(part)
    if package.has(rels_name(part)):
        package.remove(rels_name(part))
    left = {part_key(target) for target in _all_targets(package)} if needed else set()
    for target in needed:
        if part_key(target) not in left and package.has(target):
            undeclare(package, target)
            package.remove(target)


def _all_targets(package: Package) -> Iterator[str]:
    """Every part that any part relates to."""
    for name in package.names:
        folder, file = posixpath.split(name)
        if posixpath.basename(folder) == "_rels" and package.has(name):
            owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            yield from (found.target for found in relationships(package, owner))


def _target(part: str, entry: Element) -> str:
    target = posixpath.join("/", posixpath.dirname(part), entry.attributes.get("Target", ""))
    return posixpath.normpath(target.replace("\\", "/")).lstrip("/")
