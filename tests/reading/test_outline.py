"""What a package holds as a workbook: which sheets, where they are, and from when dates count."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from syditval.reading import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import STRICT_MAIN, STRICT_OFFICE
from syditval.reading.outline import Outline, SheetPart, outline, workbook_part
from syditval.reading.package import Package
from tests.reading.raw_package import MAIN, OFFICE, PACKAGE, raw_parts, zipped
from tests.reading.refusals import refusal

BOOK = "xl/workbook.xml"
DRIFT = SheetPart("Drift", "visible", "xl/worksheets/sheet1.xml")


def book(sheets: str, *, before: str = "", main: str = MAIN, office: str = OFFICE) -> str:
    return f'<workbook xmlns="{main}" xmlns:r="{office}">{before}<sheets>{sheets}</sheets></workbook>'


def sheet(name: str, relation: str, more: str = "") -> str:
    return f'<sheet name="{name}" r:id="{relation}" {more}/>'


def related(*targets: str, kind: str = "worksheet", more: str = "") -> str:
    """A list of relationships rId1, rId2 and so on."""
    lines = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def outlined(
    workbook: str,
    listed: str | None = None,
    parts: Mapping[str, str] | None = None,
    limits: Limits = Limits(),
) -> Outline:
    """The outline of the usual package with another workbook part."""
    changed = {**raw_parts(""), BOOK: workbook, **(parts or {})}
    if listed is not None:
        changed["xl/_rels/workbook.xml.rels"] = listed
    return outline(Package(zipped(changed), limits), BOOK, limits)


def refused(*arguments: object, **options: object) -> UnreadableWorkbook:
    return refusal(lambda: outlined(*arguments, **options))  # type: ignore[arg-type]


class TestSheets:
    @pytest.mark.parametrize(
        ("main", "office"), [(MAIN, OFFICE), (STRICT_MAIN, STRICT_OFFICE), (STRICT_MAIN, OFFICE)]
    )
    def test_are_found_by_either_names(self, main: str, office: str) -> None:
        assert outlined(book(sheet("Drift", "rId1"), main=main, office=office)).sheets == (DRIFT,)

    def test_come_in_the_order_of_their_tabs_with_their_states(self) -> None:
        tabs = sheet("Två", "rId2") + sheet("Ett", "rId1", 'state="veryHidden"')
        found = outlined(book(tabs), related("a.xml", "b.xml"), {"xl/a.xml": "", "xl/b.xml": ""})

        assert found.sheets == (
            SheetPart("Två", "visible", "xl/b.xml"),
            SheetPart("Ett", "veryHidden", "xl/a.xml"),
        )

    @pytest.mark.parametrize(
        ("kind", "type_"),
        [("chartsheet", "chartsheet"), ("dialogsheet", "dialogsheet"), ("xlMacrosheet", "macrosheet")],
    )
    def test_that_hold_no_cells_are_told_apart_whether_or_not_they_are_there(
        self, kind: str, type_: str
    ) -> None:
        both = (
            related("worksheets/sheet1.xml").replace("</Relationships>", "")
            + related("a.xml", kind=kind).replace("rId1", "rId2").partition(">")[2]
        )
        found = outlined(book(sheet("Drift", "rId1") + sheet("Diagram", "rId2")), both)

        assert (found.sheets, found.unread) == ((DRIFT,), (("Diagram", type_),))

    def test_may_be_as_many_as_the_limit(self) -> None:
        two = book(sheet("Drift", "rId1") + sheet("Mer", "rId2"))
        listed, parts = related("worksheets/sheet1.xml", "a.xml"), {"xl/a.xml": ""}

        assert len(outlined(two, listed, parts, Limits(sheets=2)).sheets) == 2
        assert refused(two, listed, parts, Limits(sheets=1)).fields["limit"] == "sheets"


REFUSED: dict[str, tuple[str, str | None, str, str]] = {
    "none": (book(""), None, "R009", ""),
    "two of one name": (book(sheet("Drift", "rId1") + sheet("DRIFT", "rId1")), None, "R036", "DRIFT"),
    "in two tabs": (book(sheet("Drift", "rId1") + sheet("Mer", "rId1")), None, "R032", ""),
    "without an id": (book('<sheet name="Drift"/>'), None, "R035", "Drift"),
    "of an unknown id": (book(sheet("Drift", "rId7")), None, "R035", "Drift"),
    "without its part": (book(sheet("Drift", "rId1")), related("gone.xml"), "R035", "Drift"),
    "outside": (book(sheet("Drift", "rId1")), related("../../etc/passwd"), "R033", "Drift"),
    "on the web": (
        book(sheet("Drift", "rId1")),
        related("a.xml", more='TargetMode="External"'),
        "R033",
        "Drift",
    ),
    "of another kind": (book(sheet("Drift", "rId1")), related("styles.xml", kind="styles"), "R032", ""),
    "of another type": (book(sheet("Drift", "rId1")), related("styles.bin"), "R032", ""),
    "by another word": (book('<blad name="Drift" r:id="rId1"/>'), None, "R032", ""),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_list_of_sheets_that_cannot_be_followed_is_refused(case: str) -> None:
    workbook, listed, code, name = REFUSED[case]
    binary = '<Default Extension="bin" ContentType="application/vnd.ms-office"/></Types>'
    types = raw_parts("")["[Content_Types].xml"].replace("</Types>", binary)
    found = refused(workbook, listed, {"[Content_Types].xml": types, "xl/styles.bin": ""})

    assert (found.code, found.sheet) == (code, name)
    assert str(found.about(file="april.xlsx")).startswith("april.xlsx")


@pytest.mark.parametrize(
    "workbook",
    [book("", main="urn:other"), "<workbook/>", f'<worksheet xmlns="{MAIN}"/>'],
    ids=["other", "none", "sheet"],
)
def test_a_part_that_is_no_workbook_is_refused(workbook: str) -> None:
    assert (refused(workbook).code, refused(workbook).fields["expected"]) == ("R032", "a_workbook")


class TestWorkbookPart:
    def test_is_the_one_that_the_package_names(self) -> None:
        assert workbook_part(Package(zipped(raw_parts("")), Limits())) == BOOK

    @pytest.mark.parametrize(
        "rels", [related(), related("gone.xml", kind="officeDocument"), related(BOOK, kind="styles")]
    )
    def test_is_missing_where_none_is_named_or_there(self, rels: str) -> None:
        found = refusal(workbook_part, Package(zipped({**raw_parts(""), "_rels/.rels": rels}), Limits()))

        assert (found.code, found.fields) == ("R034", {"what": "workbook_part"})


@pytest.mark.parametrize(
    ("properties", "year"),
    [
        ("", 1899),
        ("<workbookPr/>", 1899),
        ('<workbookPr date1904="0"/>', 1899),
        ('<workbookPr date1904="1"/>', 1904),
        ('<workbookPr date1904="TRUE"/>', 1904),
    ],
)
def test_dates_count_from_1900_or_1904(properties: str, year: int) -> None:
    """Or rather from two days before: Excel takes 1900 for a leap year, and begins with 1."""
    assert outlined(book(sheet("Drift", "rId1"), before=properties)).epoch.year == year


def test_other_parts_are_found_by_their_kind_if_they_are_there() -> None:
    listed = related("worksheets/sheet1.xml").replace(
        "</Relationships>",
        f'<Relationship Id="a" Type="{OFFICE}/styles" Target="gone.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="SharedStrings.xml"/></Relationships>',
    )
    parts = {**raw_parts(""), "xl/_rels/workbook.xml.rels": listed, "xl/sharedstrings.XML": ""}
    package = Package(zipped(parts), Limits())
    found = outline(package, BOOK, Limits())

    assert found.related_part(package, "sharedStrings") == "xl/sharedstrings.xml"
    assert found.related_part(package, "styles") is None
