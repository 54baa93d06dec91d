"""Amounts as people write them: one anchored grammar, and what it cannot read it refuses.

Accepted, as seen in published Swedish reports and system exports: groups of exactly three set off
by any kind of space, a full stop, an apostrophe or (with a decimal point) a comma; a decimal comma
or point; one sign, in front with or without a space, behind, or as brackets, in any hyphen or
minus character; a unit or a percent sign; footnote marks. Refused: two numbers run together
("12 106 3 463"), "12 34", "1_200", "1e3", digits of other scripts, approximations ("ca 3 000").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from syditval.model.amounts import Unit
from syditval.recognition.units import UNIT_WORDS, unit_named


class Mark(StrEnum):
    """The decimal mark: it settles whether "202.000" is 202 000 or 202."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number as written: its value, how many decimals, and the unit or percent sign beside it."""

    value: Decimal
    decimals: int
    unit: Unit | None = None
    percent: bool = False


_NIL = frozenset({"-", "--", "..", "...", "ej aktuellt", "stängt"})

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2019\u02bc\u00b4`"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_CLEANING = str.maketrans(
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_INVISIBLE + _SUPERSCRIPTS)
)

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


def clean(text: str) -> str:
    """A text with one kind of space, hyphen and apostrophe, and without invisible characters."""
    translated = _unscrambled(text).translate(_CLEANING)
    spaced = "".join(" " if unicodedata.category(char) == "Zs" else char for char in translated)
    return spaced.strip().removeprefix("'").strip()


def _unscrambled(text: str) -> str:
    """UTF-8 that was opened as cp1252 ("âˆ’6Â 827"), put right; any other text as it is."""
    if not any(char in text for char in "âÂÃ"):
        return text
    try:
        # Editors turn the no-break space that belongs to "Â" into a plain one.
        return text.replace("Â ", "Â\xa0").encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def is_nil(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, dots, or words to that effect."""
    return clean(text).casefold() in _NIL


def readings(text: str) -> dict[Mark, WrittenAmount]:
    """What a text says under each decimal mark; empty where it is no amount at all."""
    cleaned = clean(text)
    found = ((mark, pattern.fullmatch(cleaned)) for mark, pattern in _PATTERNS.items())
    return {mark: _amount(match) for mark, match in found if match and _is_signed_once(match)}


def _is_signed_once(match: re.Match[str]) -> bool:
    in_brackets = bool(match["open"] and match["close"])
    if bool(match["open"]) != bool(match["close"]):
        return False
    return sum((bool(match["sign"]), bool(match["trailing"]), in_brackets)) <= 1


def _amount(match: re.Match[str]) -> WrittenAmount:
    whole = re.sub(r"\D", "", match["whole"])
    decimals = match["decimals"] or ""
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    if match["sign"] == "-" or match["trailing"] or match["open"]:
        value = -value
    return WrittenAmount(
        value=value + 0,
        decimals=len(decimals),
        unit=unit_named(match["unit"]) if match["unit"] else None,
        percent=bool(match["percent"]),
    )


def decimal_mark(texts: list[str]) -> Mark:
    """The decimal mark of a whole table: what its unambiguous amounts use, a comma where none tells."""
    votes = dict.fromkeys(Mark, 0)
    for text in texts:
        found = readings(text)
        if len(found) == 1:
            votes[next(iter(found))] += 1
    return Mark.POINT if votes[Mark.POINT] > votes[Mark.COMMA] else Mark.COMMA


def read_amount(text: str, mark: Mark) -> WrittenAmount | None:
    """The amount that a text states in a table with a decimal mark, or None.

    A text that only one mark can explain is read by that mark, whatever the table's.
    """
    found = readings(text)
    if mark in found:
        return found[mark]
    return next(iter(found.values()), None)
