"""The table of outputs: what a report can be written as, and the module of this room that does it.

A module is loaded when it is asked for: rich, which only text needs, costs more than a small report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Literal, TextIO

from syditval.model.report import Report

Color = Literal["auto", "always", "never"]

# Those that may stand one after the other in one stream.
FLOWING = ("text", "json", "markdown")
# What a file is called, where that is not the output's own name.
_ENDINGS = {"text": ".txt", "markdown": ".md", "junit": ".junit.xml"}

OUTPUTS: Mapping[str, str] = {
    "text": "terminal",
    "json": "record",
    "sarif": "sarif",
    "junit": "junit",
    "markdown": "markdown",
    "csv": "findings_csv",
    "html": "html_page",
}


def ending(output: str) -> str:
    """What the name of a file with such an output ends in: ``.json``."""
    return _ENDINGS.get(output, f".{output}")


def write_report(output: str, report: Report, stream: TextIO, color: Color = "auto") -> None:
    """Write a report to a stream in one of the OUTPUTS. Raises KeyError for one that is not listed."""
    module = import_module(f"syditval.reports.{OUTPUTS[output]}")
    write: Callable[[Report, TextIO, Color], None] = module.write
    write(report, stream, color)
