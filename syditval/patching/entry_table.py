"""A table of entries that others point into by number, counted from 0: fonts, fills, cell formats."""

from __future__ import annotations

from collections.abc import Sequence

from syditval.patching.document import Document
from syditval.patching.xml_tree import Element


class EntryTable:
    """One such table. No entry is taken away, so no number changes its meaning."""

    def __init__(self, document: Document, table: Element) -> None:
        self._document, self._table = document, table
        self.entries: Sequence[Element] = tuple(map(_plain, table.children))
        self.size = len(self.entries)
        self._numbers: dict[str, int] = {}

    @property
    def prefix(self) -> str:
        """What stands before the names of elements here."""
        return self._table.prefix

    def number(self, markup: str) -> int:
        """The number of an entry, which is added where there is none that is written the same."""
        if not self._numbers:
            own = ((self.text(number), number) for number in reversed(range(len(self.entries))))
            self._numbers = dict(own)
        if markup not in self._numbers:
            self._numbers[markup] = self.add(markup)
        return self._numbers[markup]

    def add(self, markup: str) -> int:
        """The number of one more entry, which may be written the same as another."""
        self.size += 1
        self._document.append(self._table, markup)
        self._document.set(self._table, {"count": str(self.size)})
        return self.size - 1

    def replace(self, number: int, markup: str) -> None:
        """Put another entry in the place of one that nothing needs any more."""
        self._document.insert_before(self.entries[number], markup)
        self._document.remove(self.entries[number])

    def text(self, number: int) -> str:
        """An entry of the workbook's own as it stands in the part."""
        return self._document.text_of(self.entries[number])


def _plain(entry: Element) -> Element:
    """An entry; of one in several versions for programs that know more, the version for all others."""
    fallbacks = (version for version in entry.children if version.name == "Fallback" and version.children)
    fallback = next(fallbacks, None)
    return fallback.children[0] if fallback else entry
