"""What is said where the tool must refuse: a code, its fields, and one sentence."""

from __future__ import annotations

from typing import Any, Self

from syditval.messages.catalogue import texts
from syditval.messages.system_errors import in_words
from syditval.messages.visible import visible

# A sentence that nobody reads to its end says nothing.
_LONGEST = 200


class Refusal(Exception):
    """Something that cannot be done, with its code and the fields of its sentence.

    The sentence says what is wrong, where, and what to do; it stands in the catalogues. Each room
    that refuses has one class of its own.
    """

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    def sentence(self, language: str, section: str = "") -> str:
        """The refusal as one sentence in a language. What comes from a file is shown, never obeyed.

        ``section`` names one of the catalogue that has sentences of its own for some codes.
        """
        words, fields = texts(language), dict(self.fields)
        if "cause" in fields:
            fields["cause"] = in_words(fields["cause"], words)
        shown = {name: visible(_shortened(value)) for name, value in fields.items()}
        has_own = words.has(section, self.code)
        return words.get(*((section, self.code) if has_own else (self.code, "message")), **shown)

    def about(self, **fields: str) -> Self:
        """The same refusal with what only the caller knows, such as the file's name, filled in."""
        return type(self)(self.code, **{**fields, **self.fields})

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception with keywords does not survive the way from one process to another by itself.
        return refused, (type(self), self.code, self.fields)

    def __str__(self) -> str:
        return self.sentence("en")


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def refused(kind: type[Refusal], code: str, fields: dict[str, str]) -> Refusal:
    """A refusal put together again from its parts."""
    return kind(code, **fields)
