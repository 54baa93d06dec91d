"""A second opinion on how many cells a package holds, sharing no code with the reader."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile


def cells_in(content: bytes) -> int:
    """How many cells of the listed worksheets hold a value, a text or a formula."""
    return sum(_holds_something(cell) for sheet in _sheets(content) for cell in _all(sheet, "c"))


def _sheets(content: bytes) -> Iterator[Element]:
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {_plain(name): archive.read(name) for name in archive.namelist()}
    (book,) = (to for _, kind, to in _relations(parts, "") if kind == "officeDocument")
    related = {name: (kind, to) for name, kind, to in _relations(parts, book)}
    (sheets,) = (each for each in fromstring(parts[book]) if _name(each) == "sheets")
    for listed in sheets:
        (relation,) = (value for name, value in listed.items() if name.endswith("}id"))
        kind, target = related[relation]
        if kind == "worksheet":
            yield fromstring(parts[target])


def _relations(parts: dict[str, bytes], source: str) -> Iterator[tuple[str, str, str]]:
    """The id, the last word of the type, and the target of each relationship of a part."""
    folder, name = posixpath.split(source)
    for relation in _all(fromstring(parts[_plain(f"{folder}/_rels/{name}.rels")]), "Relationship"):
        target = posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target", "").replace("\\", "/"))
        )
        yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], _plain(target)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _all(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element.iter() if _name(each) == name)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _holds_something(cell: Element) -> bool:
    return any(_name(child) in ("f", "is") or (_name(child) == "v" and child.text) for child in cell)
