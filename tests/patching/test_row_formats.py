"""Cells of a row get a format, and are put in where there were none; all else stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.cells import column_letters
from syditval.patching.errors import CannotAnnotate
from syditval.patching.row_formats import cell_tags, format_pattern, new_row, row_attributes, with_formats

ROW = """<row r="2" spans="2:4" ht='12'><c r="B2" s="5"><v>1</v></c><!-- <c r="C2"/> -->
<c t="s" r='D2'><f>IF(A1&gt;1,"a > b")</f><v>0</v></c></row>
"""


def formatted(formats: Mapping[int, int], row: str = ROW) -> str:
    return with_formats(2, row.encode(), formats).decode()


def cells(row: str) -> list[tuple[int, int]]:
    """Column and format of each cell."""
    return [(cell.column, cell.format) for cell in cell_tags(row.encode())]


def test_cells_change_their_format_and_nothing_else() -> None:
    assert formatted({2: 1005, 4: 3000}) == ROW.replace('s="5"', 's="1005"').replace(
        "r='D2'>", "r='D2' s=\"3000\">"
    )
    assert formatted({}) == ROW


@pytest.mark.parametrize(
    ("column", "put_in", "before"),
    [
        (1, '<c r="A2" s="7"/>', '<c r="B2"'),
        (3, '<c r="C2" s="7"/>', '<c t="s"'),
        (5, '<c r="E2" s="7"/>', "</row>"),
        (27, '<c r="AA2" s="7"/>', "</row>"),
    ],
)
def test_a_missing_cell_is_put_in_order_and_the_hint_at_columns_goes(
    column: int, put_in: str, before: str
) -> None:
    assert formatted({column: 7}) == ROW.replace(' spans="2:4"', "").replace(before, f"{put_in}{before}")


@pytest.mark.parametrize(
    ("row", "then"),
    [
        ("<row/>", '<row><c r="A2" s="7"/></row>'),
        ("<x:row r='2' />\n", '<x:row r=\'2\'><x:c r="A2" s="7"/></x:row>\n'),
        ("<x:row></x:row >", '<x:row><x:c r="A2" s="7"/></x:row >'),
        ("<row><c/></row>", '<row><c s="7"/></row>'),
        ("<row><c></c></row>", '<row><c s="7"></c></row>'),
        ("<row><c r='A2' s='1'/><cx s='1'/></row>", "<row><c r='A2' s=\"7\"/><cx s='1'/></row>"),
        (
            "<row><c t=' s=\"1\"'/><extLst><c.x/></extLst></row>",
            '<row><c t=\' s="1"\' s="7"/><extLst><c.x/></extLst></row>',
        ),
        (
            "<row><![CDATA[<c r='A2'/></row>]]><?p <c r='A2'/>?></row>",
            "<row><![CDATA[<c r='A2'/></row>]]><?p <c r='A2'/>?><c r=\"A2\" s=\"7\"/></row>",
        ),
    ],
)
def test_however_a_row_is_written_its_first_cell_gets_the_format(row: str, then: str) -> None:
    assert formatted({1: 7}, row) == then


def test_cells_without_addresses_are_counted() -> None:
    row = '<row><c s="3"/><c r="D2" s="4"/><c r="" s="5"/><c r="$b$2" s="6"/><c/></row>'

    assert cells(row) == [(1, 3), (4, 4), (5, 5), (2, 6), (3, 0)]


@pytest.mark.parametrize("written", ["", 's=""', "s=''", 's="bold"', 'x:s="5"', 'ss="5"'])
def test_a_cell_that_states_no_format_has_the_first(written: str) -> None:
    assert cells(f"<row><c {written}/></row>") == [(1, 0)]


def test_the_attributes_of_a_row_are_read_but_for_those_to_be_decoded() -> None:
    row = b"""<x:row r="12" ht = '7.5' x:dyDescent="0.25" a="&lt;" s="a > b"><c r="A1"/></x:row>"""

    assert row_attributes(row) == {"r": "12", "ht": "7.5", "x:dyDescent": "0.25", "s": "a > b"}


def test_a_new_row_holds_empty_cells_in_order() -> None:
    assert new_row("x:", 9, {4: 7, 2: 5}) == (b'<x:row r="9"><x:c r="B9" s="5"/><x:c r="D9" s="7"/></x:row>')


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ('<c s="12"/>', True),
        ("<c r='A1' s = ' 7 '/>", True),
        ('<c s="127"/>', False),
        ('<c s="2"/>', False),
        ('<c ss="12"/>', False),
    ],
)
def test_rows_are_searched_for_cells_of_some_formats(row: str, is_found: bool) -> None:
    assert bool(format_pattern([7, 12]).search(row.encode())) == is_found
    assert not format_pattern([]).search(row.encode())


@pytest.mark.parametrize("address", ["1A", "C0", "C", "räka"])
def test_a_cell_whose_address_cannot_be_understood_is_refused(address: str) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        formatted({1: 7}, f'<row><c r="{address}"/></row>')

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": f"cell {address}"})


def test_what_is_no_row_is_refused() -> None:
    with pytest.raises(CannotAnnotate):
        row_attributes(b"<c/>")


columns = st.integers(1, 40)
fillers = st.sampled_from(["", " ", "\n", "<!-- <c s='9'/> -->", "<?p </row>?>"])
openings = st.sampled_from(['<c r="{0}2"', "<c  r = '{0}2'", "<c x='>' r=\"{0}2\"\n"])
formats = st.sampled_from(["", ' s="4"', " s = '4'"])
insides = st.sampled_from(["/>", "></c>", " ><v>1</v></c>", "><is><t>a &lt;c s='1'></t></is></c>"])


@st.composite
def rows(draw: st.DrawFn) -> str:
    """A row 2 with cells in order, in all the ways that a cell can be written."""
    cells = [
        draw(fillers) + draw(openings).format(column_letters(column)) + draw(formats) + draw(insides)
        for column in sorted(draw(st.sets(columns, max_size=6)))
    ]
    return f'<row r="2">{"".join(cells)}{draw(fillers)}</row>'


def without_formats(row: str) -> str:
    """A row without formats of cells, nor blanks at the end of tags."""
    return re.sub(r"\s+s\s*=\s*['\"]\d['\"]|\s+(?=/?>)", "", row)


@given(rows(), st.dictionaries(columns, st.integers(5, 9), max_size=6))
def test_whatever_is_formatted_only_formats_change_and_cells_stay_in_order(
    row: str, wanted: dict[int, int]
) -> None:
    there, then = dict(cells(row)), formatted(wanted, row)

    assert cells(then) == sorted((there | wanted).items())
    assert ElementTree.fromstring(then).tag == "row"
    for column in wanted.keys() - there.keys():
        then = then.replace(f'<c r="{column_letters(column)}2" s="{wanted[column]}"/>', "")
    assert without_formats(then) == without_formats(row)
