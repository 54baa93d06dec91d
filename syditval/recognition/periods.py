"""The date a table speaks of, from its title and headings."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?"

_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_LONG = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)")
_SPELT = re.compile(rf"(?<!\d)(\d{{1,2}})\s+{_MONTH}\s+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)
_SPAN = re.compile(rf"\b{_MONTH}\s*[-\u2013]\s*{_MONTH}\s+((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)


def period_of(texts: Iterable[str]) -> str:
    """The last date that the texts name, as YYYY-MM-DD, or an empty string.

    Read are 2024-04-30, 20240430, 240430, "30 april 2024" and "jan-apr 2024" (its last day).
    """
    return max((day.isoformat() for text in texts for day in _days(text)), default="")


def _days(text: str) -> Iterable[date]:
    for pattern, century in ((_ISO, 0), (_LONG, 0), (_SHORT, 2000)):
        for year, month, day in pattern.findall(text):
            yield from _day(int(year) + century, int(month), int(day))
    for day, month, year in _SPELT.findall(text):
        yield from _day(int(year), _month(month), int(day))
    for _, month, year in _SPAN.findall(text):
        yield from _day(int(year), _month(month), monthrange(int(year), _month(month))[1])


def _month(name: str) -> int:
    return _MONTHS.index(name.casefold()) + 1


def _day(year: int, month: int, day: int) -> Iterable[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        # Six digits that are no date: a project number, an amount.
        return
