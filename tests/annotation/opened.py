"""A workbook's package taken apart without this program: what lies in the zip file, and which part is which.

The tests of the annotated copy look through this, so that no fault of the patching room hides itself.
"""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

_LOCAL_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a zip file: its name, how it is packed, and its bytes as they lie there."""

    name: str
    method: int
    packed: bytes


class Opened:
    """A workbook: its entries, its parts by name, and what the parts are to each other."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        with ZipFile(path) as package:
            infos = package.infolist()
            self.parts = {_key(info.filename): package.read(info) for info in infos}
        self.names = {_key(info.filename): info.filename for info in infos}
        self.entries = []
        for info in infos:
            lengths = struct.unpack_from("<2H", content, info.header_offset + 26)
            start = info.header_offset + _LOCAL_LENGTH + sum(lengths)
            packed = content[start : start + info.compress_size]
            self.entries.append(Entry(info.filename, info.compress_type, packed))

    def part(self, name: str) -> bytes:
        """The content of a part, whatever the case of its name."""
        return self.parts[_key(name)]

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind (the last word of its type) and target of each relationship of a part inside the package."""
        folder, name = posixpath.split(part)
        rels = self.parts.get(_key(posixpath.join(folder, "_rels", f"{name}.rels")))
        for element in plain(rels) if rels else ():
            if element.get("TargetMode") != "External":
                kind = posixpath.basename(element.get("Type", ""))
                yield element.get("Id", ""), kind, resolved(folder, element.get("Target", ""))

    def the(self, kind: str, part: str) -> str:
        """The part that a part has a relationship of a kind to; empty where it has none."""
        return next((target for _, found, target in self.related(part) if found == kind), "")

    @cached_property
    def workbook(self) -> str:
        """The name of the workbook part."""
        return self.the("officeDocument", "")

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The part of each tab that has cells, by its name, in order."""
        kinds = {id_: (kind, target) for id_, kind, target in self.related(self.workbook)}
        found = {}
        for sheet in plain(self.part(self.workbook)).iterfind("{*}sheets/{*}sheet"):
            id_ = next(value for key, value in sheet.attrib.items() if key.endswith("relationships}id"))
            kind, target = kinds.get(id_, ("", ""))
            if kind == "worksheet":
                found[sheet.get("name", "")] = target
        return found


def resolved(folder: str, target: str) -> str:
    """The name of a part that is named from a folder."""
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


class _Declaring(ElementTree.TreeBuilder):
    """Keeps comments and instructions, and namespace declarations as if they were attributes."""

    def __init__(self) -> None:
        super().__init__(insert_comments=True, insert_pis=True)
        self._declared: dict[str, str] = {}

    def start_ns(self, prefix: str | None, uri: str) -> None:
        self._declared[f"xmlns:{prefix or ''}"] = uri

    def start(self, tag: str, attributes: dict[str, str], /) -> ElementTree.Element:
        if self._declared:
            attributes |= self._declared
            self._declared = {}
        return super().start(tag, attributes)


def plain(content: bytes) -> ElementTree.Element:
    """An XML part with what is meant to be read: elements, attributes and text."""
    return ElementTree.fromstring(content)


def tree(content: bytes) -> ElementTree.Element:
    """An XML part with all that a reader could see: comments, and which prefixes are declared where."""
    return ElementTree.fromstring(content, ElementTree.XMLParser(target=_Declaring()))


def entries(part: ElementTree.Element, table: str) -> list[ElementTree.Element]:
    """The entries of a table of a part, counted from 0: of one that is a choice, what all programs know."""
    found = part.find(f"{{*}}{table}")
    children = [child for child in found if local(child)] if found is not None else []
    return [
        child.find("{*}Fallback/*") if local(child) == "AlternateContent" else child for child in children
    ]


def local(element: ElementTree.Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
