"""What a case is: a workbook made for it, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from syditval.model.cells import Cell, CellKind, Workbook
from syditval.model.trait import TraitKind
from syditval.reading.limits import Limits
from tests.reading.raw_package import MAIN, OFFICE, raw_parts, zipped

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
BOOK_RELS = "xl/_rels/workbook.xml.rels"
RELS = "_rels/.rels"
TYPES = "[Content_Types].xml"
STYLES = "xl/styles.xml"
STRINGS = "xl/sharedStrings.xml"

# The honest workbook that every case is made from, and what is read of it.
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Löner</t></is></c><c r="B1"><v>1200</v></c></row>'
HONEST = 'Drift: A1 "Löner", B1 1200'

DECORATION = frozenset({TraitKind.BROKEN_DECORATION})
FORMATS = frozenset({TraitKind.UNKNOWN_FORMATS})
NAMES = frozenset({TraitKind.IRREGULAR_PARTS})


@dataclass(frozen=True, slots=True)
class Case:
    """A workbook and what comes of it: a code and what its sentence names, or what is read.

    ``noticed`` are the traits that must be noticed, ``may_notice`` those that may be besides.
    """

    name: str
    content: bytes = field(repr=False)
    outcome: str
    says: tuple[str, ...] = ()
    noticed: frozenset[TraitKind] = frozenset()
    may_notice: frozenset[TraitKind] = frozenset()
    limits: Limits = field(default_factory=Limits, repr=False)
    file: str = "april.xlsx"

    @property
    def is_refused(self) -> bool:
        """Whether the outcome is a refusal."""
        return ":" not in self.outcome


def honest(parts: Mapping[str, str | bytes | None] | None = None, row: str = ROW, **around: str) -> bytes:
    """The honest workbook, with some parts replaced, added or (None) left out."""
    whole: dict[str, str | bytes | None] = {**raw_parts(row, **around), **(parts or {})}
    return zipped({name: content for name, content in whole.items() if content is not None})


def part(name: str, row: str = ROW) -> str:
    """A part of the honest workbook."""
    return raw_parts(row)[name]


def edited(name: str, old: str, new: str, parts: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """The honest workbook with a change in the text of one part."""
    text = part(name)
    if old not in text:
        raise ValueError(f"{name} holds no {old}")
    return honest({name: text.replace(old, new), **(parts or {})})


def cells(xml: str, parts: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """A workbook whose one row holds the cells."""
    return honest(parts, row=f'<row r="1">{xml}</row>')


def rows(xml: str) -> bytes:
    """A workbook whose sheet holds the rows."""
    return honest(row=xml)


def with_strings(texts: str | bytes | None, row: str = ROW) -> bytes:
    """The honest workbook, or one with another row, that refers to shared texts: a whole part, or None."""
    relation = (
        f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    changed = part(BOOK_RELS).replace("</Relationships>", relation)
    return honest({BOOK_RELS: changed, STRINGS: texts}, row)


def strings(items: str) -> str:
    """A table of shared texts."""
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def rearranged(change: Callable[[str], str], name: str = SHEET) -> bytes:
    """The honest workbook with one part made anew from what it was."""
    return honest({name: change(part(name))})


def shown(workbook: Workbook) -> str:
    """What was read, as one line: ``Drift: A1 "Löner", B1 1200 | Blad2: ``."""
    return " | ".join(
        f"{sheet.name}: "
        + ", ".join(f"{sheet.ref(*place).a1} {_written(cell)}" for place, cell in sorted(sheet.cells.items()))
        for sheet in workbook.sheets
    )


def _written(cell: Cell) -> str:
    return _value(cell) + (f" {cell.formula}" if cell.formula is not None else "")


def _value(cell: Cell) -> str:
    match cell.kind, cell.value:
        case CellKind.NUMBER, Decimal() as number:
            return f"{(number + 0).normalize():f}"
        case CellKind.DATE, datetime() as moment:
            return moment.isoformat(sep=" ").removesuffix(" 00:00:00")
        case CellKind.TEXT, str(text):
            return f'"{text}"'
        case CellKind.BOOLEAN, bool(truth):
            return str(truth).upper()
        case CellKind.ERROR, str(text):
            return f"error {text}"
        case CellKind.NOT_CALCULATED, None:
            return "not calculated"
    raise AssertionError(f"a cell that is none: {cell}")
