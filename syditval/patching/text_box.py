"""A text box as it is written in the drawing of a sheet, with the prefixes ``xdr`` and ``a``."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.patching.markup import element, text

# Lengths are in English Metric Units; a point has so many.
POINT = 12_700

# In sizes of the type: the height of a line, and the width of a character of a text and of bold capitals.
_LINE, _CHARACTER, _BOLD_CHARACTER = 1.25, 0.55, 0.78
# Where the text behind a tabulator begins.
_TAB = 30 * POINT

_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
_INSIDE = (
    '<a:bodyPr vertOverflow="clip" horzOverflow="clip" wrap="none" lIns="12700" tIns="0" rIns="0" bIns="0"'
    ' anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
)
_TABULATOR = f'<a:pPr algn="l"><a:tabLst><a:tab pos="{_TAB}" algn="l"/></a:tabLst></a:pPr>'


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; ``size`` is in points, ``color`` six hexadecimal digits."""

    text: str
    size: int
    color: str = "000000"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text without fill or frame; ``meaning`` is what is read out for them."""

    name: str
    meaning: str
    lines: tuple[tuple[Run, ...], ...]

    @property
    def width(self) -> int:
        """The room that the longest line needs, in English Metric Units."""
        return max(sum(map(_width, line)) for line in self.lines)

    @property
    def height(self) -> int:
        """The room that the lines need, in English Metric Units."""
        return sum(round(line[0].size * _LINE * POINT) for line in self.lines)

    def markup(self, number: int) -> str:
        """The shape, with a number that no other of its drawing has."""
        named = {"id": str(number), "name": self.name, "descr": self.meaning}
        names = element("xdr:cNvPr", named) + element("xdr:cNvSpPr", {"txBox": "1"})
        size = element("a:ext", {"cx": str(self.width), "cy": str(self.height)})
        place = element("a:xfrm", inner=element("a:off", {"x": "0", "y": "0"}) + size)
        return element(
            "xdr:sp",
            {"macro": "", "textlink": ""},
            element("xdr:nvSpPr", inner=names)
            + element("xdr:spPr", inner=place + _RECTANGLE)
            + element("xdr:txBody", inner=_INSIDE + "".join(map(_paragraph, self.lines))),
        )


def corner(name: str, column: int, row: int, right: int = 0, down: int = 0) -> str:
    """A place in a cell, both counted from 0: so far from its left and its top edge."""
    places = {"col": column, "colOff": right, "row": row, "rowOff": down}
    return element(f"xdr:{name}", inner="".join(element(f"xdr:{k}", inner=str(n)) for k, n in places.items()))


def _width(run: Run) -> int:
    character = _BOLD_CHARACTER if run.bold else _CHARACTER
    return run.text.count("\t") * _TAB + round(len(run.text) * run.size * character * POINT)


def _paragraph(line: tuple[Run, ...]) -> str:
    return element("a:p", inner=_TABULATOR + "".join(map(_run, line)))


def _run(run: Run) -> str:
    color = element("a:solidFill", inner=element("a:srgbClr", {"val": run.color}))
    font = element("a:latin", {"typeface": "Arial"})
    looks = element("a:rPr", {"sz": str(100 * run.size), "b": str(int(run.bold))}, color + font)
    return element("a:r", inner=looks + element("a:t", inner=text(run.text)))
