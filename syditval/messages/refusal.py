"""What is said where the tool must refuse: a code, its fields, and one sentence."""

from __future__ import annotations

from syditval.messages.catalogue import texts


class Refusal(Exception):
    """Something that cannot be done, with its code and the fields of its sentence.

    The sentence says what is wrong, where, and what to do; it stands in the catalogues. Each room
    that refuses has one class of its own.
    """

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    def sentence(self, language: str) -> str:
        """The refusal as one sentence in a language."""
        return texts(language).get(self.code, "message", **self.fields)

    def __str__(self) -> str:
        return self.sentence("en")
