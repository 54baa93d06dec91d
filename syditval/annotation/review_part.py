"""The review sheet put into a workbook, as its first tab."""

from __future__ import annotations

import posixpath

from syditval.annotation.review_page import Page
from syditval.annotation.review_sheet import review_sheet
from syditval.patching.package import Package
from syditval.patching.parts import declare, free_name
from syditval.patching.styles import Styles
from syditval.patching.workbook_part import register_first

REVIEW_SHEET = "Granskning"

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def put_review(package: Package, workbook: str, page: Page, styles: Styles, name: str = REVIEW_SHEET) -> None:
    """Put the sheet for a page into a workbook, given the name of its workbook part."""
    part = free_name(package, posixpath.join(posixpath.dirname(workbook), "worksheets"), "sheet", "xml")
    package.put(part, review_sheet(page, styles, package.dialect))
    declare(package, part, _TYPE)
    register_first(package, workbook, name, part, page.names(name))
