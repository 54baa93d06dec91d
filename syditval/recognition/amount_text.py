"""Amounts as people write them: one anchored grammar, and what it cannot read it refuses.

Accepted, as seen in published Swedish reports and system exports: groups of exactly three set off
by any kind of space, a full stop, an apostrophe or (with a decimal point) a comma; a decimal comma
or point; one sign, in front with or without a space, behind, or as brackets, in any hyphen or
minus character; a unit or a percent sign; footnote marks. Refused: two numbers run together
("12 106 3 463"), "12 34", "1_200", "1e3", digits of other scripts, approximations ("ca 3 000").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from syditval.model.amounts import Unit
from syditval.recognition.plain_text import clean
from syditval.recognition.units import UNIT_WORDS, unit_named


class Mark(StrEnum):
    """The decimal mark: it settles whether "202.000" is 202 000 or 202."""

    COMMA = ","
    POINT = "."


_MARKS = frozenset(Mark)


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number as written: its value, how many decimals, and the unit or percent sign beside it."""

    value: Decimal
    decimals: int
    unit: Unit | None = None
    percent: bool = False


_NIL = frozenset({"-", "--", "..", "...", "ej aktuellt", "stängt"})

# Under a decimal comma the full stop may group, under a decimal point the comma may.
_GROUPS = {
    Mark.COMMA: r"(?:[ ]\d{3})+|(?:\.\d{3})+|(?:'\d{3})+",
    Mark.POINT: r"(?:[ ]\d{3})+|(?:,\d{3})+|(?:'\d{3})+",
}
_SHAPE = r"""
    (?P<open>\()? \s* (?P<sign>[-+]?) \s*
    (?P<whole>\d{{1,3}}(?:{groups})|\d+) (?:{mark}(?P<decimals>\d+))?
    (?P<trailing>-)? \s* (?P<close>\))? \s*
    (?:(?P<percent>%|procent)|(?P<unit>{units}))? \s*
    (?:\*+|\d\))?
"""
_PATTERNS = {
    mark: re.compile(
        _SHAPE.format(groups=_GROUPS[mark], mark=re.escape(mark), units=UNIT_WORDS),
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )
    for mark in Mark
}


def is_nil(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, dots, or words to that effect."""
    return clean(text).casefold() in _NIL


def readings(text: str) -> dict[Mark, WrittenAmount]:
    """What a text says under each decimal mark; empty where it is no amount at all."""
    cleaned = clean(text)
    return {mark: amount for mark in Mark if (amount := _reading(cleaned, mark)) is not None}


def _reading(cleaned: str, mark: Mark) -> WrittenAmount | None:
    match = _PATTERNS[mark].fullmatch(cleaned)
    return _amount(match) if match and _is_signed_once(match) else None


def _is_signed_once(match: re.Match[str]) -> bool:
    in_brackets = bool(match["open"] and match["close"])
    if bool(match["open"]) != bool(match["close"]):
        return False
    return sum((bool(match["sign"]), bool(match["trailing"]), in_brackets)) <= 1


def _amount(match: re.Match[str]) -> WrittenAmount:
    whole = re.sub(r"\D", "", match["whole"])
    decimals = match["decimals"] or ""
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    is_negative = match["sign"] == "-" or match["trailing"] or match["open"]
    return WrittenAmount(
        value=value.copy_negate() if is_negative and value else value,
        decimals=len(decimals),
        unit=unit_named(match["unit"]) if match["unit"] else None,
        percent=bool(match["percent"]),
    )


def decimal_mark(texts: Iterable[str]) -> Mark:
    """The decimal mark of a whole table: what its unambiguous amounts use, a comma where none tells."""
    votes = dict.fromkeys(Mark, 0)
    for text in texts:
        if not _MARKS.isdisjoint(text):
            found = readings(text)
            if len(found) == 1:
                votes[next(iter(found))] += 1
    return Mark.POINT if votes[Mark.POINT] > votes[Mark.COMMA] else Mark.COMMA


def read_amount(text: str, mark: Mark) -> WrittenAmount | None:
    """The amount that a text states in a table with a decimal mark, or None.

    A text that only one mark can explain is read by that mark, whatever the table's.
    """
    cleaned = clean(text)
    other = Mark.POINT if mark is Mark.COMMA else Mark.COMMA
    return _reading(cleaned, mark) or _reading(cleaned, other)
