"""The JSON record of a report: plain dicts, lists and strings, the public contract.

Its JSON Schema ships as ``reports/record.schema.json``. Amounts are strings of exact decimals in
the table's unit; cells are ``Sheet!A1`` with the sheet quoted as Excel does.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from syditval.model.finding import Finding
    from syditval.model.relation import Evidence, Judgement
    from syditval.model.report import NotChecked, Report
    from syditval.model.table import Table

RECORD_VERSION = 1


def exact(amount: Decimal) -> str:
    """A Decimal as plain digits: no exponent, no trailing zeros after the point, no negative zero."""
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def as_record(report: Report) -> dict[str, Any]:
    """The whole report as the record."""
    coverage = report.coverage()
    return {
        "record": RECORD_VERSION,
        "tool": {"name": "syditval", "version": report.version},
        "inputs": [
            {
                "name": file.name,
                "sha256": file.sha256,
                "bytes": file.bytes,
                "sheets": file.sheets,
                "cells": file.cells,
            }
            for file in report.inputs
        ],
        "schemas": [{"kind": kind, "sha256": digest} for kind, digest in report.schemas],
        "tables": [_table(table) for table in report.tables],
        "summary": {
            "relations": {_key(verdict): n for verdict, n in report.verdicts().items()},
            "findings": {severity.value: n for severity, n in report.severities().items()},
            "waived": 0,
            "amounts": coverage.figures,
            "covered": coverage.covered,
        },
        "findings": [_finding(finding) for finding in report.findings],
        # Explanations of findings are not made yet; the key stands so that readers can rely on it.
        "causes": [],
        "relations": [_relation(judgement) for judgement in report.judgements],
        "not_checked": [_not_checked(item) for item in report.not_checked],
    }


def _key(value: str) -> str:
    return value.replace(" ", "_")


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "kind": table.kind,
        "sheet": table.sheet,
        "range": table.range,
        "title": table.title,
        "unit": table.unit.value,
        "unit_source": table.unit_source,
        "period": table.period or None,
        "sign": table.sign.value,
        "columns": [
            {"role": column.role, "header": column.header, "column": column.column}
            for column in table.columns
        ],
        "differences": [
            {
                "target": difference.target,
                "minuend": difference.minuend,
                "subtrahend": difference.subtrahend,
                "basis": difference.basis.value,
                "hits": difference.hits,
                "rows": difference.rows,
            }
            for difference in table.differences
        ],
        "rows": len(table.rows),
    }


def _evidence(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return dict.fromkeys(("expected", "found", "difference", "bound"))
    return {
        "expected": exact(evidence.expected),
        "found": exact(evidence.found),
        "difference": exact(evidence.difference),
        "bound": exact(evidence.bound),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "table": finding.table or None,
        "cell": finding.cell.address,
        "related": [cell.address for cell in finding.related],
        "verdict": _key(finding.verdict) if finding.verdict else None,
        **_evidence(finding.evidence),
        "message": finding.message,
        "waived": False,
    }


def _relation(judgement: Judgement) -> dict[str, Any]:
    relation = judgement.relation
    return {
        "rule": relation.rule,
        "form": relation.form.value,
        "table": relation.table,
        "target": relation.target.cell.address,
        "terms": [{"cell": term.figure.cell.address, "weight": term.weight} for term in relation.terms],
        "formula_backed": relation.formula_backed,
        "verdict": _key(judgement.verdict),
        "reason": judgement.reason.value if judgement.reason else None,
        **_evidence(judgement.evidence),
    }


def _not_checked(item: NotChecked) -> dict[str, Any]:
    place = {"cell": item.cell.address} if item.cell else {}
    table = {"table": item.table} if item.table else {}
    return {**place, **table, "code": item.code or None, "reason": item.reason.value, "message": item.message}
