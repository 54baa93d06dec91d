"""How each cell style sets a cell apart. Totals are often bold, indented otherwise, or under a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element

from syditval.model.cells import Emphasis
from syditval.reading.names import BARE

_NO = frozenset(("0", "false"))
# Excel goes up to 250.
_STEPS = re.compile(r"[0-9]{1,3}\Z")
_INDEX = re.compile(r"[0-9]{1,9}\Z")

Looks = TypeVar("Looks")


def read_emphases(style_sheet: Element) -> dict[str, Emphasis]:
    """The emphasis of the styles that have any, by their number. What makes no sense emphasises nothing.

    A style without a font or a border of its own has the first of the table.
    """
    fonts = [_is_bold(font) for font in style_sheet.iterfind("fonts/font", BARE)]
    borders = [
        (_has_line(border, "top"), _has_line(border, "bottom"))
        for border in style_sheet.iterfind("borders/border", BARE)
    ]
    found = {}
    for number, style in enumerate(style_sheet.iterfind("cellXfs/xf", BARE)):
        top, bottom = _chosen(borders, style.get("borderId", "0"), (False, False))
        emphasis = Emphasis(_chosen(fonts, style.get("fontId", "0"), False), _indent(style), top, bottom)
        if emphasis != Emphasis():
            found[str(number)] = emphasis
    return found


def _is_bold(font: Element) -> bool:
    bold = font.find("b", BARE)
    return bold is not None and bold.get("val", "1") not in _NO


def _has_line(border: Element, side: str) -> bool:
    line = border.find(side, BARE)
    return line is not None and line.get("style", "none") != "none"


def _chosen(looks: Sequence[Looks], index: str, otherwise: Looks) -> Looks:
    return looks[int(index)] if _INDEX.match(index) and int(index) < len(looks) else otherwise


def _indent(style: Element) -> int:
    alignment = style.find("alignment", BARE)
    steps = "0" if alignment is None else alignment.get("indent", "0")
    return int(steps) if _STEPS.match(steps) else 0
