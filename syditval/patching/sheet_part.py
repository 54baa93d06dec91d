"""A worksheet part: its rows are streamed past, all else is a document of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from syditval.model.cells import Area
from syditval.patching.cell_names import Place, area_named
from syditval.patching.document import Document
from syditval.patching.encoding import as_utf8
from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.row_formats import (
    cell_tags,
    empty_until,
    format_pattern,
    formats_in,
    new_row,
    row_attributes,
    with_formats,
)
from syditval.patching.row_scan import cut_at_rows, is_row, row_number
from syditval.patching.xml_tree import Element

# Each row with its number, from its start to that of the next; what stands before the first has number 0.
Rows = Iterator[tuple[int, bytes]]
# What is asked of rows, by number: the columns whose cells' formats are wanted.
Asked = Mapping[int, Collection[int]]
RowChange = Callable[[Rows], Iterator[bytes]]

# Bytes that are worth keeping, also of hundreds of sheets.
_SMALL = 1 << 16


class SheetPart:
    """One worksheet: ``frame`` is the part without its rows, to look at and to edit.

    Of the rows, no more is known than was asked for: the attributes of some, the formats of some of
    their cells and which of these hold anything, and ``last_row``, the last there is.
    """

    def __init__(self, package: Package, name: str, asked: Asked = MappingProxyType({})) -> None:
        self.name = name
        self.last_row = 0
        self.row_attributes: dict[int, dict[str, str]] = {}
        self._package = package
        self.held: set[Place] = set()
        self._formats: dict[Place, int] = {}
        self._kept: list[tuple[bytes, bytes]] = []
        self.frame = Document(b"".join(self._without_rows(asked)), name)
        # None on a chart sheet and the like. On a sheet of old macros it has another namespace than the root.
        self.data = next((child for child in self.frame.root.children if child.name == "sheetData"), None)

    @property
    def merged(self) -> tuple[Area, ...]:
        """The areas of merged cells."""
        cells = self.frame.root.find("mergeCells")
        entries = cells.each("mergeCell") if cells else ()
        return tuple(area_named(entry.attributes.get("ref", "")) for entry in entries)

    def format_of(self, place: Place) -> int:
        """The number of the format of a cell that was asked for; one that is not there is lent its format."""
        if place in self._formats:
            return self._formats[place]
        row, column = place
        return self.lent_format(self.row_attributes.get(row, {}), column)

    def lent_format(self, row: Mapping[str, str], column: int) -> int:
        """The format that an empty cell has of its row, by the row's attributes, or of its column."""
        if row.get("customFormat") in ("1", "true"):
            stated = row.get("s", "")
            return int(stated) if stated.isdecimal() else 0
        for entry in self.columns:
            if entry.whole("min") <= column <= entry.whole("max"):
                return entry.whole("style")
        return 0

    @property
    def prefix(self) -> str:
        """What stands before the names of its elements. Raises CannotAnnotate where it can hold no cells."""
        if self.data is None:
            raise CannotAnnotate("A009", part=self.name)
        return self.data.prefix

    @property
    def columns(self) -> tuple[Element, ...]:
        """What the sheet says of its columns, by ranges of them."""
        columns = self.frame.root.find("cols")
        return tuple(columns.each("col")) if columns else ()

    def has_formats(self, formats: Collection[int]) -> bool:
        """Whether cells have one of some formats; a comment may look as if one had."""
        marked = format_pattern(formats)
        return any(marked.search(row) for row in self.each_row())

    @property
    def highest_format(self) -> int:
        """The highest number of a format that a cell, a row or a column names."""
        named = (entry.whole("style") for entry in self.columns)
        return max((*named, *(format_ for row in self.each_row() for format_ in formats_in(row))), default=0)

    def each_row(self) -> Iterator[bytes]:
        """The rows, as they stand in the part."""
        return (row for _, row in self._body()[1]) if self.data is not None else iter(())

    def apply(self, change: RowChange) -> None:
        """Have the part written with its frame as edited, and its rows as changed."""
        self._package.put_pieces(self.name, lambda: self._written(change))

    def _cuts(self) -> Iterator[tuple[bytes, bytes]]:
        """The part, cut at its rows. A small one is cut once and kept, a large one each time it is asked."""
        if self._package.size(self.name) > _SMALL:
            return self._cut_now()
        self._kept = self._kept or list(self._cut_now())
        return iter(self._kept)

    def _cut_now(self) -> Iterator[tuple[bytes, bytes]]:
        try:
            yield from cut_at_rows(as_utf8(self._package.pieces(self.name)))
        except (UnicodeError, LookupError):
            raise CannotAnnotate("A009", part=self.name) from None

    def _without_rows(self, asked: Asked) -> Iterator[bytes]:
        cuts = self._cuts()
        for before, tag in cuts:
            yield before
            # Sheets without cells may have controls, whose places are given by a "row" too.
            if is_row(tag) or not tag:
                yield tag
                continue
            yield tag if tag.endswith(b"/>") else tag[:-1] + b"/>"
            if not tag.endswith(b"/>"):
                self._pass_rows(cuts, asked)
            break
        for before, tag in cuts:
            yield before + tag

    def _pass_rows(self, cuts: Iterator[tuple[bytes, bytes]], asked: Asked) -> None:
        for number, row in _rows(cuts):
            self.last_row = number
            if number in asked:
                self.row_attributes[number] = row_attributes(row)
                columns = asked[number]
                for cell in cell_tags(row) if columns else ():
                    if cell.column in columns:
                        self._formats[number, cell.column] = cell.format
                        if not empty_until(row, cell):
                            self.held.add((number, cell.column))

    def _body(self) -> tuple[bytes, Rows]:
        """The tag that begins the rows, and the rows."""
        cuts = self._cuts()
        tag = next(tag for _, tag in cuts if tag)
        return tag, iter([(0, b"")]) if tag.endswith(b"/>") else _rows(cuts)

    def _written(self, change: RowChange) -> Iterator[bytes]:
        frame, data = self.frame, self.data
        if data is None:
            yield frame.content()
            return
        yield frame.between(0, data.start)
        tag, rows = self._body()
        yield tag if not tag.endswith(b"/>") else tag[:-2] + b">"
        yield from change(rows)
        yield f"</{data.prefix}{data.name}>".encode()
        yield frame.between(data.end, frame.length)


def _rows(cuts: Iterator[tuple[bytes, bytes]]) -> Rows:
    number = 0
    text: list[bytes] = []
    for before, tag in cuts:
        text.append(before)
        if is_row(tag):
            yield number, b"".join(text)
            number, text = row_number(tag, number), [tag]
        elif tag:
            break
    yield number, b"".join(text)


def unchanged(rows: Rows) -> Iterator[bytes]:
    """The rows as they are."""
    return (row for _, row in rows)


def asked_for(places: Iterable[Place], rows: Iterable[int] = ()) -> Asked:
    """What to ask a sheet so that it knows the formats of some cells, and the attributes of further rows."""
    asked: defaultdict[int, set[int]] = defaultdict(set)
    for row, column in places:
        asked[row].add(column)
    for row in rows:
        asked.setdefault(row, set())
    return asked


def reformatted(formats: Mapping[Place, int], prefix: str) -> RowChange:
    """Rows in which some cells have other formats; what is not there is put in, empty."""
    by_row: dict[int, dict[int, int]] = {}
    for (row, column), number in formats.items():
        by_row.setdefault(row, {})[column] = number

    def change(rows: Rows) -> Iterator[bytes]:
        missing = sorted(by_row, reverse=True)
        for number, text in rows:
            while missing and missing[-1] < number:
                yield new_row(prefix, missing[-1], by_row[missing.pop()])
            if missing and missing[-1] == number:
                yield with_formats(number, text, by_row[missing.pop()])
            else:
                yield text
        for number in reversed(missing):
            yield new_row(prefix, number, by_row[number])

    return change
