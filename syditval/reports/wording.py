"""What the things of a report are called in one language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from syditval.messages import Texts
from syditval.messages.names import named
from syditval.messages.standing import standing_word
from syditval.model.cells import CellRef
from syditval.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Wording:
    """The names of members, kinds, places and numbers of things, from one catalogue."""

    words: Texts

    def name(self, section: str, member: Enum) -> str:
        """What a member of an enum is called in the catalogue."""
        return self.words.get(section, member.name.lower())

    def kind(self, kind: str) -> str:
        """What a kind of table is called: its own name where the catalogue knows no other."""
        return named("kind", kind, self.words)

    def place(self, cell: CellRef | None) -> str:
        """The address of a cell, or the words for the workbook as a whole."""
        return cell.address if cell else self.words.get("place", "workbook")

    def reference(self, finding: Finding) -> str:
        """Code and place of a finding that is told elsewhere, and why it does not count if it does not."""
        reference = f"{finding.code} {self.place(finding.cell)}"
        reason = standing_word((finding,), self.words)
        return f"{reference} ({reason})" if reason else reference

    def count(self, number: int, thing: str) -> str:
        """A number of things: ``1 error``, ``2 errors``."""
        form = "one" if number == 1 else "many"
        return self.words.get("count", f"{thing}_{form}", n=Decimal(number))


def labels(row: str, column: str) -> str:
    """What a place is called by its row and its column."""
    return ", ".join(label for label in (row, column) if label.strip())
