"""The two dialects of Open XML: Transitional, which nearly all programs write, and Strict."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """The namespaces of a dialect: of the elements of sheets, and of relationships and their types."""

    main: str
    office: str

    def type(self, name: str) -> str:
        """The type of a relationship, such as ``worksheet``."""
        return f"{self.office}/{name}"


TRANSITIONAL = Dialect(
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = Dialect(
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
DIALECTS = (TRANSITIONAL, STRICT)
