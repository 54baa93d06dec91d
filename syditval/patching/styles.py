"""The table of cell formats: marks on cells, and the looks of the review sheet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from syditval.patching.document import Document, with_attributes
from syditval.patching.entry_table import EntryTable
from syditval.patching.fills import Fill, Fills
from syditval.patching.markup import element
from syditval.patching.package import Package

_FIRST_OWN_FORMAT = 164
_BUILT_IN_FORMATS = {"": 0, "#,##0": 3, "#,##0.00": 4}

# The tables that formats point into, in their order, each with what it begins with where it is not there.
_TABLES = {
    "numFmts": '<{0}numFmt numFmtId="164" formatCode="General"/>',
    "fonts": '<{0}font><{0}sz val="11"/><{0}name val="Calibri"/></{0}font>',
    "fills": '<{0}fill><{0}patternFill patternType="none"/></{0}fill>',
    "borders": "<{0}border/>",
    "cellStyleXfs": '<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}


_APPLIED = ("NumberFormat", "Font", "Fill", "Border", "Alignment")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell of the review sheet looks. Colours are RRGGBB, empty for none; size 0 is the book's own.

    Without a number format the cell holds text, and stays text when somebody edits it. ``pattern`` is
    that of the fill.
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
    pattern: str = "solid"


def complete(package: Package, part: str, formats: int = 1) -> None:
    """Put the tables into a styles part that it lacks, with so many formats for cells, all the usual one."""
    document = package.document(part)
    root = document.root
    for number, (name, entry) in enumerate(_TABLES.items()):
        table = root.find(name)
        count = formats if name == "cellXfs" else 1
        entries = entry.format(root.prefix) * count
        if table is None:
            markup = element(f"{root.prefix}{name}", {"count": str(count)}, entries)
            document.insert_behind(root, markup, frozenset(list(_TABLES)[:number]))
        elif not table.children:
            document.set(table, {"count": str(count)})
            document.append(table, entries)
    if document.is_edited:
        package.put(part, document.content())


class Styles:
    """Appends to a complete styles part. Nothing in it is changed, so no other cell looks different."""

    def __init__(self, document: Document) -> None:
        tables = (EntryTable(document, table) for name in _TABLES if (table := document.root.find(name)))
        self._number_formats, self._fonts, fills, self._borders, _, self._formats = tables
        self._prefix = document.root.prefix
        self.fills = Fills(fills)
        self._marked: dict[tuple[int, Fill], int] = {}
        self._looks: dict[Look, int] = {}
        self._own_formats: dict[str, int] = {}
        numbers = (entry.whole("numFmtId") + 1 for entry in self._number_formats.entries)
        self._free_format = max(_FIRST_OWN_FORMAT, *numbers)

    def marked(self, base: int, fill: Fill) -> int:
        """The number of a cell format that is format ``base`` with the fill of a mark."""
        if (base, fill) not in self._marked:
            self._marked[base, fill] = self.filled(base, self.fills.mark(fill))
        return self._marked[base, fill]

    def filled(self, base: int, fill: int) -> int:
        """The number of a cell format that is format ``base`` with another fill, by the fill's number."""
        text = self._formats.text(self._known(base))
        tag, closing, rest = text.partition(">")
        tag = with_attributes(tag + closing, {"fillId": str(fill), "applyFill": "1" if fill else None})
        return self._formats.number(tag + rest)

    def fill_of(self, base: int) -> str:
        """The fill of a cell format as text, empty where it has none."""
        return self.fills.markup(self._formats.entries[self._known(base)].whole("fillId"))

    def formats_with(self, fills: Collection[int]) -> frozenset[int]:
        """The numbers of the cell formats that have one of some fills."""
        entries = enumerate(self._formats.entries)
        return frozenset(number for number, entry in entries if entry.whole("fillId") in fills)

    def look(self, look: Look) -> int:
        """The number of a cell format with a look."""
        if look not in self._looks:
            self._looks[look] = self._formats.number(self._look_format(look))
        return self._looks[look]

    def _known(self, base: int) -> int:
        """A cell that names a format which does not exist shows as one of the first."""
        return base if 0 <= base < len(self._formats.entries) else 0

    def _look_format(self, look: Look) -> str:
        attributes = {
            "numFmtId": str(self._number_format(look.number_format)),
            "fontId": str(self._fonts.number(self._font(look))),
            "fillId": str(self.fills.number(Fill(look.fill, look.pattern)) if look.fill else 0),
            "borderId": str(self._borders.number(self._border(look.line)) if look.line else 0),
        }
        if not look.number_format:
            attributes["quotePrefix"] = "1"
        if (parent := self._formats.entries[0].attributes.get("xfId")) is not None:
            attributes["xfId"] = parent
        attributes |= {f"apply{part}": "1" for part in _APPLIED}
        alignment = {"vertical": "top"}
        if look.align:
            alignment["horizontal"] = look.align
        if look.wrap:
            alignment["wrapText"] = "1"
        return self._element("xf", attributes, self._element("alignment", alignment))

    def _font(self, look: Look) -> str:
        """A font of the workbook's own family, since the review sheet is a page of that workbook."""
        parts = {
            "b": {} if look.bold else None,
            "u": {} if look.underline else None,
            "sz": {"val": str(look.size or self._usual("sz", "11"))},
            "color": {"rgb": f"FF{look.color}"} if look.color else None,
            "name": {"val": self._usual("name", "Calibri")},
        }
        inner = (self._element(name, values) for name, values in parts.items() if values is not None)
        return self._element("font", {}, "".join(inner))

    def _usual(self, part: str, otherwise: str) -> str:
        """What the workbook's usual font says."""
        found = self._fonts.entries[0].find(part)
        return found.attributes.get("val", otherwise) if found else otherwise

    def _border(self, color: str) -> str:
        line = self._element("bottom", {"style": "thin"}, self._element("color", {"rgb": f"FF{color}"}))
        sides = {side: self._element(side, {}) for side in ("left", "right", "top", "bottom", "diagonal")}
        return self._element("border", {}, "".join((sides | {"bottom": line}).values()))

    def _number_format(self, code: str) -> int:
        if code in _BUILT_IN_FORMATS:
            return _BUILT_IN_FORMATS[code]
        known = {entry.attributes.get("formatCode"): entry for entry in self._number_formats.entries}
        if code in known:
            return known[code].whole("numFmtId")
        if code not in self._own_formats:
            number = self._own_formats[code] = self._free_format + len(self._own_formats)
            attributes = {"numFmtId": str(number), "formatCode": code}
            self._number_formats.number(self._element("numFmt", attributes))
        return self._own_formats[code]

    def _element(self, name: str, attributes: Mapping[str, str], inner: str = "") -> str:
        return element(f"{self._prefix}{name}", attributes, inner)
