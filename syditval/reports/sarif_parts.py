"""The parts that a SARIF log is put together from: messages and locations."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from syditval.messages.visible import visible
from syditval.model.cells import CellRef
from syditval.model.report import Report


def message(*lines: str) -> dict[str, str]:
    """A message of some lines, blank ones left out, that reads as it is meant.

    Braces would be placeholders and ``[text](target)`` a link, were they not written otherwise.
    """
    told = "\n".join(visible(line) for line in lines if line)
    return {"text": told.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def file_uri(name: str) -> str:
    """The name of a file as a relative reference."""
    return quote(name.encode("utf-8", "surrogatepass"), safe="")


def valid(text: str) -> str:
    """The text, with halves of characters as escapes: strict readers of JSON refuse a log that holds one."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def location(cell: CellRef | None, report: Report, *told: str) -> dict[str, Any]:
    """A cell of the workbook or of an earlier one, or the workbook itself, with what is said of it there."""
    place: dict[str, Any] = {}
    if cell and cell.source:
        place["physicalLocation"] = {"artifactLocation": {"uri": file_uri(cell.source)}}
    elif report.inputs:
        file = {"uri": file_uri(report.inputs[0].name), "index": 0}
        place["physicalLocation"] = {"artifactLocation": file}
    if cell:
        address = valid(cell.address)
        place["logicalLocations"] = [{"name": cell.a1, "fullyQualifiedName": address, "kind": "cell"}]
    return place | ({"message": message(*told)} if told else {})
