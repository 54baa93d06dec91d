"""The JSON record of a report, and the JSON Schema that every record obeys."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, TextIO

from syditval.model.report import Report
from syditval.reports.json_text import json_text
from syditval.reports.outputs import Color
from syditval.reports.streams import takes_unicode


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the record to a stream: plain ASCII where its encoding is not a Unicode one. Never coloured."""
    stream.write(write_record(report, ascii_only=not takes_unicode(stream)))


def write_record(report: Report, *, ascii_only: bool = False) -> str:
    """The record as JSON text; ``ascii_only`` escapes all characters but plain ASCII."""
    return json_text(report.to_dict(), ascii_only=ascii_only)


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record, as it ships."""
    source = files("syditval.reports").joinpath("record.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(source)
    return schema
