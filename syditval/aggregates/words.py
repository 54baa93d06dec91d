"""What the names of lines say about what they hold: totals, quotients, averages, changes, deductions."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOTAL = re.compile(
    r"^\W*(summa|totalt?|totalsumma|slutsumma|delsumma|s:a|sum|sub-?total|grand total|netto\w*|resultat"
    r"|all|alla|samtliga|both|overall|tot)\b|\b(total|totals|totalt|summa)\b|resultat$",
    re.IGNORECASE,
)
# A line that can hardly be anything but a total: it begins or ends with the word.
_PLAIN_TOTAL = re.compile(
    r"^\W*(summa|totalt?|totals|totalsumma|slutsumma|delsumma|s:a|sub-?total|grand total)\b"
    r"|^[^,;:]{1,30}\b(total|summa)\W*$",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"%|procent|per ?cent|andel|grad\b|kvot|genomsnitt|medel|index"
    r"|\b(average|mean|median|share|ratio|rate|per)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"förändring|ändring|ökning|minskning|utveckling|tillväxt|\b(change|growth|increase|decrease)\b|diff|%",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"average|\bavg\b|\bave\b|\bmean\b|medel|genomsnitt|\bsnitt", re.IGNORECASE)
_PRICE = re.compile(r"pris\b|priser\b|\bprices?\b|\bà-?pris|kurs\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"avvikelse|\bavv\b|diff|differens|återstår|\bkvar\b|saldo|netto|resultat|överskott|underskott|förändring"
    r"|budget-?avvikelse|\b(variance|difference|remaining|balance|net|profit|loss|surplus|deficit|margin|gap)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"^\W*(varav|därav|of which|thereof|including)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def names_total(name: str) -> bool:
    """Whether a line's name has a word that totals go by."""
    return _TOTAL.search(name) is not None


def is_called_total(name: str) -> bool:
    """Whether a line's name begins or ends with such a word: it is a total, or says so wrongly."""
    return _PLAIN_TOTAL.search(name) is not None


def names_ratio(name: str) -> bool:
    """Whether a line is named as a percentage, a share, a rate, an average: what does not add up."""
    return _RATIO.search(name) is not None


def does_not_add_up(name: str) -> bool:
    """Whether a line is named as something whose sum says nothing: a ratio, an average, a price."""
    return names_ratio(name) or names_average(name) or _PRICE.search(name) is not None


def names_change(name: str) -> bool:
    """Whether a line is named as a change."""
    return _CHANGE.search(name) is not None


def names_average(name: str) -> bool:
    """Whether a line is named as an average."""
    return _AVERAGE.search(name) is not None


def names_difference(name: str) -> bool:
    """Whether a line is named as what is left of one thing after another."""
    return _DIFFERENCE.search(name) is not None


def names_of_which(name: str) -> bool:
    """Whether a line is named as a part of the line above it."""
    return _OF_WHICH.search(name) is not None


def tells_both(name: str, one: str, other: str) -> bool:
    """Whether a name repeats what tells two others apart ("2009/2008" beside "2009" and "2008")."""
    said, first, second = (set(_WORD.findall(text.casefold())) for text in (name, one, other))
    return bool(said & (first - second)) and bool(said & (second - first))


def alike(names: Sequence[str]) -> dict[str, list[int]]:
    """The places of names that say the same, by what they say: letters alone, in lower case."""
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        letters = "".join(filter(str.isalpha, name.casefold()))
        if letters:
            groups.setdefault(letters, []).append(place)
    return {letters: places for letters, places in groups.items() if len(places) > 1}
