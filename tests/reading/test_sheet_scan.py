"""The pre-flight of a sheet: places that are possible, each taken once, and everything counted."""

from __future__ import annotations

import pytest

from syditval.model.cells import Counts
from syditval.reading import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import MAIN, STRICT_MAIN
from syditval.reading.sheet_scan import SheetScan
from tests.reading.refusals import refusal

PART = "xl/worksheets/sheet1.xml"


def sheet(rows: str, *, after: str = "", namespace: str = MAIN) -> str:
    return f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def scanned(xml: str, limits: Limits = Limits(), *, size: int = 1 << 16, encoding: str = "utf-8") -> Counts:
    """What is counted, with the sheet coming in pieces of a size."""
    scan = SheetScan(PART, limits, strings=2)
    content = xml.encode(encoding)
    scan.scan(content[at : at + size] for at in range(0, len(content), size))
    return scan.counts


def refused(rows: str, limits: Limits = Limits(), **options: str) -> UnreadableWorkbook:
    found = refusal(scanned, sheet(rows, **options), limits)
    # The lane must not matter: cells with an attribute that no program writes are never regular.
    slow = sheet(rows.replace("<row", '<row x=">"').replace("<c ", '<c x="" '), **options)
    assert refusal(scanned, slow, limits).code == found.code
    return found


ROWS = """<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1"><v>-1.5</v></c></row>
<row r="2"/><row r="4"><c r="A4"><f>SUM(C1:C3)</f><v>12</v></c><c r="D4" t="str"><f>A1</f><v>x</v></c></row>
<row r="5"><c r="A5" t="inlineStr"><is><t>y</t></is></c><c r="B5"><f>A5</f></c><c r="C5"><v></v></c></row>"""
COUNTED = Counts(rows=3, cells=6, numbers=2, formulas=3)


class TestCounts:
    @pytest.mark.parametrize("size", [1, 50, 1 << 16])
    @pytest.mark.parametrize("rows", [ROWS, ROWS.replace("\n", ""), ROWS.replace("<c ", "<c x='' ")])
    def test_are_the_same_however_the_sheet_is_written_and_cut(self, rows: str, size: int) -> None:
        assert scanned(sheet(rows), size=size) == COUNTED

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("namespace", [MAIN, STRICT_MAIN])
    def test_do_not_depend_on_names_and_encoding(self, namespace: str, encoding: str) -> None:
        assert scanned(sheet(ROWS, namespace=namespace), encoding=encoding) == COUNTED

    def test_do_not_depend_on_prefixes(self) -> None:
        prefixed = sheet(ROWS).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")

        assert scanned(prefixed.replace("xmlns=", "xmlns:x=")) == COUNTED

    def test_hold_every_number_but_those_that_say_that_there_is_none(self) -> None:
        assert scanned(sheet("<row><c><v>NaN</v></c><c><v>1e5</v></c><c><v> INF </v></c></row>")).numbers == 1

    def test_of_a_sheet_without_rows_are_none(self) -> None:
        assert scanned(sheet("")) == scanned(f'<worksheet xmlns="{MAIN}"/>') == Counts(0, 0, 0, 0)


class TestPlaces:
    @pytest.mark.parametrize(
        "rows",
        [
            '<row r="2"><c r="A2"/></row><row r="1"><c r="C1"/><c r="A1"/></row>',
            '<row><c/><c r="D1"/><c/></row><row/><row r="9"/><row><c r="A10"/></row>',
            '<row r="1048576"><c r="XFD1048576"/></row>',
            '<row r="1"><c r="a1"/></row>',
        ],
        ids=["in any order", "by counting", "the last", "in small letters"],
    )
    def test_may_be_told_in_many_ways(self, rows: str) -> None:
        assert scanned(sheet(rows)).cells == 0

    @pytest.mark.parametrize(
        ("rows", "code", "cell"),
        [
            ('<row r="1"><c r="B1"/><c r="B1"/></row>', "R041", "B1"),
            ('<row r="1"><c r="B1"/><c r="A1"/><c/></row>', "R041", "B1"),
            ('<row r="2"/><row r="2"/>', "R041", "A2"),
            ('<row r="3"/><row r="2"/><row/>', "R041", "A3"),
            ('<row r="2"><c r="C9"/></row>', "R040", "A2"),
            ('<row r="2"><c r="C12"/></row>', "R040", "A2"),
            ('<row r="2"><c r="2"/></row>', "R040", "A2"),
            ('<row r="2"><c r="XFE2"/></row>', "R040", "A2"),
            ('<row r="2"><c r="$C$2"/></row>', "R040", "A2"),
            ('<row r="2"><c r="XFD2"/><c/></row>', "R040", "A2"),
            ('<row r="0"/>', "R040", "A1"),
            ('<row r="-1"/>', "R040", "A1"),
            ('<row r="x"/>', "R040", "A1"),
            ('<row r="1048577"/>', "R040", "A1048577"),
            ('<row r="1048576"/><row/>', "R040", "A1048577"),
            ('<row r="99999999"/>', "R040", "A1"),
        ],
    )
    def test_that_are_impossible_or_taken_are_refused(self, rows: str, code: str, cell: str) -> None:
        assert (refused(rows).code, refused(rows).cell) == (code, cell)


@pytest.mark.parametrize(
    ("cell", "code", "found"),
    [
        ("<c r='B2'><v>1 000</v></c>", "R042", "1 000"),
        ("<c r='B2'><v>1_000</v></c>", "R042", "1_000"),
        ("<c r='B2'><v>١٠٠٠</v></c>", "R042", "١٠٠٠"),
        ("<c r='B2'><v>1E400</v></c>", "R042", "1E400"),
        ("<c r='B2' t='b'><v>2</v></c>", "R042", "2"),
        ("<c r='B2' t='z'><v>1</v></c>", "R043", "z"),
        ("<c r='B2' t=''><v>1</v></c>", "R043", ""),
        ("<c r='B2' t='s'><v>2</v></c>", "R044", "2"),
        ("<c r='B2' t='s'><v>-1</v></c>", "R044", "-1"),
    ],
)
def test_a_cell_that_says_what_is_not_is_refused_at_its_place(cell: str, code: str, found: str) -> None:
    rows = f'<row r="2">{cell}</row>'
    refusals = refused(rows), refused(rows.replace("'", '"'))

    assert {(each.code, each.cell, each.fields["found"]) for each in refusals} == {(code, "B2", found)}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("<c r='A1'><v>1</v></c>", "<c>"),
        ("<row><row/></row>", "<row>"),
        ("<row><c><c/></c></row>", "<c>"),
        ("<row><v>1</v></row>", "<v>"),
        ("<row><f>A1</f></row>", "<f>"),
        ("<row><x><c/></x></row>", "<c>"),
        ("<row><c><v>1<v>2</v></v></c></row>", None),
        ("<row><c><v>1</v><v>2</v></c></row>", "<v>"),
        ("<row><c t='inlineStr'><v>1</v></c></row>", "<v>"),
        ("<row><c xmlns='urn:x'><v>1</v></c></row>", None),
        ("</sheetData><sheetData>", "<sheetData>"),
        ("</sheetData><row/><sheetData>", "<row>"),
    ],
)
def test_what_stands_where_only_some_would_read_it_is_refused(rows: str, found: str | None) -> None:
    refusal_ = refused(rows)

    assert refusal_.code == "R046"
    assert found in (None, refusal_.fields["found"])


@pytest.mark.parametrize("root", ["worksheet", f'chartsheet xmlns="{MAIN}"', 'worksheet xmlns="urn:x"'])
def test_what_is_no_worksheet_is_refused(root: str) -> None:
    found = refusal(scanned, f"<{root}/>")

    assert (found.code, found.part, found.fields["expected"]) == ("R032", PART, "a_worksheet")


@pytest.mark.parametrize("reference", ["", "A1:XFE1", "B1:A1", "nonsense"])
def test_merged_areas_must_be_areas(reference: str) -> None:
    merged = f'<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="{reference}"/></mergeCells>'

    assert (refused("", after=merged).code, refused("", after=merged).fields["found"]) == ("R045", reference)


MEASURED = [
    ("sheet_cells", 6, sheet(ROWS)),
    ("text_characters", 400, sheet(f'<row r="1"><c r="A1" t="str"><v>{"x" * 400}</v></c></row>')),
    (
        "text_characters",
        400,
        sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 400}</t></is></c></row>'),
    ),
    ("merged_areas", 2, sheet("", after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 2 + "</mergeCells>")),
    ("xml_depth", 5, sheet(ROWS.partition("\n")[0])),
    ("xml_attributes", 2, sheet(ROWS.partition("\n")[0])),
]


@pytest.mark.parametrize(("limit", "found", "xml"), MEASURED)
def test_a_limit_may_be_reached_but_not_passed(limit: str, found: int, xml: str) -> None:
    scanned(xml, Limits(**{limit: found}))
    passed = refusal(scanned, xml, Limits(**{limit: found - 1}))

    assert (passed.code, passed.fields["limit"]) == ("R013", limit)
    assert passed.fields["place"] == PART
