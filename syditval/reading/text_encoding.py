"""Bytes to text: in which encoding, whether they are text at all, and whether it was garbled before."""

from __future__ import annotations

import codecs
import re

from syditval.model.cells import Sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading.errors import UnreadableWorkbook

# As much as it takes to tell what a file is.
_BEGINNING = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

# The bytes 80-BF, of which every UTF-8 sequence ends, as cp1252 and as ISO 8859-1 show them.
_ENDING = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\x80-\x9f"
# What is not ASCII in Swedish texts begins with the bytes C2, C3 or E2, or was replaced when it was lost.
_MOJIBAKE = re.compile(f"[ÂÃ][{_ENDING}]|â[{_ENDING}]{{2}}|\ufffd")


def encoding_of(content: bytes) -> str:
    """The encoding that a text is most likely in: by its mark, else UTF-16, UTF-8 or cp1252 by its bytes."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    beginning = content[:_BEGINNING]
    # In a text of Latin letters one byte of every two is zero.
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if beginning[first::2].count(0) > len(beginning) // 4:
            return encoding
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def beginning_of(content: bytes) -> str | None:
    """The first few thousand characters of a text; None for bytes that do not begin as text does."""
    encoding = encoding_of(content)
    text = content[:_BEGINNING].decode(encoding, "replace")
    # Other encodings may be cut within a character here; cp1252 has bytes that stand for none.
    is_noise = encoding == "cp1252" and "\ufffd" in text
    return None if is_noise or _CONTROL.search(text) else text


def decoded(content: bytes) -> str:
    """The text of a file, without its byte order mark.

    Raises UnreadableWorkbook for bytes that are no text: they fit no encoding, or hold control characters.
    """
    try:
        text = content.decode(encoding_of(content))
    except UnicodeDecodeError as error:
        raise UnreadableWorkbook("R015", cause="no_encoding") from error
    if _CONTROL.search(text):
        raise UnreadableWorkbook("R015", cause="control_characters")
    return text


def mojibake_in(sheet: Sheet) -> tuple[Trait, ...]:
    """The first text of a sheet that was read in another encoding than it was saved in, if there is any.

    It is noticed and left as it is: what it should have been is a guess.
    """
    for (row, column), cell in sheet.cells.items():
        if _MOJIBAKE.search(cell.text):
            return (Trait(TraitKind.MOJIBAKE, sheet.ref(row, column).address, cell.text),)
    return ()
