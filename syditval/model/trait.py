"""What a workbook holds or is besides its cells: noticed while reading, never opened or followed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TraitKind(StrEnum):
    """What was noticed."""

    EXTERNAL_LINK = "external link"
    DDE_LINK = "dde link"
    MACROS = "macros"
    DATA_CONNECTION = "data connection"
    EMBEDDED_OBJECT = "embedded object"
    SIGNATURE = "digital signature"
    SENSITIVITY_LABEL = "sensitivity label"
    # Fills, filters, pivots and the like that make no sense; figures do not depend on them.
    BROKEN_DECORATION = "broken decoration"
    # Number formats that cannot be read: what is a date and what is a percentage is not known.
    UNKNOWN_FORMATS = "unknown number formats"
    # Names of parts that do not follow the standard.
    IRREGULAR_PARTS = "irregular part names"
    # A format of which only values were read, no formulas and no number formats.
    VALUES_ONLY = "values only"
    # Text that was saved in one character encoding and read in another before it came here.
    MOJIBAKE = "mojibake"


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing noticed: ``where`` is a part, a sheet or a cell of the file, ``detail`` what stands there."""

    kind: TraitKind
    where: str = ""
    detail: str = ""
