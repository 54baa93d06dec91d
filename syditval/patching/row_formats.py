"""Formats of the cells of a row: a few get another, and all else stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from syditval.model.cells import column_letters
from syditval.patching.cell_names import place_named
from syditval.patching.document import with_attributes
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import element

# What is inside a comment, a CDATA section or an instruction is no tag.
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"|(?P<cell><(?:[\w.-]+:)?c(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    rb"|(?P<end></(?:[\w.-]+:)?row\s*>)",
    re.DOTALL,
)
_CELL_END = re.compile(rb"\s*</(?:[\w.-]+:)?c\s*>")
_ROW_TAG = re.compile(rb"<([\w.-]+:)?row(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_ATTRIBUTE = re.compile(rb"""\s([\w.:-]+)\s*=\s*("[^"&]*"|'[^'&]*')""")
_FORMAT = re.compile(rb"""\ss\s*=\s*["']\s*(\d*)\s*["']""")

# A column further right than any.
_BEYOND = 16385


@dataclass(frozen=True, slots=True)
class CellTag:
    """The start tag of a cell: where it stands in the text of its row, its column, its format."""

    start: int
    text: bytes
    column: int

    @property
    def end(self) -> int:
        """Where the tag ends."""
        return self.start + len(self.text)

    @property
    def format(self) -> int:
        """The number of the cell's format."""
        stated = _FORMAT.search(self.text)
        return int(stated[1] or 0) if stated else 0

    def with_format(self, number: int) -> bytes:
        """The tag with another format."""
        return with_attributes(self.text.decode(), {"s": str(number)}).encode()


def cell_tags(row: bytes) -> Iterator[CellTag]:
    """The cells of a row: each in the column that it states, else in the one after the cell before it."""
    return (tag for tag in _tags(row) if tag.text)


def empty_until(row: bytes, cell: CellTag) -> int:
    """Where a cell of a row ends that holds nothing; 0 for one that holds something."""
    if cell.text.endswith(b"/>"):
        return cell.end
    ending = _CELL_END.match(row, cell.end)
    return ending.end() if ending else 0


def format_pattern(formats: Collection[int]) -> re.Pattern[bytes]:
    """What is found in a row that has a cell of one of some formats, and in few others."""
    numbers = "|".join(map(str, sorted(formats))) or r"\b\B"
    return re.compile(rf"\ss\s*=\s*[\"']\s*(?:{numbers})\s*[\"']".encode())


def formats_in(row: bytes) -> Iterator[int]:
    """The numbers of formats that a row and its cells name, and perhaps others."""
    return (int(number or 0) for number in _FORMAT.findall(row))


def row_attributes(row: bytes) -> dict[str, str]:
    """The attributes of a row, without those whose values need to be decoded."""
    return {name.decode(): value[1:-1].decode() for name, value in _ATTRIBUTE.findall(_parted(row)[0])}


def with_formats(number: int, row: bytes, formats: Mapping[int, int]) -> bytes:
    """A row whose cells in some columns have other formats; nothing else about them is changed.

    A cell that the row does not hold is put in, empty.
    """
    opening, prefix, body = _parted(row)
    missing = sorted(formats, reverse=True)
    pieces: list[bytes] = []
    done = 0
    is_hint_right = True
    for cell in _tags(body):
        pieces.append(body[done : cell.start])
        done = cell.start
        while missing and missing[-1] < cell.column:
            pieces.append(_empty_cell(prefix, number, missing[-1], formats[missing.pop()]))
            is_hint_right = False
        if missing and missing[-1] == cell.column:
            pieces.append(cell.with_format(formats[missing.pop()]))
            done = cell.end
    if not is_hint_right:
        # The columns that a row says it spans are a hint.
        opening = with_attributes(opening.decode(), {"spans": None}).encode()
    return b"".join([opening, *pieces, body[done:]])


def new_row(prefix: str, number: int, formats: Mapping[int, int]) -> bytes:
    """A row of empty cells."""
    return with_formats(number, element(f"{prefix}row", {"r": str(number)}).encode(), formats)


def _empty_cell(prefix: str, row: int, column: int, style: int) -> bytes:
    return element(f"{prefix}c", {"r": f"{column_letters(column)}{row}", "s": str(style)}).encode()


def _tags(row: bytes) -> Iterator[CellTag]:
    """The cells of a row, and its end as one beyond them."""
    column = 0
    for found in _TAG.finditer(row):
        if tag := found["cell"]:
            stated = _ADDRESS.search(tag)
            column = place_named(stated[1].decode())[1] if stated and stated[1] else column + 1
            yield CellTag(found.start(), tag, column)
        elif found["end"]:
            yield CellTag(found.start(), b"", _BEYOND)


def _parted(row: bytes) -> tuple[bytes, str, bytes]:
    """The start tag of a row, the prefix of its name, and what follows, which always has an end tag."""
    opening = _ROW_TAG.match(row)
    if opening is None:
        raise CannotAnnotate("A009", part="row")
    tag, prefix = opening[0], (opening[1] or b"").decode()
    if not tag.endswith(b"/>"):
        return tag, prefix, row[opening.end() :]
    return tag[:-2].rstrip() + b">", prefix, f"</{prefix}row>".encode() + row[opening.end() :]
