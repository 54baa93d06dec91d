"""What a stream can take: its encoding, and texts as they can stand in it."""

from __future__ import annotations

from codecs import lookup
from typing import TextIO

from syditval.messages.amounts import GROUP
from syditval.messages.visible import visible

UTF_8 = "utf-8"


def encoding_of(stream: TextIO) -> str:
    """The usual name of a stream's encoding; UTF-8 for one that has none, such as a string in memory."""
    return lookup(stream.encoding or UTF_8).name


def takes_unicode(stream: TextIO) -> bool:
    """Whether every character can be written to a stream."""
    return encoding_of(stream).startswith("utf")


def shown(text: str, encoding: str) -> str:
    """A text on one line, with nothing hidden in it and nothing that an encoding has no code for."""
    clean = visible(text, encoding)
    return clean if GROUP.encode(encoding, "ignore") else clean.replace(GROUP, " ")
