"""The table of texts that cells point to: counted and measured in the pre-flight, then read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, iterparse

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import MAIN, is_main
from syditval.reading.package import PartStream
from syditval.reading.strict import as_transitional
from syditval.reading.xml_scan import Attributes, XmlScan

_ITEM, _TEXT, _RUN = (f"{{{MAIN}}}{name}" for name in ("si", "t", "r"))
# How deep the text of an item stands.
_OF_AN_ITEM = 3
# How the format writes characters that XML has no place for; _x005F_ is the underscore itself.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class StringsScan(XmlScan):
    """Expat over the table of texts: how many there are, and none too long."""

    def __init__(self, part: str, limits: Limits) -> None:
        super().__init__(part, limits)
        self.count = 0
        self._length = 0
        self._item = self._text = self._run = ""
        self._found: set[str] = set()

    def began(self, root: str) -> None:
        """The table's name tells the names of its items."""
        namespace, _, local = root.rpartition(" ")
        if local != "sst" or not is_main(namespace):
            raise UnreadableWorkbook("R032", part=self.part, expected="shared_texts", found=root)
        self._item, self._text, self._run = (f"{namespace} {name}" for name in ("si", "t", "r"))
        self.parser.CharacterDataHandler = self._characters

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self.deeper(attributes)
        if name == self._item:
            self.count += 1
            self._length = 0
            self._found.clear()
        elif self.depth == _OF_AN_ITEM and name in (self._text, self._run):
            self._refuse_second(name)
            self._found.add(name)

    def _refuse_second(self, name: str) -> None:
        """Programs differ in which of two texts they read; only the runs of a rich text may be several."""
        if self._found - {self._run} or (self._found and name == self._text):
            raise UnreadableWorkbook("R032", part=self.part, expected="one_text", found="two_texts")

    def _characters(self, text: str) -> None:
        self._length += len(text)
        if self._length > self.limits.text_characters:
            raise self.too_much("text_characters", self._length)


def read_strings(chunks: Iterable[bytes]) -> Iterator[str]:
    """Every text of the table, in order."""
    for _, element in iterparse(PartStream(as_transitional(chunks))):
        if element.tag == _ITEM:
            yield text_of(element)
            element.clear()


def text_of(element: Element) -> str:
    """The text of an item or an inline string: its runs put together, without phonetic readings."""
    texts = (part for child in element for part in ((child,) if child.tag == _TEXT else _of_run(child)))
    return unescaped("".join(part.text or "" for part in texts))


def _of_run(element: Element) -> Iterable[Element]:
    return element.iterfind(_TEXT) if element.tag == _RUN else ()


def unescaped(text: str) -> str:
    """A text with its escaped characters as they are meant."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    # Half of a character is none, and could not be written anywhere.
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)
