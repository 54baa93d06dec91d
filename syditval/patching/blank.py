"""A workbook without sheets, to put one into."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from syditval.patching.dialect import TRANSITIONAL
from syditval.patching.markup import DECLARATION, element
from syditval.patching.package import CONTENT_TYPES, Package
from syditval.patching.parts import declare, declare_extension, relate

WORKBOOK = "xl/workbook.xml"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def blank_workbook() -> Package:
    """The package of a workbook without sheets."""
    file = BytesIO()
    with ZipFile(file, "w") as content:
        types = ZipInfo(CONTENT_TYPES)
        types.compress_type, types.create_system = ZIP_DEFLATED, 0
        content.writestr(types, DECLARATION + element("Types", {"xmlns": _TYPES}))
    package = Package(file)
    views = element("bookViews", inner=element("workbookView"))
    book = element("workbook", {"xmlns": TRANSITIONAL.main}, views + element("sheets"))
    package.put(WORKBOOK, (DECLARATION + book).encode())
    declare_extension(package, "xml", "application/xml")
    declare(package, WORKBOOK, _WORKBOOK_TYPE)
    relate(package, "", "officeDocument", WORKBOOK)
    return package
