"""The one exception class that leaves this room."""

from __future__ import annotations

from syditval.messages import Refusal, texts

# Fields that may hold a key of the catalogue. Names of files, sheets and parts are never looked up.
_WORDED = frozenset(("cause", "what", "where", "place", "expected", "found"))


class UnreadableWorkbook(Refusal):
    """A workbook that cannot be read; its codes are R...

    The sentence says what is wrong, where, and what to do. Where it concerns one place, ``part``,
    ``sheet`` and ``cell`` name it; each is empty where it does not apply.
    """

    @property
    def part(self) -> str:
        """The part of the package that is concerned."""
        return self.fields.get("part", "")

    @property
    def sheet(self) -> str:
        """The name of the sheet that is concerned."""
        return self.fields.get("sheet", "")

    @property
    def cell(self) -> str:
        """The address of the cell that is concerned, with its sheet."""
        return self.fields.get("cell", "")

    def sentence(self, language: str, section: str = "") -> str:
        """The refusal as one sentence. A field may name a text of the catalogue's section ``reading``."""
        words = texts(language)
        fields = {
            name: words.get("reading", value) if name in _WORDED and words.has("reading", value) else value
            for name, value in self.fields.items()
        }
        return Refusal(self.code, **fields).sentence(language, section)
