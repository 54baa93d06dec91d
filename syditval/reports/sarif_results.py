"""One finding as a SARIF result."""

from __future__ import annotations

from typing import Any

from syditval.messages import texts
from syditval.messages.visible import visible
from syditval.model.cause import Cause
from syditval.model.finding import Finding
from syditval.model.record import exact, keyed
from syditval.model.report import Report
from syditval.reports.sarif_parts import location, message, valid
from syditval.reports.wording import Wording

# Grows when the same finding would get another print.
FINGERPRINT = "symbolicIdentity/v1"


def result(finding: Finding, rule_index: int, report: Report) -> dict[str, Any]:
    """A finding with its cell, the cells it is computed from, and the cell that caused it where one is known.

    Its print has neither address nor period in it: the same finding has the same one next month.
    """
    place = Wording(texts(report.language)).place(finding.cell)
    causes = [cause for cause in report.causes if finding.id in cause.explains]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": message(f"{place}: {finding.message}", finding.standing),
        "locations": [location(finding.cell, report)],
        "relatedLocations": _related(finding, causes, report),
        "partialFingerprints": {FINGERPRINT: valid(f"{finding.code}/{finding.place}")},
        "suppressions": _suppressions(finding),
        "properties": _properties(finding),
    }


def _related(finding: Finding, causes: list[Cause], report: Report) -> list[dict[str, Any]]:
    culprits = [location(cause.primary, report, *cause.message.splitlines()) for cause in causes]
    return culprits + [location(cell, report) for cell in dict.fromkeys(finding.related)]


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    """None is an empty list: whether a finding is suppressed is known of all of them."""
    if not finding.waived or not finding.is_waived:
        return []
    reason = visible(finding.waived.waiver.reason)
    return [{"kind": "external", "status": "accepted", "justification": reason}]


def _properties(finding: Finding) -> dict[str, str]:
    """What SARIF has no word for; amounts are exact strings in the unit given."""
    evidence = finding.evidence
    amounts = {
        name: exact(getattr(evidence, name))
        for name in ("expected", "found", "difference", "bound")
        if evidence
    }
    stated = {
        "id": finding.id,
        "status": finding.status.value,
        "confidence": finding.confidence.value,
        "table": finding.table,
        "row": finding.row_label,
        "column": finding.column_label,
        "verdict": keyed(finding.verdict or ""),
        **amounts,
        "unit": finding.unit,
    }
    return {name: valid(value) for name, value in stated.items() if value}
