"""Formats are appended; what stands in the table of formats stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.styles import TINTS, Look, Styles
from syditval.annotation.xml_part import MAIN, main, parsed
from syditval.model.rule import Severity

FORMAT = (
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFill="0">'
    '<alignment horizontal="right"/><protection locked="0"/></xf>'
)
STYLES = f"""<styleSheet xmlns="{MAIN}">
<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{FORMAT}</cellXfs>
<dxfs count="0"/></styleSheet>"""


def styles_part(text: str = STYLES) -> etree._Element:
    return parsed(text.encode(), "xl/styles.xml")


def entries(root: etree._Element, table: str) -> list[etree._Element]:
    found = root.find(main(table))
    assert found is not None
    assert found.get("count") == str(len(found))
    return list(found)


def color_of(root: etree._Element, number: int) -> str | None:
    fill = entries(root, "fills")[int(entries(root, "cellXfs")[number].get("fillId", ""))]
    color = fill.find(f"{main('patternFill')}/{main('fgColor')}")
    return None if color is None else color.get("rgb")


@pytest.mark.parametrize("severity", list(Severity))
def test_a_tinted_format_is_its_base_in_all_but_the_fill(severity: Severity) -> None:
    root = styles_part()
    number = Styles(root).tinted(1, severity)

    base, tinted = (entries(root, "cellXfs")[n] for n in (1, number))
    differing = {"fillId", "applyFill"}
    assert color_of(root, number) == f"FF{TINTS[severity]}"
    assert tinted.get("applyFill") == "1"
    assert {k: v for k, v in tinted.items() if k not in differing} == {
        k: v for k, v in base.items() if k not in differing
    }
    assert [etree.tostring(child) for child in tinted] == [etree.tostring(child) for child in base]


def test_each_base_and_severity_gets_one_format() -> None:
    root = styles_part()
    styles = Styles(root)

    numbers = [styles.tinted(base, severity) for base in (0, 1, 0, 1) for severity in Severity]

    assert numbers == [2, 3, 4, 5, 6, 7] * 2
    assert len(entries(root, "fills")) == 2 + len(Severity)


def test_what_stood_there_stays() -> None:
    root, before = styles_part(), styles_part()
    styles = Styles(root)
    styles.tinted(1, Severity.ERROR)
    styles.look(Look(bold=True, line="D9D9D9", number_format="#,##0.000"))

    for table in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs"):
        for old, new in zip(entries(before, table), entries(root, table), strict=False):
            assert etree.tostring(old) == etree.tostring(new)


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        Styles(styles_part()).tinted(99, Severity.NOTE)

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "cellXfs/99"})


def test_the_two_reserved_fills_are_not_used_for_a_tint() -> None:
    root = styles_part(STYLES.replace('<fill><patternFill patternType="gray125"/></fill>', ""))

    number = Styles(root).tinted(0, Severity.ERROR)

    assert entries(root, "cellXfs")[number].get("fillId") == "2"
    assert entries(root, "fills")[1][0].get("patternType") == "gray125"


@pytest.mark.parametrize("table", ["fonts", "fills", "borders", "cellXfs"])
def test_an_incomplete_table_of_formats_is_refused(table: str) -> None:
    root = styles_part()
    found = root.find(main(table))
    assert found is not None
    root.remove(found)

    with pytest.raises(CannotAnnotate) as refusal:
        Styles(root)

    assert refusal.value.code == "A001"


def test_a_look_is_made_of_the_books_own_font() -> None:
    root = styles_part()
    styles = Styles(root)
    number = styles.look(Look(bold=True, color="595959", underline=True, align="right", wrap=True))

    look = entries(root, "cellXfs")[number]
    font = entries(root, "fonts")[int(look.get("fontId", ""))]
    assert [(str(part.tag).partition("}")[2], *part.values()) for part in font] == [
        ("b",),
        ("u",),
        ("sz", "10"),
        ("color", "FF595959"),
        ("name", "Arial"),
    ]
    assert dict(look[0].items()) == {"vertical": "top", "horizontal": "right", "wrapText": "1"}


def test_equal_looks_share_all_they_can() -> None:
    root = styles_part()
    styles = Styles(root)
    look = Look(bold=True, line="D9D9D9", number_format="#,##0.0")

    assert styles.look(look) == styles.look(replace(look))
    assert styles.look(replace(look, align="right")) == styles.look(look) + 1
    assert len(entries(root, "fonts")) == 2
    assert len(entries(root, "borders")) == 2
    assert len(entries(root, "numFmts")) == 1


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
    known = '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts><fonts count="1">'
    root = styles_part(STYLES.replace('<fonts count="1">', known))

    number = Styles(root).look(look)

    made = entries(root, "cellXfs")[number]
    assert (made.get("numFmtId"), made.get("quotePrefix")) == (number_format, quoted)
