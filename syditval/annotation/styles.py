"""The table of cell formats: tints for findings, and the looks of the review sheet."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.xml_part import main, whole
from syditval.model.rule import Severity

# Tints of the Okabe-Ito palette: they stay apart for colour-blind readers, under black text.
TINTS = {Severity.ERROR: "F2BFA0", Severity.WARNING: "FBF3A6", Severity.NOTE: "B9DDF3"}

_FIRST_OWN_FORMAT = 164
_BUILT_IN_FORMATS = {"": 0, "#,##0": 3, "#,##0.00": 4}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell of the review sheet looks. Colours are RRGGBB, empty for none; size 0 is the book's own.

    Without a number format the cell holds text, and stays text when somebody edits it.
    """

    bold: bool = False
    size: int = 0
    color: str = ""
    underline: bool = False
    fill: str = ""
    line: str = ""
    number_format: str = ""
    align: str = ""
    wrap: bool = False


class Styles:
    """Appends to a styles part. Nothing that stands in it is changed, so no other cell looks different.

    Raises CannotAnnotate for a part that lacks one of the tables that a cell format points into.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._fonts, self._fills, self._borders, self._formats = (
            _table(root, name) for name in ("fonts", "fills", "borders", "cellXfs")
        )
        self._entries: dict[bytes, int] = {}
        self._tinted: dict[tuple[int, Severity], int] = {}
        self._looks: dict[Look, int] = {}

    def tinted(self, base: int, severity: Severity) -> int:
        """The number of a cell format that is format ``base`` with the fill of a severity."""
        if (base, severity) not in self._tinted:
            if not 0 <= base < len(self._formats):
                raise CannotAnnotate("A009", part=f"cellXfs/{base}")
            xf = deepcopy(self._formats[base])
            xf.set("fillId", str(self._fill(TINTS[severity])))
            xf.set("applyFill", "1")
            self._tinted[base, severity] = self._entry(self._formats, xf)
        return self._tinted[base, severity]

    def look(self, look: Look) -> int:
        """The number of a cell format with a look."""
        if look not in self._looks:
            self._looks[look] = self._entry(self._formats, self._look_format(look))
        return self._looks[look]

    def _look_format(self, look: Look) -> etree._Element:
        xf = etree.Element(main("xf"))
        xf.set("numFmtId", str(self._number_format(look.number_format)))
        xf.set("fontId", str(self._font(look)))
        xf.set("fillId", str(self._fill(look.fill) if look.fill else 0))
        xf.set("borderId", str(self._border(look.line) if look.line else 0))
        if not look.number_format:
            xf.set("quotePrefix", "1")
        if (parent := self._formats[0].get("xfId")) is not None:
            xf.set("xfId", parent)
        for part in ("NumberFormat", "Font", "Fill", "Border", "Alignment"):
            xf.set(f"apply{part}", "1")
        alignment = etree.SubElement(xf, main("alignment"), vertical="top")
        if look.align:
            alignment.set("horizontal", look.align)
        if look.wrap:
            alignment.set("wrapText", "1")
        return xf

    def _fill(self, color: str) -> int:
        if len(self._fills) == 1:
            # The first two fills are not free to choose: none and a grey pattern.
            self._fills.append(_pattern_fill("gray125"))
        fill = _pattern_fill("solid")
        etree.SubElement(fill[0], main("fgColor"), rgb=f"FF{color}")
        etree.SubElement(fill[0], main("bgColor"), indexed="64")
        return self._entry(self._fills, fill)

    def _font(self, look: Look) -> int:
        """A font of the workbook's own family, since the review sheet is a page of that workbook."""
        font = etree.Element(main("font"))
        if look.bold:
            etree.SubElement(font, main("b"))
        if look.underline:
            etree.SubElement(font, main("u"))
        etree.SubElement(font, main("sz"), val=str(look.size or self._usual("sz", "11")))
        if look.color:
            etree.SubElement(font, main("color"), rgb=f"FF{look.color}")
        etree.SubElement(font, main("name"), val=self._usual("name", "Calibri"))
        return self._entry(self._fonts, font)

    def _usual(self, element: str, otherwise: str) -> str:
        found = self._fonts[0].find(main(element))
        return found.get("val", otherwise) if found is not None else otherwise

    def _border(self, color: str) -> int:
        border = etree.Element(main("border"))
        for side in ("left", "right", "top", "bottom", "diagonal"):
            etree.SubElement(border, main(side))
        border[3].set("style", "thin")
        etree.SubElement(border[3], main("color"), rgb=f"FF{color}")
        return self._entry(self._borders, border)

    def _number_format(self, code: str) -> int:
        if code in _BUILT_IN_FORMATS:
            return _BUILT_IN_FORMATS[code]
        table = self._root.find(main("numFmts"))
        if table is None:
            table = etree.Element(main("numFmts"))
            self._root.insert(0, table)
        for known in table:
            if known.get("formatCode") == code:
                return whole(known, "numFmtId")
        number = max((whole(known, "numFmtId") + 1 for known in table), default=0)
        number = max(number, _FIRST_OWN_FORMAT)
        self._entry(table, etree.Element(main("numFmt"), numFmtId=str(number), formatCode=code))
        return number

    def _entry(self, table: etree._Element, entry: etree._Element) -> int:
        """The number of an entry of a table: of an equal one that was added before, else of a new one."""
        key = etree.tostring(entry)
        if key not in self._entries:
            self._entries[key] = len(table)
            table.append(entry)
            table.set("count", str(len(table)))
        return self._entries[key]


def _table(root: etree._Element, name: str) -> etree._Element:
    table = root.find(main(name))
    if table is None or not len(table):
        raise CannotAnnotate("A001")
    return table


def _pattern_fill(pattern: str) -> etree._Element:
    fill = etree.Element(main("fill"))
    etree.SubElement(fill, main("patternFill"), patternType=pattern)
    return fill
