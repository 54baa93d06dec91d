"""What things are called that the catalogue may know, and may not."""

from __future__ import annotations

from syditval.messages.catalogue import Texts


def named(section: str, name: str, words: Texts) -> str:
    """What a thing is called: its own name where the catalogue's section knows no other."""
    return words.get(section, name) if words.has(section, name) else name
