"""Rows and entries of the review sheet: a value with its look and, for a place, a link to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from syditval.annotation.line_count import line_count
from syditval.annotation.styles import TINTS, Look
from syditval.model.record import exact
from syditval.model.rule import Severity

# The columns that every block keeps to, named by what a finding has there, with their least widths.
WIDTHS = {
    **{"severity": 12, "code": 8, "cell": 16, "row": 24, "column": 22, "message": 54, "expected": 12},
    **{"found": 12, "difference": 12, "bound": 12, "unit": 13, "note": 12},
}

_LINE = "D9D9D9"
_STRONG_LINE = "7F7F7F"
_SHADE = "EDEDED"
_GREY = "595959"
_LINK = "0563C1"
_MOST_DECIMALS = 8

TITLE = Look(bold=True, size=16)
HEADING = Look(bold=True, size=12)
LABEL = Look(color=_GREY)
PLAIN = Look()
TEXT = Look(line=_LINE, wrap=True)
CENTRED = Look(line=_LINE, align="center")
MARK = Look(line=_LINE, bold=True, align="center")
SIGN = Look(bold=True, align="center")
PLACE = Look(line=_LINE, color=_LINK, underline=True)
TINTED = {severity: Look(line=_LINE, fill=tint, bold=True) for severity, tint in TINTS.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of the review sheet. ``link`` is where in the workbook it leads, empty for nowhere."""

    value: str | int | Decimal
    look: Look = TEXT
    link: str = ""


# The entries of a row by the name of their column.
Row = dict[str, Entry]


def ruled(row: Row) -> Row:
    """A row with its line drawn through all columns, also those where it holds nothing."""
    return {column: row.get(column, Entry("")) for column in WIDTHS}


def lines(row: Row) -> int:
    """How many lines the row needs."""
    return max((_lines(entry, WIDTHS[column]) for column, entry in row.items()), default=1)


def _lines(entry: Entry, width: int) -> int:
    if not entry.look.wrap or not isinstance(entry.value, str):
        return 1
    # A width counts digits: common letters are narrower, bold ones are not.
    fitting = width if entry.look.bold else width * 10 // 9
    return line_count(entry.value, fitting)


def head(text: str, number: bool, centred: bool) -> Entry:
    """The head of a column, set like what stands below it."""
    align = "right" if number else "center" if centred else ""
    return Entry(text, Look(bold=True, fill=_SHADE, line=_STRONG_LINE, wrap=True, align=align))


def place(address: str) -> Entry:
    """An address that leads to where it names; none is a blank."""
    return Entry(address, PLACE, address) if address else Entry("")


def tinted(severity: Severity, word: str) -> Entry:
    """The word for a severity, on its tint."""
    return Entry(word.capitalize(), TINTED[severity])


def count(number: int) -> Entry:
    """How many of something there are."""
    return Entry(number, Look(line=_LINE, number_format="#,##0"))


def amount(value: Decimal) -> Entry:
    """An amount with all the decimals that it has."""
    return Entry(value, Look(line=_LINE, number_format=_format(value)))


def difference(value: Decimal) -> Entry:
    """An amount that shows its sign."""
    code = _format(value)
    return Entry(value, Look(line=_LINE, number_format=f"+{code};-{code};{code}"))


def _format(value: Decimal) -> str:
    decimals = len(exact(value).partition(".")[2])
    return "#,##0" + ("." + "0" * min(decimals, _MOST_DECIMALS) if decimals else "")
