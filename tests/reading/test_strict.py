"""Strict Open XML under the names of the Transitional one."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.reading.names import MAIN, STRICT_MAIN
from syditval.reading.strict import as_transitional

STRICT = f"""<?xml version="1.0"?><worksheet xmlns="{STRICT_MAIN}">
<s:c xmlns:s = '{STRICT_MAIN}'>Löner</s:c></worksheet>"""
TRANSITIONAL = STRICT.replace(STRICT_MAIN, MAIN)


@pytest.mark.parametrize("size", [1, 7, 60, 10_000])
def test_every_declaration_is_changed_wherever_the_pieces_are_cut(size: int) -> None:
    written = STRICT.encode()
    pieces = [written[at : at + size] for at in range(0, len(written), size)]

    assert b"".join(as_transitional(pieces)).decode() == TRANSITIONAL


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("xml", [STRICT, STRICT.replace("1.0'?", "1.0' encoding='UTF-16'?")])
def test_what_is_written_in_utf_16_says_the_same_in_utf_8(xml: str, encoding: str) -> None:
    written = xml.encode(encoding)
    root = fromstring(b"".join(as_transitional([written[:6], written[6:]])))

    assert [element.tag for element in root.iter()] == [f"{{{MAIN}}}worksheet", f"{{{MAIN}}}c"]
    assert root[0].text == "Löner"


@pytest.mark.parametrize(
    "text", [f"<t>{STRICT_MAIN}</t>", f'<t>xmlns="{STRICT_MAIN}"</t>', f'<a b="{STRICT_MAIN}"/>']
)
def test_the_name_in_a_text_is_a_text(text: str) -> None:
    assert b"".join(as_transitional([text.encode()])).decode() == text


@given(
    st.lists(st.binary()).filter(
        lambda pieces: b"\0" not in b"".join(pieces) and b"\xff" not in b"".join(pieces)
    )
)
def test_whatever_else_there_is_stays_as_it_is(pieces: list[bytes]) -> None:
    assert b"".join(as_transitional(pieces)) == b"".join(pieces)
