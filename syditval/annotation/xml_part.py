"""XML parts of a workbook: parsed without reaching out, written back with everything they held."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from syditval.annotation.errors import CannotAnnotate

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# The most characters (UTF-16 units) that a cell or a note may hold.
TEXT_LIMIT = 32767

_SAFELY = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    strip_cdata=False,
    # So that the children of a table of formats are its entries, counted from 0, and nothing else.
    remove_comments=True,
    remove_pis=True,
)
# Control characters, those that hide or turn the text around them, and what XML cannot carry.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Where a text happens to look like an escape, a spreadsheet would decode it.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def parsed(content: bytes, part: str) -> etree._Element:
    """The root element of a part. Raises CannotAnnotate for what is not XML or has a DOCTYPE."""
    try:
        root = etree.fromstring(content, _SAFELY)
    except etree.XMLSyntaxError:
        raise CannotAnnotate("A009", part=part) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise CannotAnnotate("A009", part=part)
    return root


def new_root(name: str, namespace: str = MAIN) -> etree._Element:
    """The root element of a new part."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def serialised(root: etree._Element) -> bytes:
    """A part as bytes, in UTF-8, standing alone as the parts of a package do."""
    return bytes(etree.tostring(root.getroottree(), encoding="UTF-8", standalone=True))


def main(name: str) -> str:
    """A SpreadsheetML element's name with its namespace."""
    return f"{{{MAIN}}}{name}"


def whole(element: etree._Element, attribute: str, default: int = 0) -> int:
    """An attribute that holds a whole number. Raises CannotAnnotate where it holds something else."""
    try:
        return int(element.get(attribute) or default)
    except ValueError:
        place = f"{etree.QName(element).localname}/@{attribute}"
        raise CannotAnnotate("A009", part=place) from None


def insert_after(parent: etree._Element, child: etree._Element, predecessors: Iterable[str]) -> None:
    """Put a child behind the last of the siblings that its schema lets stand before it."""
    names = {main(name) for name in predecessors}
    places = [place for place, sibling in enumerate(parent) if sibling.tag in names]
    parent.insert(places[-1] + 1 if places else 0, child)


def plain(text: str, limit: int = TEXT_LIMIT) -> str:
    """A text as a cell or a note can hold it, with nothing hidden in it.

    Hidden characters show as escapes such as ``\\u202e``, a cut shows as an ellipsis, and nothing is
    taken for an escape of the file format (``_x000A_``).
    """
    shown = _HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    units = _ESCAPE.sub("_x005F_", shown).encode("utf-16-le")
    if len(units) > 2 * limit:
        return units[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore") + "…"
    return units.decode("utf-16-le")
