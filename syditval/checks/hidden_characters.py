"""H108: control, bidi and zero-width characters in a text."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.census import Census, Place
from syditval.checks.sound_table import SOUND_TABLE
from syditval.messages.visible import is_hidden
from syditval.model.cells import CellKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H108",
    name="hidden-characters-in-text",
    severity=Severity.WARNING,
    bad=SOUND_TABLE.replace("Lokalhyror", r"Lokal\u200bhyror"),
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterator[Place]:
    """The texts in which a character hides."""
    for place in census.places[CellKind.TEXT]:
        text = census.sheet.cells[place].text
        if not text.isprintable() and any(is_hidden(character) for character in text):
            yield place
