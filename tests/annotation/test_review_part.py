"""The review sheet in a workbook: the first tab, a part of its own, known to the package."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from syditval.annotation.review import Review
from syditval.annotation.review_page import Page, review_page
from syditval.annotation.review_part import REVIEW_SHEET, put_review
from syditval.messages import texts
from syditval.patching.package import Package
from syditval.patching.workbook_part import workbook_part, workbook_styles
from tests.annotation.build import drift_workbook, finding, parts, report
from tests.annotation.seen import opened


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return drift_workbook(tmp_path / "april.xlsx")


@pytest.fixture
def page(source: Path) -> Page:
    return review_page(report(source, [finding("Drift!C8")]), Review(), texts("sv"))


def put(source: Path, page: Page, name: str = REVIEW_SHEET) -> Path:
    """The workbook with the page put into it."""
    package = Package(BytesIO(source.read_bytes()))
    workbook = workbook_part(package)
    put_review(package, workbook, page, workbook_styles(package, workbook), name)
    target = source.with_name("copy.xlsx")
    with target.open("wb") as file:
        package.write(file)
    return target


def test_it_is_the_first_tab_and_the_others_follow(source: Path, page: Page) -> None:
    assert opened(put(source, page)).sheetnames == ["Granskning", "Drift", "Läs mig"]


def test_it_may_have_another_name(source: Path, page: Page) -> None:
    book = opened(put(source, page, "Granskning (2)"))

    assert book.sheetnames[0] == "Granskning (2)"
    assert book.worksheets[0].print_title_rows == "$4:$4"


def test_its_part_gets_the_first_free_name_and_a_type(source: Path, page: Page) -> None:
    put_in = parts(put(source, page))

    assert put_in.keys() - parts(source).keys() == {"xl/worksheets/sheet3.xml"}
    assert b'PartName="/xl/worksheets/sheet3.xml"' in put_in["[Content_Types].xml"]


def test_its_filter_and_the_heads_of_printed_pages_are_names_of_the_workbook(
    source: Path, page: Page
) -> None:
    sheet = opened(put(source, page))["Granskning"]

    assert sheet.print_title_rows == "$4:$4"
    assert page.area is not None
    assert sheet.auto_filter.ref == page.area.a1
