"""Decoration that makes no sense: no figure depends on it, but other programs may refuse the workbook for it.

openpyxl is asked for its opinion, as it reads decoration strictly. It never decides whether figures are read.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from syditval.model.trait import Trait, TraitKind
from syditval.reading.names import MAIN
from syditval.reading.package import Package
from syditval.reading.strict import as_transitional

Reader = Callable[[Element], Any]

# Of larger parts it is not worth the time to find out; and what reads attributes may take a time that
# grows with the square of their length.
_LARGEST = 1_000_000
_LONGEST_ATTRIBUTE = 10_000
_PARTS = {
    "styles.xml": ("openpyxl.styles.stylesheet", "Stylesheet"),
    "core.xml": ("openpyxl.packaging.core", "DocumentProperties"),
}
_FOLDERS = {
    "/pivotcache/pivotcachedefinition": ("openpyxl.pivot.cache", "CacheDefinition"),
    "/pivottables/pivottable": ("openpyxl.pivot.table", "TableDefinition"),
}
_OF_A_SHEET = {
    f"{{{MAIN}}}conditionalFormatting": ("openpyxl.formatting.formatting", "ConditionalFormatting"),
    f"{{{MAIN}}}dataValidations": ("openpyxl.worksheet.datavalidation", "DataValidationList"),
    f"{{{MAIN}}}autoFilter": ("openpyxl.worksheet.filters", "AutoFilter"),
    f"{{{MAIN}}}sheetFormatPr": ("openpyxl.worksheet.dimensions", "SheetFormatProperties"),
    f"{{{MAIN}}}hyperlinks": ("openpyxl.worksheet.hyperlink", "HyperlinkList"),
}


def decoration_traits(package: Package) -> Iterator[Trait]:
    """The parts of a package (styles, properties, pivots) that cannot be made sense of."""
    for key in package.parts:
        place = _place(key)
        if place is not None:
            complaint = _of_part(b"".join(as_transitional(package.chunks(key))), place)
            if complaint:
                yield Trait(TraitKind.BROKEN_DECORATION, package.name(key), complaint)


def is_decoration(tag: str) -> bool:
    """Whether an element of a sheet is decoration that can be judged."""
    return tag in _OF_A_SHEET


def complaint_about(element: Element) -> str:
    """What makes no sense in an element of a sheet; empty where nothing does."""
    return _complaint(element, _OF_A_SHEET[element.tag])


def _place(key: str) -> tuple[str, str] | None:
    if key.endswith(".xml"):
        for beginning, place in _FOLDERS.items():
            if beginning in key:
                return place
    return _PARTS.get(key.rpartition("/")[2])


def _of_part(content: bytes, place: tuple[str, str]) -> str:
    if len(content) > _LARGEST:
        return ""
    try:
        return _complaint(fromstring(content), place)
    except ParseError:
        # Said already by the pre-flight.
        return ""


def _complaint(element: Element, place: tuple[str, str]) -> str:
    if any(len(value) > _LONGEST_ATTRIBUTE for each in element.iter() for value in each.attrib.values()):
        return ""
    module, name = place
    reader: Reader = getattr(import_module(module), name).from_tree
    try:
        # It also prints where it is at a loss, which must not get into a report.
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")
            reader(element)
    except (TypeError, ValueError) as error:
        # openpyxl takes some honest conditional formats for a wrong type, and drops them when it loads.
        if name == "ConditionalFormatting" and isinstance(error, TypeError):
            return ""
        return " ".join(str(error).split())[:120] or type(error).__name__
    except Exception:
        # A part that lacks something is merely plain; only what is there and wrong is worth a word.
        return ""
    return ""
