"""Headings compared by what they say, not by how a narrow cell, a year or a footnote broke them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from syditval.model.kind import TableKind
from syditval.recognition.periods import MONTHS
from syditval.recognition.plain_text import unscrambled
from syditval.recognition.units import UNIT_WORDS

_DATE_SPELT = re.compile(rf"\b\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\b")
_MONTH_BEGINNINGS = tuple(month[:3] for month in MONTHS)
_BRACKETED_UNIT = re.compile(rf"[(\[]\s*(?:i\s+)?(?:{UNIT_WORDS})\s*[)\]]", re.IGNORECASE)
_UNIT_LINE = re.compile(rf"(?:[,;]?\s*(?:belopp\s+)?i?\s*\b(?:{UNIT_WORDS}))\s*\Z", re.IGNORECASE)
_NOT_KEPT = re.compile(r"[^a-zåäöéüæø%]+")


def squash(text: str) -> str:
    """A heading's letters in lower case, without spaces, years, dates, footnote marks and units.

    "BUDGE T", "Budget 2024" and "Budget (tkr)" all give "budget"; a percent sign stays, since it
    tells "Förbrukning %" from "Förbrukning".
    """
    plain = unicodedata.normalize("NFKC", unscrambled(text))
    unitless = _UNIT_LINE.sub("", _BRACKETED_UNIT.sub(" ", plain))
    return _NOT_KEPT.sub("", _DATE_SPELT.sub(" ", unitless.casefold()))


@cache
def _names(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squash(header) for header in headers) - {""}


def roles_of(text: str, kind: TableKind) -> tuple[str, ...]:
    """Every role of a kind that a heading may stand for, in the kind's order."""
    squashed = squash(text)
    if not squashed:
        return ()
    return tuple(
        column.role
        for column in kind.columns
        if squashed in _names(column.headers)
        or any(pattern.fullmatch(squashed) for pattern in column.patterns)
    )


def header_rank(text: str, kind: TableKind, role: str) -> int:
    """How far down the list of a role's headers a heading stands; their number where it is not listed."""
    column = kind.column(role)
    names = [squash(header) for header in column.headers] if column else []
    return (*names, squash(text)).index(squash(text))


def heading_beginnings(kind: TableKind) -> Callable[[str], bool]:
    """A quick test whether a text is a heading of the kind, or how one begins that goes on below.

    Of a heading that only a pattern knows, the first row has to fit the pattern alone or to begin
    with a month ("Januari-april" over "Budget").
    """
    names = {name for column in kind.columns for name in _names(column.headers)}
    beginnings = {name[:end] for name in names for end in range(1, len(name) + 1)}
    patterns = [pattern for column in kind.columns for pattern in column.patterns]

    def may_begin(text: str) -> bool:
        squashed = squash(text)
        return bool(squashed) and (
            squashed in beginnings
            or squashed.startswith(_MONTH_BEGINNINGS)
            or any(pattern.fullmatch(squashed) for pattern in patterns)
        )

    return may_begin


def symbol(label: str) -> str:
    """A row label's letters and digits in lower case: what stays the same however it is typeset."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", unscrambled(label)).casefold()))


def begins_with(label: str, names: Iterable[str]) -> bool:
    """Whether a row label is one of the names or begins with one as a whole word ("Summa drift")."""
    words = " ".join(unicodedata.normalize("NFKC", label).casefold().split())
    match = _beginning(tuple(names)).match(words)
    return match is not None


@cache
def _beginning(names: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(name.casefold()) for name in names)
    return re.compile(rf"(?:{choices})(?![^\W_])") if names else re.compile(r"(?!)")
