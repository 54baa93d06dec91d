"""A style sheet is read once, for formats and for emphasis."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

import pytest

from syditval.model.cells import Emphasis
from syditval.reading.names import MAIN, STRICT_MAIN
from syditval.reading.style_sheet import Styles, read_styles

INSIDE = '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf numFmtId="9" fontId="1"/></cellXfs>'


def styles(xml: str) -> Styles:
    return read_styles([xml.encode()])


@pytest.mark.parametrize("namespace", [MAIN, STRICT_MAIN])
def test_formats_and_emphasis_are_read_whichever_names_are_used(namespace: str) -> None:
    found = styles(f'<styleSheet xmlns="{namespace}">{INSIDE}</styleSheet>')

    assert found.formats.codes == ("General", "0%")
    assert found.emphases == {"1": Emphasis(bold=True)}


def test_without_styles_there_is_one_and_it_is_plain() -> None:
    assert styles(f'<styleSheet xmlns="{MAIN}"/>') == Styles()


@pytest.mark.parametrize("xml", [f'<styleSheet xmlns="{MAIN}"><numFmts>', "<styleSheet/>", "", "fet stil"])
def test_what_is_not_well_formed_or_no_style_sheet_is_told(xml: str) -> None:
    with pytest.raises(ParseError):
        styles(xml)
