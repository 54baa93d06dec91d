"""One pass over an XML part before any library sees it: well formed, without document type, not too deep."""

from __future__ import annotations

from collections.abc import Iterable
from pyexpat import ErrorString, ExpatError, ParserCreate
from typing import Any

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits

Attributes = dict[str, str]


class XmlScan:
    """Expat over one part. What it looks for inside is added by the scans that extend it.

    Names come as ``namespace name``. ``root`` is the name of the outermost element.
    """

    def __init__(self, part: str, limits: Limits) -> None:
        self.part = part
        self.root = ""
        self.limits = limits
        self.depth = 0
        self.parser: Any = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type
        self.parser.StartElementHandler = self._first
        self.parser.EndElementHandler = self.end

    def scan(self, chunks: Iterable[bytes]) -> None:
        """Read the whole part. Raises UnreadableWorkbook for what makes it unfit to be read further."""
        try:
            for chunk in chunks:
                self.parser.Parse(chunk, False)
            self.parser.Parse(b"", True)
        except ExpatError as error:
            cause = f"{ErrorString(error.code)}, line {error.lineno}"
            raise UnreadableWorkbook("R031", part=self.part, cause=cause) from None
        except (LookupError, ValueError) as error:
            # An encoding that is not known, or that expat cannot be taught.
            raise UnreadableWorkbook("R031", part=self.part, cause=str(error)) from None

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self.deeper(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1

    def deeper(self, attributes: Attributes) -> None:
        """Count an element and its attributes."""
        self.depth += 1
        if self.depth > self.limits.xml_depth:
            raise self.too_much("xml_depth", self.depth)
        if len(attributes) > self.limits.xml_attributes:
            raise self.too_much("xml_attributes", len(attributes))

    def too_much(self, limit: str, found: int) -> UnreadableWorkbook:
        """The refusal of a part that exceeds a limit."""
        allowed = str(getattr(self.limits, limit))
        return UnreadableWorkbook("R013", place=self.part, limit=limit, found=str(found), allowed=allowed)

    def _first(self, name: str, attributes: Attributes) -> None:
        self.root = name
        self.parser.StartElementHandler = self.start
        self.began(name)
        self.deeper(attributes)

    def began(self, root: str) -> None:
        """The outermost element is known."""

    def _refuse_document_type(self, *_: object) -> None:
        raise UnreadableWorkbook("R030", part=self.part)
