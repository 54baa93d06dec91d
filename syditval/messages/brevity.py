"""Much in few words: runs of numbers as spans, and no more of anything than a reader wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from syditval.messages.visible import is_hidden

MOST_THINGS = 5
MOST_CHARACTERS = 60
# What is told of a long text begins so far before the first character that hides in it.
LEAD = 20


def spans(numbers: Iterable[int], name: Callable[[int], str] = str) -> list[str]:
    """Numbers in ascending order, a run of them as one span: ``5-14``, ``16``."""
    return [name(a) if a == b else f"{name(a)}-{name(b)}" for a, b in runs(numbers)]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers, in ascending order."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def first_few(things: Sequence[str], most: int = MOST_THINGS) -> str:
    """The first of some things with commas between them, and an ellipsis for the others."""
    return ", ".join([*things[:most], *(["…"] if len(things) > most else [])])


def excerpt(text: str) -> str:
    """A text, or so much of a long one as is enough to know it by: where something hides, that part."""
    if len(text) <= MOST_CHARACTERS:
        return text
    hidden = next((place for place, character in enumerate(text) if is_hidden(character)), 0)
    start = max(0, hidden - LEAD)
    end = start + MOST_CHARACTERS
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
