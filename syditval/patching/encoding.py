"""Parts in whatever encoding they are written, as UTF-8: that is what patches are written in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Without a mark, the first character tells: it is always the one that opens a tag.
_BEGINNINGS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(r"(<\?xml[^>]*?\sencoding\s*=\s*)(?:\"([\w.-]+)\"|'([\w.-]+)')")
_SAME = ("utf-8", "us-ascii", "ascii")


def as_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of an XML part in UTF-8, and its declaration, which the first one holds, saying so.

    Raises UnicodeError for bytes that are not in the encoding they claim, LookupError for an encoding
    that there is none of.
    """
    pieces = iter(pieces)
    first = next(pieces, b"")
    encoding = _encoding(first)
    if encoding.lower() in _SAME:
        yield first
        yield from pieces
        return
    # A codec may be of something else than text; this one raises LookupError for such.
    " ".encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    yield _DECLARED.sub(r'\1"UTF-8"', decoder.decode(first), count=1).encode()
    for piece in pieces:
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()


def _encoding(first: bytes) -> str:
    for beginning, encoding in _MARKS + _BEGINNINGS:
        if first.startswith(beginning):
            return encoding
    declared = _DECLARED.search(first[:200].decode("latin-1"))
    return (declared[2] or declared[3]) if declared else "utf-8"
