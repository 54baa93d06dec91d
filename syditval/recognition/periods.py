"""The date a table speaks of, from its title and headings, and the month that any text does."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_YEAR = r"((?:19|20)\d{2})"

_FULL_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_ISO = re.compile(rf"(?<!\d){_YEAR}-(\d{{2}})-(\d{{2}})(?!\d)")
_LONG = re.compile(rf"(?<!\d){_YEAR}(\d{{2}})(\d{{2}})(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)")
_MONTH = re.compile(rf"(?<!\d){_YEAR}(0[1-9]|1[0-2])(?!\d)")
_MONTH_NAMED = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in MONTHS)
_SPELT = re.compile(rf"(?:(?<!\d)(\d{{1,2}})\s+|\b)({_MONTH_NAMED})\.?\s+{_YEAR}(?!\d)", re.IGNORECASE)
_PART = re.compile(rf"\b(t|tertial|kv|kvartal)\.?\s*([1-4]),?\s+{_YEAR}(?!\d)", re.IGNORECASE)
_MONTHS_OF_PART = {"t": 4, "k": 3}

_ISO_MONTH = re.compile(rf"(?<![\d-]){_YEAR}-(0[1-9]|1[0-2])(?![\d-])")
_NAMED = re.compile(rf"(?<![^\W\d_])(?:(?<!\d)(\d{{1,2}})\s+)?({_MONTH_NAMED})(?![^\W\d_])", re.IGNORECASE)
_PART_NUMBERED = re.compile(r"\b(t|(?:tertial|kv|kvartal)[^\W\d]*\.?\s*)([1-4])\b", re.IGNORECASE)
_PART_ORDINAL = re.compile(r"\b(första|andra|tredje|fjärde)\s+(tertial|kvartal)", re.IGNORECASE)
_ORDINALS = ("första", "andra", "tredje", "fjärde")
# The last day of the shortest month.
_EARLIEST_END = 28


class Month(NamedTuple):
    """The last month that a text speaks of; ``year`` is None where it does not say of which year."""

    month: int
    year: int | None


def month_of(text: str) -> Month | None:
    """The last month of what a text speaks of, or None.

    Read are what ``period_of`` reads, 2024-04 and, without a year, "jan-apr", "t.o.m. april", "30 april",
    "tertial 1", "T1", "första tertialet" and "kvartal 2". A year elsewhere in the text is that of its month.
    """
    dated = [Month(day.month, day.year) for day in _days(text)]
    dated += [Month(int(month), int(year)) for year, month in _ISO_MONTH.findall(text)]
    if dated:
        return max(dated, key=lambda each: (each.year, each.month))
    months = [month for month in _months_alone(text) if month <= len(MONTHS)]
    return Month(max(months), year_of(text)) if months else None


def is_mid_month(text: str) -> bool:
    """Whether the last day that a text names ends no month: one of writing or meeting, not one reached."""
    last = max(_days(text), default=None)
    if last is not None:
        return last.day != monthrange(last.year, last.month)[1]
    return any(day and int(day) < _EARLIEST_END for day, _ in _NAMED.findall(text))


def period_of(texts: Iterable[str]) -> str:
    """The last date that the texts name, as YYYY-MM-DD, or an empty string.

    Read are 2024-04-30, 20240430, 240430 and "30 april 2024", and as their last days 202404,
    "april 2024", "jan-apr 2024", "tertial 1 2024" and "kvartal 2 2024".
    """
    return max((day.isoformat() for text in texts for day in _days(text)), default="")


def year_of(text: str) -> int | None:
    """The last year that a text names, alone or in a date ("Utfall 2023", "Utfall 230430"), or None."""
    years = [int(year) for year in _FULL_YEAR.findall(text)]
    return max(years + [day.year for day in _days(text)], default=None)


def _days(text: str) -> Iterator[date]:
    for pattern, century in ((_ISO, 0), (_LONG, 0), (_SHORT, 2000)):
        for year, month, day in pattern.findall(text):
            yield from _day(int(year) + century, int(month), int(day))
    for year, month in _MONTH.findall(text):
        yield from _last_day(int(year), int(month))
    for day, month, year in _SPELT.findall(text):
        number = _month(month)
        yield from _day(int(year), number, int(day)) if day else _last_day(int(year), number)
    for part, number, year in _PART.findall(text):
        yield from _last_day(int(year), int(number) * _MONTHS_OF_PART[part[0].casefold()])


def _months_alone(text: str) -> Iterator[int]:
    yield from (_month(name) for _, name in _NAMED.findall(text))
    for part, number in _PART_NUMBERED.findall(text):
        yield int(number) * _MONTHS_OF_PART[part[0].casefold()]
    for ordinal, part in _PART_ORDINAL.findall(text):
        yield (1 + _ORDINALS.index(ordinal.casefold())) * _MONTHS_OF_PART[part[0].casefold()]


def _month(name: str) -> int:
    return 1 + next(place for place, month in enumerate(MONTHS) if month[:3] == name[:3].casefold())


def _last_day(year: int, month: int) -> Iterator[date]:
    if month <= len(MONTHS):
        yield date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        # Six digits that are no date: a project number, an amount.
        return
