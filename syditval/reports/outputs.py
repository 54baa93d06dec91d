"""The table of outputs: what a report can be written as, and the module of this room that does it.

A module is loaded when it is asked for: rich, which only text needs, costs more than a small report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Literal, TextIO

from syditval.model.report import Report

Color = Literal["auto", "always", "never"]

OUTPUTS: Mapping[str, str] = {"text": "terminal", "json": "record"}


def write_report(output: str, report: Report, stream: TextIO, color: Color = "auto") -> None:
    """Write a report to a stream in one of the OUTPUTS. Raises KeyError for one that is not listed."""
    module = import_module(f"syditval.reports.{OUTPUTS[output]}")
    write: Callable[[Report, TextIO, Color], None] = module.write
    write(report, stream, color)
