"""The findings as SARIF 2.1.0, for build servers, editors and whatever gathers the results of checks.

A cell has no region that SARIF knows: every location names the workbook as the file and the cell as a
logical location. What is waived is suppressed with its reason; what was not checked is a notification,
and a run in which nothing was recognised is none that succeeded.
"""

from __future__ import annotations

from typing import Any, TextIO

from syditval.messages import texts
from syditval.model.earlier import Against
from syditval.model.record import keyed
from syditval.model.report import InputFile, Report
from syditval.reports.json_text import json_text
from syditval.reports.outputs import Color
from syditval.reports.sarif_notifications import notifications
from syditval.reports.sarif_parts import file_uri
from syditval.reports.sarif_results import result
from syditval.reports.sarif_rules import codes_told, rule
from syditval.reports.streams import takes_unicode

SARIF_VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the log to a stream: plain ASCII where its encoding is not a Unicode one. Never coloured."""
    stream.write(json_text(sarif_log(report), ascii_only=not takes_unicode(stream)))


def sarif_log(report: Report) -> dict[str, Any]:
    """The log, of one run: in the language of the report, without times and without paths."""
    codes = codes_told(report)
    told = notifications(report, codes)
    run = {
        "tool": {"driver": _driver(report, codes)},
        "language": report.language,
        "automationDetails": {"id": f"syditval/{'sums' if report.is_inferred else 'reconcile'}/"},
        "invocations": [
            {
                "executionSuccessful": all(each["level"] != "error" for each in told),
                "toolExecutionNotifications": told,
            }
        ],
        "artifacts": [*map(_artifact, report.inputs), *map(_earlier, report.against or ())],
        "columnKind": "unicodeCodePoints",
        "results": [result(finding, codes.index(finding.code), report) for finding in report.findings],
        "properties": _properties(report),
    }
    return {"$schema": SCHEMA, "version": SARIF_VERSION, "runs": [run]}


def _driver(report: Report, codes: list[str]) -> dict[str, Any]:
    words = texts(report.language)
    return {
        "name": "syditval",
        "version": report.version,
        "semanticVersion": report.version,
        "language": report.language,
        "rules": [rule(code, report, words) for code in codes],
    }


def _artifact(file: InputFile) -> dict[str, Any]:
    return {
        "location": {"uri": file_uri(file.name)},
        "length": file.bytes,
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": file.sha256},
    }


def _earlier(month: Against) -> dict[str, Any]:
    """An earlier month's workbook: it was looked at, and is not what the log is about."""
    return {"location": {"uri": file_uri(month.name)}, "hashes": {"sha-256": month.sha256}}


def _properties(report: Report) -> dict[str, Any]:
    """What an empty list of results does not say: how much was checked, and by which options."""
    coverage = report.coverage()
    return {
        "relations": {keyed(verdict): count for verdict, count in report.verdicts().items()},
        "figures": coverage.figures,
        "covered": coverage.covered,
        "options": dict(report.options),
    }
