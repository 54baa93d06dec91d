"""The JSON record of a report, and the JSON Schema that every record obeys."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any, TextIO

from syditval.messages.visible import is_hidden
from syditval.model.report import Report
from syditval.reports.outputs import Color

# All but plain ASCII. The line breaks are those of the record: json.dumps escapes those in a text.
_DOUBTFUL = re.compile(r"[^\n -~]")


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the record to a stream: plain ASCII where its encoding is not a Unicode one. Never coloured."""
    encoding = (stream.encoding or "utf-8").lower()
    stream.write(write_record(report, ascii_only=not encoding.startswith("utf")))


def write_record(report: Report, *, ascii_only: bool = False) -> str:
    """The record as JSON text with a line break at its end; ``ascii_only`` escapes all other characters.

    What hides in a text is escaped in either case, as are the lone surrogates of a file name that is
    no valid text.
    """
    text = json.dumps(report.to_dict(), ensure_ascii=ascii_only, indent=2) + "\n"
    return _DOUBTFUL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if is_hidden(found[0]) else found[0]


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record, as it ships."""
    source = files("syditval.reports").joinpath("record.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(source)
    return schema
