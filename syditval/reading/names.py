"""Names that the Office Open XML standard gives to things (ECMA-376, ISO/IEC 29500).

A workbook is written with the Transitional names or with the Strict ones; they mean the same.
"""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"

# For paths to elements that are written without a prefix.
BARE = {"": MAIN}

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


def is_main(namespace: str) -> bool:
    """Whether a namespace is that of workbooks and sheets."""
    return namespace in (MAIN, STRICT_MAIN)
