"""Headings compared by what they say, not by how a narrow cell, a year or a footnote broke them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from syditval.model.kind import ColumnKind, TableKind
from syditval.recognition.units import UNIT_WORDS

_DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|(?:19|20)\d{2})(?!\d)")
_DATE_SPELT = re.compile(
    r"\b\d{1,2}\s+(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)
_BRACKETED_UNIT = re.compile(rf"[(\[]\s*(?:i\s+)?(?:{UNIT_WORDS}|%)\s*[)\]]", re.IGNORECASE)
_UNIT_LINE = re.compile(rf"(?:[,;]?\s*(?:belopp\s+)?i?\s*\b(?:{UNIT_WORDS}))\s*\Z", re.IGNORECASE)
_NOT_KEPT = re.compile(r"[^a-zåäöéüæø%]+")


def squash(text: str) -> str:
    """A heading's letters in lower case, without spaces, years, dates, footnote marks and units.

    "BUDGE T", "Budget 2024" and "Budget (tkr)" all give "budget"; a percent sign stays, since it
    tells "Förbrukning %" from "Förbrukning".
    """
    lowered = unicodedata.normalize("NFKC", text).casefold()
    percent = "%" if _BRACKETED_UNIT.search(lowered) and "%" in lowered else ""
    without_unit = _UNIT_LINE.sub("", _BRACKETED_UNIT.sub(" ", lowered))
    undated = _DATE_SPELT.sub(" ", _DATE.sub(" ", without_unit))
    return _NOT_KEPT.sub("", undated) + percent


@cache
def _names(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squash(header) for header in headers) - {""}


def reads_as(text: str, column: ColumnKind) -> bool:
    """Whether a heading may be that of a column."""
    squashed = squash(text)
    if not squashed:
        return False
    return squashed in _names(column.headers) or any(
        pattern.fullmatch(squashed) for pattern in column.patterns
    )


def roles_of(text: str, kind: TableKind) -> tuple[str, ...]:
    """Every role of a kind that a heading may stand for, in the kind's order."""
    return tuple(column.role for column in kind.columns if reads_as(text, column))


def begins_with(label: str, names: Iterable[str]) -> bool:
    """Whether a row label is one of the names or begins with one as a whole word ("Summa drift")."""
    words = " ".join(unicodedata.normalize("NFKC", label).casefold().split())
    return any(
        words == name or re.match(rf"{re.escape(name)}(?![^\W_])", words)
        for name in (other.casefold() for other in names)
    )
