"""The parts of the JSON record of a report: plain dicts, lists and strings, the public contract.

Its JSON Schema ships as ``reports/record.schema.json``. Amounts are strings of exact decimals in
the table's unit; cells are ``Sheet!A1`` with the sheet quoted as Excel does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from hashlib import sha256
from typing import Any

from syditval.model.cause import Cause, Change, Mechanism, NotLocalised, Slip, Unguarded
from syditval.model.earlier import Against
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Evidence, Judgement
from syditval.model.table import Table
from syditval.model.waiver import Waived, Waiver

RECORD_VERSION = 2
# The mechanism of an explanation by several things that happened together.
SEVERAL = "several"

SEAL = "seal"


def seal_of(record: Mapping[str, Any]) -> str:
    """The SHA-256 of everything in a record but its seal, however the record is laid out or ordered."""
    content = {key: value for key, value in record.items() if key != SEAL}
    written = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode("ascii")).hexdigest()


def exact(amount: Decimal) -> str:
    """A Decimal as plain digits: no exponent, no trailing zeros after the point, no negative zero."""
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def keyed(value: str) -> str:
    """A word of the model as a key: no blanks."""
    return value.replace(" ", "_")


def against_record(month: Against) -> dict[str, Any]:
    """One earlier month's workbook; its period is null where it is not known."""
    return {**asdict(month), "period": str(month.period) if month.period else None}


def table_record(table: Table) -> dict[str, Any]:
    """Where a table stands, and how it was understood."""
    return {
        "id": table.id,
        "kind": table.kind,
        "sheet": table.sheet,
        "range": table.range,
        "title": table.title,
        "unit": table.unit.value or None,
        "unit_source": table.unit_source or None,
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


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding with its evidence."""
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "table": finding.table or None,
        "cell": finding.cell.address if finding.cell else None,
        "related": [cell.address for cell in finding.related],
        "verdict": keyed(finding.verdict) if finding.verdict else None,
        **_evidence(finding.evidence),
        "message": finding.message,
        "place": finding.place,
        "waived": finding.is_waived,
        "waiver": _waived(finding.waived),
        "material": finding.is_material,
        "standing": finding.standing,
    }


def _waived(waived: Waived | None) -> dict[str, Any] | None:
    return {"state": waived.waiving.value, **waiver_record(waived.waiver)} if waived else None


def waiver_record(waiver: Waiver) -> dict[str, Any]:
    """One accepted difference."""
    return {
        "code": waiver.code,
        "place": waiver.place,
        "at_most": str(waiver.at_most) if waiver.at_most else None,
        "reason": waiver.reason,
        "who": waiver.who or None,
        "until": waiver.until.isoformat() if waiver.until else None,
        "workbook": waiver.workbook or None,
    }


def relation_record(judgement: Judgement) -> dict[str, Any]:
    """One relation with its verdict."""
    relation = judgement.relation
    return {
        "rule": relation.rule,
        "form": keyed(relation.form),
        "table": relation.table,
        "target": relation.target.cell.address,
        "terms": [{"cell": term.figure.cell.address, "weight": term.weight} for term in relation.terms],
        "per_cent": relation.per_cent,
        "formula_backed": relation.formula_backed,
        "grounds": asdict(relation.grounds) if relation.grounds else None,
        "verdict": keyed(judgement.verdict),
        "reason": judgement.reason.value if judgement.reason else None,
        **_evidence(judgement.evidence),
    }


def cause_record(cause: Cause) -> dict[str, Any]:
    """One cause with the ids of the findings that it explains, and the next likeliest explanations."""
    return {
        "certainty": keyed(cause.certainty),
        "table": cause.table,
        **_explanation(cause.slips),
        "explains": list(cause.explains),
        "failures": cause.failures,
        "severity": cause.severity.value,
        "message": cause.message,
        "alternatives": [
            {**_explanation(slips), "message": " ".join(slip.message for slip in slips)}
            for slips in cause.alternatives
        ],
        "others": cause.others,
    }


def _explanation(slips: Sequence[Slip]) -> dict[str, Any]:
    """What happened: where it was several things at once, each cell says which of them."""
    mechanism = keyed(slips[0].mechanism) if len(slips) == 1 else SEVERAL
    return {
        "mechanism": mechanism,
        "cells": [_change(change, slip.mechanism) for slip in slips for change in slip.changes],
        "witnesses": [cell.address for slip in slips for cell in slip.witnesses],
    }


def _change(change: Change, mechanism: Mechanism) -> dict[str, Any]:
    return {
        "cell": change.cell.address,
        "found": None if change.found is None else exact(change.found),
        "suggested": None if change.suggested is None else exact(change.suggested),
        "low": exact(change.low),
        "high": exact(change.high),
        "mechanism": keyed(mechanism),
    }


def not_localised_record(item: NotLocalised) -> dict[str, Any]:
    """Findings that no cause explains, and why."""
    return {
        "table": item.table,
        "obstacle": keyed(item.obstacle),
        "explains": list(item.explains),
        "message": item.message,
    }


def unguarded_record(item: Unguarded) -> dict[str, Any]:
    """The amounts of a table that are guarded too little, every one of them."""
    return {
        "table": item.table,
        "shelter": keyed(item.shelter),
        "cells": [cell.address for cell in item.cells],
        "figures": item.figures,
        "message": item.message,
    }


def gap_record(item: NotChecked) -> dict[str, Any]:
    """One thing that was not checked, at its cell or table or both; of a sheet, the name is the subject."""
    place = {"cell": item.cell.address} if item.cell else {}
    table = {"table": item.table} if item.table else {}
    return {
        **place,
        **table,
        "code": item.code or None,
        "reason": item.reason.value,
        "subject": item.subject or None,
        "message": item.message,
    }
