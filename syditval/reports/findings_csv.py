"""The findings as CSV, one a row, as the spreadsheet program of the report's language opens it.

Swedish has semicolons and decimal commas, English commas and decimal points. Amounts are plain numbers
in the unit given. A text that such a program would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import TextIO
from unicodedata import normalize

from syditval.messages import texts
from syditval.model.finding import Finding
from syditval.model.record import exact
from syditval.model.report import Report
from syditval.reports.outputs import Color
from syditval.reports.streams import UTF_8, encoding_of, shown
from syditval.reports.wording import Wording

# What separates fields, and what separates the decimals of a number.
MARKS = {"en": (",", "."), "sv": (";", ",")}
BYTE_ORDER_MARK = "\ufeff"
COLUMNS = (
    *("code", "rule", "severity", "status", "table", "sheet", "cell", "row", "column", "verdict"),
    *("expected", "found", "difference", "bound", "unit", "message", "standing", "id"),
)
AMOUNTS = ("expected", "found", "difference", "bound")
# Full-width forms of these are taken for them, and the true minus sign for a hyphen.
FORMULA_SIGNS = frozenset("=+-@\N{MINUS SIGN}")


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the findings below their heads, to a stream with or without line breaks of its own.

    A byte order mark goes before, where the stream is in UTF-8. What its encoding lacks is shown as an
    escape. Never coloured.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(newline="")
    encoding = encoding_of(stream)
    if encoding == UTF_8:
        stream.write(BYTE_ORDER_MARK)
    separator, point = MARKS[report.language]
    # All are quoted, so that no other sign a program may split at can end a field.
    rows = csv.writer(stream, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    wording = Wording(texts(report.language))
    rows.writerow(shown(wording.words.get("head", key), encoding) for key in COLUMNS)
    for finding in report.findings:
        texts_of, amounts = _texts(finding, wording), _amounts(finding, point)
        rows.writerow(amounts.get(key) or harmless(shown(texts_of.get(key, ""), encoding)) for key in COLUMNS)


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet program might take it for a formula."""
    return f"'{text}" if normalize("NFKC", text.lstrip()[:1]) in FORMULA_SIGNS else text


def _texts(finding: Finding, wording: Wording) -> Mapping[str, str]:
    cell = finding.cell
    return {
        "code": finding.code,
        "rule": wording.words.get(finding.code, "title"),
        "severity": wording.name("severity", finding.severity),
        "status": wording.name("status", finding.status),
        "table": finding.table,
        "sheet": cell.sheet if cell else "",
        "cell": cell.a1 if cell else "",
        "row": finding.row_label,
        "column": finding.column_label,
        "verdict": wording.name("verdict", finding.verdict) if finding.verdict else "",
        "unit": finding.unit,
        "message": finding.message,
        "standing": finding.standing,
        "id": finding.id,
    }


def _amounts(finding: Finding, point: str) -> Mapping[str, str]:
    """Exact digits, without groups."""
    evidence = finding.evidence
    return {key: exact(getattr(evidence, key)).replace(".", point) for key in AMOUNTS if evidence}
