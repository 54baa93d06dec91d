"""The text of a note: passages with a headline each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from syditval.patching.line_count import line_count
from syditval.patching.markup import TEXT_LIMIT, visible

# Characters on a line of the box, in the small type of notes.
LINE = 48
_HIGH = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its headline, in bold, and what follows."""

    headline: str
    body: str


Note = tuple[Passage, ...]


def fitted(note: Sequence[Passage], cut: str) -> Note:
    """The passages of a note, as many as it can hold; ``cut`` is said where it goes on elsewhere."""
    kept: list[Passage] = []
    room = TEXT_LIMIT - _units(cut) - 2
    for passage in (Passage(visible(each.headline), visible(each.body)) for each in note):
        # Two line breaks set a passage off from the one before, one its body from its headline.
        left = room - _units(passage.headline) - 3
        room = left - _units(passage.body)
        if room < 0:
            last = passage if left >= 0 or not kept else kept.pop()
            body = _beginning(last.body, left) if last is passage else last.body
            return (*kept, replace(last, body=f"{body}… {cut}"))
        kept.append(passage)
    return tuple(kept)


def _units(text: str) -> int:
    """How long a text is as spreadsheets count."""
    return len(text.encode("utf-16-le")) // 2


def _beginning(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * max(units, 0)].decode("utf-16-le", errors="ignore")


def extent(note: Sequence[Passage]) -> tuple[int, int]:
    """How many characters wide and how many lines high a note is in its box.

    There is a blank line between passages. A note that would be too high is set twice as wide.
    """
    text = "\n\n".join(f"{passage.headline}\n{passage.body}" for passage in note)
    height = line_count(text, LINE)
    return (LINE, height) if height <= _HIGH else (2 * LINE, line_count(text, 2 * LINE))
