"""Texts in Markdown that stay texts, whatever stands in them, and tables of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from syditval.reports.streams import UTF_8, shown
from syditval.reports.wording import Wording

# Signs that mean something anywhere; those that make an address of what follows or goes before; and
# those that begin a list, a rule or the underline of a heading where they stand first.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&$]|:(?=//)|(?<=www)\.|\A[-+=]", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"\A(\d+)([.)])")
# GitHub calls people and issues by these even where they are escaped; a blank comment breaks them off.
_CALL = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)")


def escaped(text: str, encoding: str = UTF_8) -> str:
    """A text on one line that no reader of Markdown takes for markup, a link, a mention or a list."""
    told = _MARKUP.sub(r"\\\g<0>", shown(text, encoding).strip())
    return _CALL.sub("<!-- -->", _NUMBER_FIRST.sub(r"\1\\\2", told))


@dataclass(frozen=True, slots=True)
class Paper(Wording):
    """What Markdown is written on: it takes texts as they are and gives them as they can stand in it."""

    encoding: str

    def text(self, text: str) -> str:
        """A text that stays one."""
        return escaped(text, self.encoding)

    def say(self, section: str, key: str, /, **fields: object) -> str:
        """A text of the catalogue."""
        return self.text(self.words.get(section, key, **fields))

    def lines(self, texts: Iterable[str]) -> str:
        """Texts below each other in one cell, blank ones left out."""
        return "<br>".join(filter(None, map(self.text, texts)))


def pipe_table(heads: Sequence[str], rows: Iterable[Sequence[str]], right_from: int) -> str:
    """A table of texts that are Markdown already; the columns from ``right_from`` on are flush right."""
    rule = ["---" if column < right_from else "---:" for column in range(len(heads))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows))
