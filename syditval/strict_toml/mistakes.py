"""Mistakes in TOML files: collected, then raised all at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from syditval.messages import Refusal


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its code (K...), the file, the key, and the fields of its sentence."""

    code: str
    file: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """The mistake as one sentence that names file and key."""
        return Refusal(self.code, file=self.file, key=self.key, **self.fields).sentence(language)


class TomlMistakes(Exception):
    """The files cannot be used; ``mistakes`` lists everything that is wrong with them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(mistake.sentence("en") for mistake in self.mistakes)
