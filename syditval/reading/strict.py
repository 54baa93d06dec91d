"""Strict Open XML as Transitional: the same elements under other names, which openpyxl does not know."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from syditval.reading.names import MAIN, STRICT_MAIN

_STRICT = STRICT_MAIN.encode("ascii")
# The name where it is declared: inside a tag, never in text.
_DECLARED = re.compile(rb"(<[^<>]*?\sxmlns(?::[^\s=<>]+)?\s*=\s*[\"'])" + re.escape(_STRICT) + rb"(?=[\"'])")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_LONGEST_TAG = 1 << 16


def as_transitional(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A part with the namespace of workbooks renamed, piece by piece."""
    pieces = iter(chunks)
    rest = next(pieces, b"")
    if rest.startswith(_UTF16):
        yield _in_utf8(rest + b"".join(pieces))
        return
    for piece in pieces:
        # A tag may lie across two pieces: its beginning waits for the next.
        cut = rest.rfind(b"<") if len(rest) < _LONGEST_TAG * 2 else len(rest)
        yield _renamed(rest[:cut]) if cut > 0 else b""
        rest = rest[max(0, cut) :] + piece
    yield _renamed(rest)


def _renamed(content: bytes) -> bytes:
    if _STRICT not in content:
        return content
    return _DECLARED.sub(rb"\g<1>" + MAIN.encode("ascii"), content)


def _in_utf8(content: bytes) -> bytes:
    """A part in UTF-16, without the declaration that says so."""
    is_little = content.startswith((codecs.BOM_UTF16_LE, b"<\0"))
    text = content.decode("utf-16-le" if is_little else "utf-16-be").lstrip("\ufeff")
    return _renamed(re.sub(r"\A<\?xml[^>]*\?>", "", text).encode("utf-8"))
