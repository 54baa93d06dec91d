"""What may stand in a cell as a value of each type; the grammar is XML Schema's, in ASCII."""

from __future__ import annotations

import re
from math import isinf

TYPES = frozenset(("n", "s", "str", "b", "e", "d", "inlineStr"))
# What XML Schema takes for blank around a number.
BLANKS = " \t\r\n"

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,300}\.?[0-9]{0,100}|\.[0-9]{1,100})(?:[eE][+-]?[0-9]{1,3})?\Z")
_NOT_FINITE = frozenset(("nan", "inf", "-inf", "+inf", "infinity", "-infinity", "-nan"))
_INDEX = re.compile(r"[0-9]{1,9}\Z")
_BOOLEANS = frozenset(("0", "1", "true", "false"))


def is_number(text: str) -> bool:
    """Whether a text is a number that a spreadsheet can hold."""
    text = text.strip(BLANKS)
    return _NUMBER.match(text) is not None and not isinf(float(text))


def is_finite(text: str) -> bool:
    """Whether a text in a number's place is not one of the ways to say that there is no number."""
    return text.strip(BLANKS).lower() not in _NOT_FINITE


def is_boolean(text: str) -> bool:
    """Whether a text is a truth value."""
    return text.strip(BLANKS) in _BOOLEANS


def is_index(text: str, count: int) -> bool:
    """Whether a text is the number of one of so many shared texts, counted from 0."""
    text = text.strip(BLANKS)
    return _INDEX.match(text) is not None and int(text) < count
