"""Rows and entries of the review sheet: a value with its look and, for a place, a link to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from syditval.annotation.review_columns import WIDTHS
from syditval.model.record import exact
from syditval.model.rule import Severity
from syditval.patching.fills import HATCHING, TINTS
from syditval.patching.styles import Look

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
SIGN = Look(bold=True)
NUMBER = Look(number_format="#,##0", align="center")
COUNT = Look(line=_LINE, number_format="#,##0")
TEXT = Look(line=_LINE, wrap=True)
STRONG = Look(line=_LINE, wrap=True, bold=True)
CENTRED = Look(line=_LINE, align="center")
PLACE = Look(line=_LINE, color=_LINK, underline=True, wrap=True)
HATCHED = Look(line=_LINE, fill=HATCHING.color, pattern=HATCHING.pattern)
TINTED = {severity: Look(line=_LINE, fill=tint, bold=True) for severity, tint in TINTS.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of the review sheet. ``link`` is where in the workbook it leads, empty for nowhere."""

    value: str | int | Decimal
    look: Look = TEXT
    link: str = ""


# The entries of a row by the name of their column.
Row = dict[str, Entry]

_RULED = dict.fromkeys(WIDTHS, Entry(""))


def ruled(row: Row) -> Row:
    """A row with its line drawn through all columns, also those where it holds nothing."""
    return _RULED | row


def unlinked(row: Row) -> Row:
    """A row whose places lead nowhere."""
    return {
        column: replace(entry, look=TEXT, link="") if entry.link else entry for column, entry in row.items()
    }


def head(text: str, align: str = "") -> Entry:
    """The head of a column, set like what stands below it."""
    return Entry(text, Look(bold=True, fill=_SHADE, line=_STRONG_LINE, wrap=True, align=align))


def place(address: str) -> Entry:
    """An address that leads to where it names; none is a blank."""
    return Entry(address, PLACE, address) if address else Entry("")


def tinted(severity: Severity, word: str) -> Entry:
    """The word for a severity, on its tint."""
    return Entry(word.capitalize(), TINTED[severity])


def count(number: int) -> Entry:
    """How many of something there are."""
    return Entry(number, COUNT)


def amount(value: Decimal | None) -> Entry:
    """An amount with all the decimals that it has; what is not known is a blank."""
    return Entry("") if value is None else Entry(value, Look(line=_LINE, number_format=_format(value)))


def difference(value: Decimal) -> Entry:
    """An amount that shows its sign."""
    code = _format(value)
    return Entry(value, Look(line=_LINE, number_format=f"+{code};-{code};{code}"))


def _format(value: Decimal) -> str:
    decimals = len(exact(value).partition(".")[2])
    return "#,##0" + ("." + "0" * min(decimals, _MOST_DECIMALS) if decimals else "")
