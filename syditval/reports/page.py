"""The page that the blocks of a report are set on: one console, one language, one measure.

Lines are broken here and not by rich, which breaks at no-break spaces too and would split amounts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from syditval.messages.amounts import GROUP
from syditval.messages.visible import visible
from syditval.reports.wording import Wording

GAP = "  "


@dataclass(frozen=True, slots=True)
class Page(Wording):
    """Where a block writes: it takes texts as they are and shows them as the console can."""

    console: Console

    def clean(self, text: str) -> str:
        """A text with nothing hidden in it and nothing that the console cannot write."""
        return visible(text, self.console.encoding)

    def text(self, text: str, style: str = "") -> Text:
        """A text for rich to print. No markup is read in it; no-break spaces have done their duty."""
        return Text(self.clean(text).replace(GROUP, " "), style=style)

    def line(self, *parts: Text | str) -> None:
        """One line of parts, never broken here however long."""
        texts = (part if isinstance(part, Text) else self.text(part) for part in parts)
        self.console.print(Text.assemble(*texts), soft_wrap=True)

    def heading(self, text: str) -> None:
        """The heading of a section, with a rule to the right margin."""
        self.line()
        self.console.rule(self.text(text, "bold"), align="left", style="dim")

    def paragraph(self, body: str, head: str = "", indent: int = 0) -> None:
        """``head``, never broken, and after it ``body``, broken at blanks and set in below its start."""
        start = " " * indent + (self.clean(head) + GAP if head else "")
        width = max(1, self.console.width - len(start))
        first, *rest = broken(self.clean(body), width, keep=True) or [""]
        self.line((start + first).rstrip())
        for line in rest:
            self.line(" " * len(start) + line)

    def facts(self, facts: Iterable[tuple[str, str]], indent: int = 0) -> None:
        """Names and what belongs to each, in two columns."""
        facts = list(facts)
        width = max(len(name) for name, _ in facts)
        for name, fact in facts:
            self.paragraph(fact, name.ljust(width), indent)


def unbroken(sentence: str, addresses: Iterable[str]) -> str:
    """A sentence in which no line ends within one of some addresses."""
    for address in addresses:
        sentence = sentence.replace(address, address.replace(" ", GROUP))
    return sentence


def broken(text: str, width: int, *, keep: bool = False) -> list[str]:
    """A text as lines of a width. Words wider than that are broken too, unless they are to be kept."""
    return wrap(text, width, break_long_words=not keep, break_on_hyphens=False)
