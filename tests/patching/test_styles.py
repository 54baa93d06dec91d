"""Formats are appended; what stands in the table of formats stays."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from syditval.model.rule import Severity
from syditval.patching.dialect import DIALECTS, Dialect
from syditval.patching.document import Document
from syditval.patching.fills import HATCHING, MARKS, TINTS
from syditval.patching.styles import Look, Styles, complete
from tests.patching.packages import MAIN, package

ERROR = MARKS[Severity.ERROR]
FORMAT = (
    '<xf numFmtId="4" fontId="0" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFill="0">'
    '<alignment horizontal="right"/><protection locked="0"/></xf>'
)
GREEN = '<fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill>'
STYLES = f"""<styleSheet xmlns="{MAIN}">
<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts>
<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>{GREEN}</fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{FORMAT}</cellXfs>
<dxfs count="0"/></styleSheet>"""


class Part:
    """A styles part and the formats in it."""

    def __init__(self, text: str = STYLES) -> None:
        self.document = Document(text.encode(), "xl/styles.xml")
        self.styles = Styles(self.document)

    def entries(self, table: str) -> list[Element]:
        """The entries of a table as it is written, which states their number."""
        found = ElementTree.fromstring(self.document.content()).find(f"{{{MAIN}}}{table}")
        assert found is not None
        assert found.get("count") == str(len(found))
        return list(found)

    def fill_of(self, number: int) -> tuple[str | None, str | None]:
        """Pattern and colour of the fill of a cell format."""
        fill = self.entries("fills")[int(self.entries("cellXfs")[number].get("fillId", ""))]
        color = fill[0].find(f"{{{MAIN}}}fgColor")
        return fill[0].get("patternType"), None if color is None else color.get("rgb")


@pytest.mark.parametrize("severity", list(Severity))
def test_a_marked_format_is_its_base_in_all_but_the_fill(severity: Severity) -> None:
    part = Part()
    number = part.styles.marked(1, MARKS[severity])

    base, marked = (part.entries("cellXfs")[n] for n in (1, number))
    assert part.fill_of(number) == ("solid", f"FF{TINTS[severity]}")
    assert marked.attrib == base.attrib | {"fillId": "3", "applyFill": "1"}
    assert list(map(ElementTree.tostring, marked)) == list(map(ElementTree.tostring, base))


def test_each_base_and_fill_gets_one_format() -> None:
    part = Part()
    fills = (*MARKS.values(), HATCHING)

    numbers = [part.styles.marked(base, fill) for base in (0, 1, 0, 1) for fill in fills]

    assert numbers == [2, 3, 4, 5, 6, 7, 8, 9] * 2
    assert len(part.entries("fills")) == 3 + len(fills)


@pytest.mark.parametrize("base", [99, -1])
def test_a_format_that_does_not_exist_shows_as_the_first(base: int) -> None:
    part = Part()

    assert part.styles.marked(base, ERROR) == part.styles.marked(0, ERROR)


def test_a_mark_is_taken_off_again() -> None:
    part = Part()
    marked = [part.styles.marked(base, ERROR) for base in (0, 1)]
    own = [part.styles.fill_of(base) for base in (0, 1)]
    assert own == ["", GREEN]

    # The copy is opened again.
    again = Part(part.document.content().decode())
    (fill,) = again.styles.fills.numbers_of(part.styles.fills.shades)
    assert again.styles.formats_with([fill]) == set(marked)
    numbers = [
        again.styles.filled(number, again.styles.fills.restored(markup))
        for number, markup in zip(marked, own, strict=True)
    ]

    assert numbers[0] == 0
    assert [again.fill_of(number) for number in numbers] == [("none", None), ("solid", "FF00FF00")]


def test_what_stood_there_stays_to_the_byte() -> None:
    part = Part()
    part.styles.marked(1, ERROR)
    part.styles.look(Look(bold=True, line="D9D9D9", fill="EEEEEE", number_format="#,##0.000"))

    # But for the numbers of entries, and what stands before the ends of the tables.
    pieces = map(re.escape, re.split(r'(?<=count=")\d|(?=</\w+s>)', STYLES))
    assert re.fullmatch(".*?".join(pieces), part.document.content().decode(), re.DOTALL)


def test_a_look_is_made_of_the_books_own_font() -> None:
    part = Part()
    number = part.styles.look(Look(bold=True, color="595959", underline=True, align="right", wrap=True))

    look = part.entries("cellXfs")[number]
    font = part.entries("fonts")[int(look.get("fontId", ""))]
    assert [(entry.tag.partition("}")[2], *entry.attrib.values()) for entry in font] == [
        ("b",),
        ("u",),
        ("sz", "10"),
        ("color", "FF595959"),
        ("name", "Arial"),
    ]
    assert look[0].attrib == {"vertical": "top", "horizontal": "right", "wrapText": "1"}
    assert (look.get("xfId"), look.get("fillId"), look.get("borderId")) == ("0", "0", "0")


def test_a_look_may_have_a_size_a_line_and_a_fill() -> None:
    part = Part()
    number = part.styles.look(Look(size=16, line="D9D9D9", fill="EEEEEE", pattern="lightUp"))

    look = part.entries("cellXfs")[number]
    assert part.fill_of(number) == ("lightUp", "FFEEEEEE")
    assert part.entries("fonts")[int(look.get("fontId", ""))][0].attrib == {"val": "16"}
    border = part.entries("borders")[int(look.get("borderId", ""))]
    assert [side.tag.partition("}")[2] for side in border if len(side)] == ["bottom"]


def test_equal_looks_share_all_they_can() -> None:
    part = Part()
    look = Look(bold=True, line="D9D9D9", number_format="#,##0.0")

    assert part.styles.look(look) == part.styles.look(replace(look))
    assert part.styles.look(replace(look, align="right")) == part.styles.look(look) + 1
    assert [len(part.entries(table)) for table in ("numFmts", "fonts", "borders")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("look", "number_format", "quoted"),
    [
        (Look(), "0", "1"),
        (Look(number_format="#,##0"), "3", None),
        (Look(number_format="#,##0.00"), "4", None),
        (Look(number_format="0.000"), "170", None),
        (Look(number_format="#,##0.0"), "171", None),
    ],
)
def test_text_is_marked_as_text_and_numbers_get_their_format(
    look: Look, number_format: str, quoted: str | None
) -> None:
    part = Part()
    number = part.styles.look(look)

    made = part.entries("cellXfs")[number]
    assert (made.get("numFmtId"), made.get("quotePrefix")) == (number_format, quoted)


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "tables",
    [
        "",
        "cellXfs",
        "fonts dxfs",
        "numFmts borders cellStyleXfs cellStyles",
        "numFmts fonts fills borders cellStyleXfs cellXfs",
    ],
)
def test_tables_that_a_styles_part_lacks_are_made(tables: str, dialect: Dialect, prefix: str) -> None:
    there = "".join(f'<{prefix}{name} count="0"/>' for name in tables.split())
    declared = f'xmlns{":" if prefix else ""}{prefix[:-1]}="{dialect.main}"'
    of = package({"xl/styles.xml": f"<{prefix}styleSheet {declared}>{there}</{prefix}styleSheet>"})

    complete(of, "xl/styles.xml")
    styles = Styles(of.document("xl/styles.xml"))

    assert styles.marked(0, ERROR) == 1
    assert styles.look(Look(bold=True, line="D9D9D9", number_format="0.0")) == 2
    root = ElementTree.fromstring(of.read("xl/styles.xml"))
    assert {child.tag.partition("}")[0] for child in root.iter()} == {f"{{{dialect.main}"}
    names = [child.tag.partition("}")[2] for child in root]
    order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"]
    assert names == [name for name in order if name in names]
    assert set(names) == {*order[:6], *tables.split()}
    assert [int(child.get("count", "")) for child in root[:6]] == [len(child) for child in root[:6]]


def test_a_styles_part_that_lacks_nothing_stays_as_it_is() -> None:
    of = package({"xl/styles.xml": STYLES})
    complete(of, "xl/styles.xml")

    assert of.changed == ()
