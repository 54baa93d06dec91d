"""Which language an output is in, and whose sentence it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from syditval.messages import texts

WORD = re.compile(r"(?<![\w./!-])[^\W\d_]{2,}(?![\w/!-]|\.\w)")


def sentence_of(code: str, language: str) -> re.Pattern[str]:
    """What finds the sentence of a code, whatever its fields are filled with."""
    pieces = Formatter().parse(texts(language).entries[code]["message"])
    return re.compile(
        "".join(re.escape(text) + (".+" if name is not None else "") for text, name, _, _ in pieces)
    )


def english_words(output: str, besides: Iterable[str] = ()) -> set[str]:
    """The words of an output that only English texts have, but for those of some quoted texts."""
    for text in besides:
        output = output.replace(text, "")
    return {word for word in _words(output) if word in _of_english()}


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


@cache
def _of_english() -> frozenset[str]:
    """The words of the English catalogue that the Swedish one never uses."""
    english, swedish = (
        _words(" ".join(text for entry in texts(language).entries.values() for text in entry.values()))
        for language in ("en", "sv")
    )
    return frozenset(english - swedish)
