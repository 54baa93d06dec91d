"""The two catalogues and how a text is looked up and filled in.

A text is ``[CODE] part = "..."`` in ``sv.toml`` and ``en.toml``; fields stand in braces. Amounts
are written the Swedish way in both languages, since that is how the workbook shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pkgutil import get_data

from syditval.messages.amounts import written
from syditval.messages.sections import Sections

LANGUAGES = ("en", "sv")


class Texts:
    """The texts of one language."""

    # A plain class: every help text waits for this module, and dataclasses would double its cost.
    __slots__ = ("entries", "language")

    def __init__(self, language: str, entries: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self.entries = entries

    def get(self, code: str, part: str, /, **fields: object) -> str:
        """The text of a code's part with its fields filled in; Decimals as written amounts.

        Raises KeyError for a code, part or field that does not exist: that is a bug, never data.
        """
        shown = {
            name: written(value) if isinstance(value, Decimal) else value for name, value in fields.items()
        }
        return self.entries[code][part].format_map(shown)

    def has(self, code: str, part: str) -> bool:
        """Whether there is such a text."""
        return part in self.entries.get(code, {})


@cache
def texts(language: str) -> Texts:
    """The catalogue of a language. Raises ValueError for one that is not shipped."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in language {language!r}; there are {', '.join(LANGUAGES)}")
    # Help texts come from here too: importlib.resources would cost more than reading the file.
    source = get_data("syditval.messages", f"{language}.toml") or b""
    return Texts(language, Sections(source.decode("utf-8")))


def choose_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: what was asked for, else SYDITVAL_LANG, else the locale, else English."""
    names = (asked, *(environment.get(name) for name in ("SYDITVAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG")))
    for name in names:
        if name:
            language = name[:2].lower()
            return language if language in LANGUAGES else "en"
    return "en"
