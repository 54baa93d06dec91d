"""The four amounts behind a finding, with their names and units."""

from __future__ import annotations

from syditval.messages.amounts import signed, written
from syditval.model.finding import Finding
from syditval.reports.wording import Wording

PER_CENT = "%"


def evidence_amounts(finding: Finding, wording: Wording) -> list[tuple[str, str, str]]:
    """Name, amount and unit of what is expected, of what is found, of their difference and of its bound."""
    evidence, unit, words = finding.evidence, finding.unit, wording.words
    if evidence is None:
        return []
    # What lies between two percentages is measured in percentage points.
    distance = words.get("terminal", "points") if unit == PER_CENT else unit
    return [
        (words.get("terminal", "expected"), written(evidence.expected), unit),
        (words.get("terminal", "found"), written(evidence.found), unit),
        (words.get("terminal", "difference"), signed(evidence.difference), distance),
        (words.get("terminal", "bound"), written(evidence.bound), distance),
    ]
