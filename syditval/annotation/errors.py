"""The one exception class that leaves this room."""

from __future__ import annotations

from syditval.messages import texts


class CannotAnnotate(Exception):
    """A workbook that no annotated copy is made of, with a code (A...) and the fields of its sentence.

    The sentence says what is wrong, where, and what to do; it stands in the catalogues.
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
