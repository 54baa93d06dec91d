"""Packages and sheets made of texts, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

from syditval.patching.dialect import TRANSITIONAL
from syditval.patching.package import CONTENT_TYPES, Package
from syditval.patching.sheet_part import Asked, SheetPart

MAIN, R = TRANSITIONAL.main, TRANSITIONAL.office
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SHEET = "xl/worksheets/sheet1.xml"


def package(parts: Mapping[str, str | bytes]) -> Package:
    """A package of parts, with content types that state nothing unless they are given."""
    return Package(zipped({CONTENT_TYPES: TYPES} | dict(parts)))


def zipped(parts: Mapping[str, str | bytes]) -> BytesIO:
    """A zip file of parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as content:
        for name, text in parts.items():
            content.writestr(name, text)
    return file


def written(of: Package) -> dict[str, bytes]:
    """The parts of a package once it was written, in their order."""
    file = BytesIO()
    of.write(file)
    with ZipFile(file) as content:
        assert content.testzip() is None
        return {name: content.read(name) for name in content.namelist()}


def worksheet(content: str) -> str:
    """The text of a worksheet part with some content."""
    return f'<worksheet xmlns="{MAIN}">{content}</worksheet>'


def sheet(content: str, asked: Asked = MappingProxyType({})) -> SheetPart:
    """A worksheet with some content, the only part of its package."""
    return SheetPart(package({SHEET: worksheet(content)}), SHEET, asked)


def relationships(*entries: tuple[str, str, str]) -> str:
    """A part of relationships, each with its id, type and target."""
    lines = (f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in entries)
    return f'<Relationships xmlns="{RELS}">{"".join(lines)}</Relationships>'
