"""Styles that set a cell apart, whatever else a style sheet holds."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from syditval.model.cells import Emphasis
from syditval.reading.emphases import read_emphases
from syditval.reading.names import MAIN

BOLD, OVERLINED = Emphasis(bold=True), Emphasis(top_border=True)


def emphases(inside: str) -> dict[str, Emphasis]:
    """What is read of a style sheet."""
    return read_emphases(fromstring(f'<styleSheet xmlns="{MAIN}">{inside}</styleSheet>'))


def of_font(inside: str) -> dict[str, Emphasis]:
    return emphases(f"<fonts><font>{inside}</font></fonts><cellXfs><xf/></cellXfs>")


def of_border(inside: str) -> dict[str, Emphasis]:
    return emphases(f"<borders><border>{inside}</border></borders><cellXfs><xf/></cellXfs>")


def of_alignment(attributes: str) -> dict[str, Emphasis]:
    return emphases(f"<cellXfs><xf><alignment {attributes}/></xf></cellXfs>")


def test_only_styles_that_set_a_cell_apart_are_known() -> None:
    fonts = "<fonts><font/><font><b/></font></fonts>"
    borders = '<borders><border/><border><top style="thin"/></border></borders>'
    styles = '<xf/><xf fontId="1"/><xf borderId="1"/><xf fontId="1" borderId="1"/>'

    assert emphases(f"{fonts}{borders}<cellXfs>{styles}</cellXfs>") == {
        "1": BOLD,
        "2": OVERLINED,
        "3": Emphasis(bold=True, top_border=True),
    }


@pytest.mark.parametrize("bold", ["<b/>", '<sz val="11"/><b val="1"/>', '<b val="true"/>'])
def test_bold_type(bold: str) -> None:
    assert of_font(bold) == {"0": BOLD}


@pytest.mark.parametrize(
    "plain", ["", '<b val="0"/>', '<b val="false"/>', "<i/>", '<name val="Arial Black"/>']
)
def test_type_that_is_not_bold(plain: str) -> None:
    assert of_font(plain) == {}


@pytest.mark.parametrize("style", ["thin", "hair", "double", "mediumDashDot"])
def test_lines_of_any_kind(style: str) -> None:
    assert of_border(f'<top style="{style}"/>') == {"0": OVERLINED}
    assert of_border(f'<bottom style="{style}"/>') == {"0": Emphasis(bottom_border=True)}


@pytest.mark.parametrize("none", ["<top/>", '<top style="none"/>', '<left style="thin"/>', ""])
def test_no_line_above_and_none_below(none: str) -> None:
    assert of_border(none) == {}


@pytest.mark.parametrize(("steps", "indent"), [("1", 1), ("12", 12), ("250", 250)])
def test_indentation_in_steps(steps: str, indent: int) -> None:
    assert of_alignment(f'indent="{steps}"') == {"0": Emphasis(indent=indent)}


@pytest.mark.parametrize("steps", ["0", "", "-1", "1.5", "٣", "x", "9" * 5000])
def test_indentation_that_is_none(steps: str) -> None:
    assert of_alignment(f'indent="{steps}"') == {}


@pytest.mark.parametrize("number", ["2", "-1", "", "x", "٣", "9" * 5000])
def test_a_font_and_a_border_that_do_not_exist_emphasise_nothing(number: str) -> None:
    tables = '<fonts><font><b/></font></fonts><borders><border><top style="thin"/></border></borders>'

    assert emphases(f'{tables}<cellXfs><xf fontId="{number}" borderId="{number}"/></cellXfs>') == {}


def test_fonts_of_conditional_formats_are_not_those_of_cells() -> None:
    assert emphases("<dxfs><dxf><font><b/></font></dxf></dxfs><cellXfs><xf/></cellXfs>") == {}


def test_what_openpyxl_would_refuse_is_no_obstacle() -> None:
    assert of_font('<color rgb="red"/><b/>') == {"0": BOLD}
