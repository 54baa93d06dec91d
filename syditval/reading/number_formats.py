"""The number format of each cell style: the only thing about styles that the value of a figure depends on."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from syditval.reading.names import BARE

GENERAL = "General"
# What Excel allows; to take a longer one apart could take for ever.
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Formats:
    """The number format of each style id, and the ids of those that show dates and durations."""

    codes: tuple[str, ...] = (GENERAL,)
    dates: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()


def read_formats(style_sheet: Element) -> Formats:
    """The formats of a style sheet. Whatever else it holds is not looked at, and may be broken.

    Raises ParseError where it has an endless format.
    """
    own = {
        each.get("numFmtId", ""): each.get("formatCode") or GENERAL
        for each in style_sheet.iterfind("numFmts/numFmt", BARE)
    }
    codes = [_code(style.get("numFmtId", "0"), own) for style in style_sheet.iterfind("cellXfs/xf", BARE)]
    if any(len(code) > _LONGEST for code in codes):
        raise ParseError("number format too long")
    return _classified(tuple(codes or [GENERAL]))


def _code(number: str, own: dict[str, str]) -> str:
    if number in own:
        return own[number]
    return (
        str(BUILTIN_FORMATS.get(int(number), GENERAL)) if number.isascii() and number.isdigit() else GENERAL
    )


def _classified(codes: tuple[str, ...]) -> Formats:
    dates = {code for code in set(codes) if is_date_format(code)}
    durations = {code for code in dates if is_timedelta_format(code)}
    return Formats(
        codes,
        frozenset(number for number, code in enumerate(codes) if code in dates),
        frozenset(number for number, code in enumerate(codes) if code in durations),
    )
