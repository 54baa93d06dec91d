"""Units as they are named in titles, headers, corner cells and amounts."""

from __future__ import annotations

import re

from syditval.model.amounts import Unit

_NAMES = {
    Unit.KR: ("kronor", "kr", "sek"),
    Unit.TKR: ("tusental kronor", "tusen kronor", "tusental kr", "tkr", "kkr"),
    Unit.MKR: ("miljoner kronor", "miljoner kr", "miljoner", "mnkr", "mkr", "milj kr"),
    Unit.MDKR: ("miljarder kronor", "miljarder kr", "miljarder", "mdkr", "mdr"),
}
_UNITS = {name: unit for unit, names in _NAMES.items() for name in names}


def _pattern(name: str) -> str:
    # In lower case it is a second.
    return "(?-i:SEK)" if name == "sek" else re.escape(name).replace(r"\ ", r"\s+")


# Longest first, so that "tusental kronor" is not read as "kronor".
UNIT_WORDS = "|".join(_pattern(name) for name in sorted(_UNITS, key=len, reverse=True))
_IN_TEXT = re.compile(rf"(?<![^\W\d_])({UNIT_WORDS})(?![^\W\d_])", re.IGNORECASE)


def unit_named(word: str) -> Unit:
    """The unit that a name stands for; spelling variants are one unit. Raises KeyError for no unit."""
    return _UNITS[" ".join(word.casefold().split())]


def unit_in(text: str) -> Unit | None:
    """The first unit that a text names as a word of its own, or None."""
    match = _IN_TEXT.search(text)
    return unit_named(match[1]) if match else None
