"""The style sheet of a package: what cells refer to by the number of their style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError, parse

from syditval.model.cells import Emphasis
from syditval.reading.emphases import read_emphases
from syditval.reading.names import MAIN
from syditval.reading.number_formats import Formats, read_formats
from syditval.reading.package import PartStream
from syditval.reading.strict import as_transitional


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of all styles, and the emphasis of those that have any, by the number that cells name."""

    formats: Formats = field(default_factory=Formats)
    emphases: Mapping[str, Emphasis] = field(default_factory=dict)


def read_styles(chunks: Iterable[bytes]) -> Styles:
    """The styles of cells.

    Raises ParseError where the part is not well formed, no style sheet at all, or has an endless format.
    """
    root = parse(PartStream(as_transitional(chunks))).getroot()
    if root.tag != f"{{{MAIN}}}styleSheet":
        raise ParseError("no style sheet")
    return Styles(read_formats(root), read_emphases(root))
