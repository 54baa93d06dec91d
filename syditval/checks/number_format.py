"""What a number format leaves to be seen of a number or a date."""

from __future__ import annotations

import re
from functools import lru_cache

# What stands for itself or for nothing: quoted and escaped characters, gaps, fillings, colours and
# currencies. Hours, minutes and seconds in brackets are the number.
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_PLACEHOLDER = re.compile(r"[^\W_]|[#?@]")


@lru_cache(maxsize=4096)
def hides(number_format: str, is_negative: bool) -> bool:
    """Whether a format shows nothing of a number above or below zero, as ``;;;`` does.

    Sections are for numbers above zero, below zero, zero, and texts. One whose sections have
    conditions of their own hides where none of them shows anything.
    """
    empty = [not _PLACEHOLDER.search(part) for part in _LITERAL.sub("", number_format).split(";")[:3]]
    if not number_format or _CONDITION.search(number_format):
        return bool(number_format) and all(empty)
    return empty[1] if is_negative and len(empty) > 1 else empty[0]


def shows_time_alone(number_format: str) -> bool:
    """Whether a format shows the time of day and no date, as ``h:mm`` does."""
    letters = set(_LITERAL.sub("", number_format).lower())
    return not letters.isdisjoint("hs") and letters.isdisjoint("dy")
