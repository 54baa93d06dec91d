"""Elements written as text, and text as a spreadsheet can hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

# The most characters (UTF-16 units) that a cell or a note may hold.
TEXT_LIMIT = 32767

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Control characters, those that hide or turn the text around them, and what XML cannot carry.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Where a text happens to look like an escape, a spreadsheet would decode it.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def element(name: str, attributes: Mapping[str, str] | None = None, inner: str = "") -> str:
    """An element with its attributes; ``inner`` is markup, or text that went through ``text``."""
    start = "".join(f" {key}={quoteattr(value)}" for key, value in (attributes or {}).items())
    return f"<{name}{start}>{inner}</{name}>" if inner else f"<{name}{start}/>"


def text(content: str) -> str:
    """Text as it stands between tags."""
    return escape(content)


def visible(content: str) -> str:
    """A text with nothing hidden in it, that a spreadsheet shows as it is.

    Hidden characters show as escapes such as ``\\u202e``, and nothing is taken for an escape of the
    file format (``_x000A_``).
    """
    shown = _HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), content)
    return _ESCAPE.sub("_x005F_", shown)


def pieces(content: str, limit: int = TEXT_LIMIT) -> list[str]:
    """A text as cells can hold it, in as many pieces as it takes; nothing is left out."""
    units = visible(content).encode("utf-16-le")
    found = []
    while len(units) > 2 * limit:
        # No character that takes two units is torn apart.
        piece = units[: 2 * limit].decode("utf-16-le", errors="ignore")
        found.append(piece)
        units = units[len(piece.encode("utf-16-le")) :]
    return [*found, units.decode("utf-16-le")]
