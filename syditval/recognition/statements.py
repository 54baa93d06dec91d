"""What a line of text states besides figures: whose they are, and up to which month."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from syditval.recognition.periods import Month, is_mid_month, month_of, year_of
from syditval.recognition.plain_text import clean
from syditval.recognition.units import UNIT_WORDS

MOST_CHARACTERS = 80
# Longer lines are sentences, and those speak of other months and units too.
MOST_OF_A_LINE = 100

# What stands before the name of a unit, the narrowest first: of several, the narrowest names it.
FIELDS = (
    ("affärsenhet", "organisationsenhet", "resultatenhet", "enhet"),
    ("ansvarsområde", "ansvarsenhet", "ansvarskod", "ansvar"),
    ("kostnadsställe",),
    ("avdelning",),
    ("verksamhetsområde", "verksamhet"),
    ("sektor",),
    ("förvaltning",),
    ("styrelse", "nämnd"),
    ("bolag", "företag", "förbund"),
    ("kommun",),
)
_RANKS = {word: rank for rank, words in enumerate(FIELDS) for word in words}
_WORDS = "|".join(_RANKS)
# The figures reach to the month behind these, ...
_REACHED = (
    r"per|t\.?\s?o\.?\s?m|till och med|period\w*|månad|avser|utfall|ack\w*|bokfört|redovisat|"
    r"(?!tertial|kvartal)\w*(?:uppföljning|rapport)"
)
# ... and to none behind these: dates of printing and meetings, forecasts, years before.
_ELSEWHERE = (
    r"utskri\w*|skapa\w*|uttag\w*|\w*datum|printed|export\w*|upprätta\w*|hämta\w*|beslut\w*|\w*sammanträde\w*|möte|"
    r"\w*prognos\w*|föregående|fg|jämför\w*|bokslut"
)
_CUES = re.compile(
    rf"\A(?P<first>{_WORDS})(?=\s*(?::|\Z)|\s+(?-i:[\dA-ZÅÄÖ]))"
    rf"|\b(?P<inner>{_WORDS})(?=\s*:|\s+\d)"
    rf"|\b(?P<elsewhere>{_ELSEWHERE})\b|\b(?P<reached>{_REACHED})\b",
    re.IGNORECASE,
)
_END_OF_NAME = re.compile(r"[,;|*]|\s[-/]\s")
_UNIT_BEHIND = re.compile(rf"[\s(]*(?:\bi\s+)?\b(?:{UNIT_WORDS})\W*\Z", re.IGNORECASE)
_FILLING = re.compile(r"[\s:.,*()-]*(?:(?:för|avseende|sista|den|år)\s+)?", re.IGNORECASE)
_NOTHING_NARROW = {"alla", "samtliga", "total", "totalt"}
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_A_MONTH = re.compile(
    r"jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|tertial|kvartal|kv\Z|t\Z|första|andra|tredje|fjärde",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """What a part of a line states: of a field its rank and what stands behind it, of a period the month.

    Neither text nor month is there where the line ends before them: the cell beside it may go on.
    """

    rank: int | None
    text: str
    month: Month | None = None


def statements(line: str) -> Iterator[Statement]:
    """The fields and the periods of a line, in their order; what belongs to neither is left out."""
    text = " ".join(clean(line).split())
    if len(text) > MOST_OF_A_LINE:
        return
    start, cue = 0, None
    for following in [*_CUES.finditer(text), None]:
        said = text[start : following.start() if following else len(text)]
        yield from _stated(cue, said, is_last=following is None)
        start, cue = following.end() if following else 0, following


def _stated(cue: re.Match[str] | None, said: str, *, is_last: bool) -> Iterator[Statement]:
    """What is stated from one cue to the next, or before the first."""
    field = (cue["first"] or cue["inner"]) if cue else None
    if field:
        if is_last or entity_name(said):
            yield Statement(_RANKS[field.casefold()], said)
        said = said.partition(",")[2]
    elif cue and cue["elsewhere"]:
        return
    elif cue and is_last and not _FILLING.sub("", said, count=1):
        yield Statement(None, said)
    month = stated_month(said) if cue and not field else _month_by_itself(said)
    if month is not None:
        yield Statement(None, said, month)


def has_colon(statement: Statement) -> bool:
    """Whether what is said, or left to the cell beside it, comes after a colon."""
    return statement.text.lstrip().startswith(":")


def entity_name(text: str) -> str:
    """The name of a unit as it is kept, from what stands behind its field; empty for what is none.

    It ends at a comma; blanks are single, characters that show as nothing are gone, and it has at most 80.
    """
    name = _END_OF_NAME.split(_UNIT_BEHIND.sub("", clean(text).lstrip(": ")), maxsplit=1)[0]
    name = normal_name(name.strip(" :.-"))
    return "" if name.casefold() in _NOTHING_NARROW or not any(map(str.isalnum, name)) else name


def normal_name(text: str) -> str:
    """A name as it is kept, whoever gives it."""
    shown = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in clean(text))
    return unicodedata.normalize("NFC", " ".join(shown.split()))[:MOST_CHARACTERS].strip()


def stated_month(text: str) -> Month | None:
    """The month that is said behind a word that announces one: it has to come at once."""
    said = _FILLING.sub("", text, count=1)
    beginning = " ".join(said.split()[:2])
    return month_of(said) if month_of(beginning) else None


def stated_year(line: str) -> int | None:
    """The year that a line speaks of, as long as nothing in it speaks of another time."""
    if len(line) > MOST_OF_A_LINE or any(cue["elsewhere"] for cue in _CUES.finditer(clean(line))):
        return None
    return year_of(clean(line))


def _month_by_itself(text: str) -> Month | None:
    """The month of a text that is nothing else ("April", "jan-apr 2024", "240430"), or of a title that ends
    in a month and its year ("Driftredovisning april 2024"); not that of a day on which it was written.
    """
    month = month_of(text)
    if month is None or is_mid_month(text):
        return None
    ending = month_of(" ".join(text.split()[-2:]))
    is_title = ending is not None and ending.year is not None
    return month if is_title or all(map(_OF_A_MONTH.match, _LETTERS.findall(text))) else None
