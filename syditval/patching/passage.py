"""The text of a note: passages with a headline each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """The passages of one note, each cut so that together they are no longer than a note may be.

    ``cut`` says, where a passage is cut, that it goes on elsewhere.
    """
    most = TEXT_LIMIT // len(note)
    return tuple(_fitted(passage, most, cut) for passage in note)


def _fitted(passage: Passage, most: int, cut: str) -> Passage:
    headline, body = visible(passage.headline), visible(passage.body)
    # Two line breaks set a passage off from the one before, one its body from its headline.
    room = 2 * (most - 3) - len(headline.encode("utf-16-le"))
    units = body.encode("utf-16-le")
    if len(units) > room:
        kept = units[: room - 2 * (len(cut) + 2)].decode("utf-16-le", errors="ignore")
        body = f"{kept}… {cut}"
    return Passage(headline, body)


def extent(note: Sequence[Passage]) -> tuple[int, int]:
    """How many characters wide and how many lines high a note is in its box.

    There is a blank line between passages. A note that would be too high is set twice as wide.
    """
    text = "\n\n".join(f"{passage.headline}\n{passage.body}" for passage in note)
    height = line_count(text, LINE)
    return (LINE, height) if height <= _HIGH else (2 * LINE, line_count(text, 2 * LINE))
