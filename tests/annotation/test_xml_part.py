"""XML in, XML out, and text that a spreadsheet shows as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.xml_part import (
    MAIN,
    TEXT_LIMIT,
    insert_after,
    main,
    new_root,
    parsed,
    plain,
    serialised,
    whole,
)

DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@pytest.mark.parametrize(
    "content",
    [
        '<x:row xmlns:x="urn:x"><x:c r="A1"/></x:row>',
        '<a xmlns:mc="urn:mc" xmlns:x14ac="urn:14" mc:Ignorable="x14ac" x14ac:dyDescent="0.25"/>',
        '<t xml:space="preserve"> two  spaces\tand a tab </t>',
        "<t><![CDATA[a < b]]></t>",
        "<t>å &amp; ö &lt; \N{NO-BREAK SPACE}&#13;</t>",
    ],
)
def test_a_part_is_written_back_with_everything_it_held(content: str) -> None:
    assert serialised(parsed(content.encode(), "part")) == DECLARATION + content.encode()


def test_a_part_in_another_encoding_becomes_utf8() -> None:
    content = '<?xml version="1.0" encoding="UTF-16"?><t>ö</t>'.encode("utf-16")

    assert serialised(parsed(content, "part")) == DECLARATION + "<t>ö</t>".encode()


@pytest.mark.parametrize(
    "content",
    [b"", b"<a>", b"<a><b></a>", b"<!DOCTYPE a><a/>", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
)
def test_what_is_no_plain_xml_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        parsed(content, "xl/styles.xml")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/styles.xml"})


def test_a_whole_number_is_read_from_an_attribute() -> None:
    element = parsed(b'<row r="12" s="" ht="high"/>', "part")

    assert whole(element, "r") == 12
    assert whole(element, "s") == 0
    assert whole(element, "x", 7) == 7
    with pytest.raises(CannotAnnotate) as refusal:
        whole(element, "ht")
    assert refusal.value.fields == {"part": "row/@ht"}


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ("sheetData pageMargins extLst", "sheetData pageMargins new extLst"),
        ("sheetData", "sheetData new"),
        ("sheetData tableParts", "sheetData new tableParts"),
        ("unknown sheetData unknown", "unknown sheetData new unknown"),
        ("tableParts", "new tableParts"),
    ],
)
def test_a_child_goes_behind_the_last_that_may_stand_before_it(there: str, then: str) -> None:
    parent = parsed(f'<w xmlns="{MAIN}">{"".join(f"<{name}/>" for name in there.split())}</w>'.encode(), "w")

    insert_after(parent, new_root("new"), ("sheetData", "pageMargins"))

    assert [child.tag for child in parent] == [main(name) for name in then.split()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "=1+1"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("1\N{NO-BREAK SPACE}200", "1\N{NO-BREAK SPACE}200"),
        ("bell\x07 and nul\x00", "bell\\x07 and nul\\x00"),
        ("right-to-left \u202e, zero \u200b width", "right-to-left \\u202e, zero \\u200b width"),
        ("half a pair \ud83d", "half a pair \\ud83d"),
        ("like an escape _x000D_", "like an escape _x005F_x000D_"),
        ("snake_xylophone_", "snake_xylophone_"),
        ("emoji 🙂", "emoji 🙂"),
    ],
)
def test_text_is_shown_with_nothing_hidden_in_it(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("letter", ["a", "ö", "🙂"])
def test_a_text_that_is_too_long_ends_in_an_ellipsis(letter: str) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    fitting = letter * (TEXT_LIMIT // units)

    assert plain(fitting) == fitting
    assert plain(fitting + 2 * letter).endswith(f"{letter}…")
    assert plain("abcdef", limit=4) == "abc…"


@given(st.text(alphabet=st.characters(codec=None), max_size=60), st.integers(2, 40))
def test_any_text_fits_into_xml_and_into_the_limit(text: str, limit: int) -> None:
    element = new_root("t")
    element.text = plain(text, limit)

    assert len(element.text.encode("utf-16-le")) <= 2 * limit
    assert parsed(serialised(element), "t").text == (element.text or None)
