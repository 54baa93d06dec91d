"""A report made by hand in which some findings do not count: waived, or too small to matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from syditval.messages import texts
from syditval.messages.standing import standing_sentence
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waived, Waiver, Waiving
from tests.reports.example_reports import with_findings

# Nothing that stands in a waiver is markup, a placeholder or a formula.
REASON = "=Avtalad med `A. Berg` <b>|{0}[här](1)"
WAIVER = Waiver(
    "F101", "budget/summa/actual", REASON, Threshold.parse("60 tkr"), "A. Berg", date(2024, 12, 31)
)

STANDINGS: Mapping[str, Mapping[str, Any]] = {
    "F101/budget/summa/actual/-": {"waived": Waived(WAIVER, Waiving.WAIVED)},
    "V101/budget/kostnader/variance/-": {"is_material": False},
    "V103/investment/it-invest hallsberg/percent/2024-04-30": {
        "waived": Waived(
            replace(WAIVER, code="V103", place="investment/it-invest hallsberg/percent"), Waiving.EXPIRED
        )
    },
    "H101/budget/loner/budget/-": {
        "waived": Waived(Waiver("H101", "budget/loner/budget", "Rättas i maj."), Waiving.WAIVED)
    },
}


def with_standing(language: str) -> Report:
    """Of eight findings two are waived, one is immaterial, and the waiver of one has expired."""
    report = with_findings(language)
    found = tuple(_standing(finding, language) for finding in report.findings)
    ordered = sorted(found, key=lambda finding: (finding.is_waived, not finding.is_material))
    return replace(report, findings=tuple(ordered), waivers=(WAIVER,))


def _standing(finding: Finding, language: str) -> Finding:
    place = finding.id.removeprefix(f"{finding.code}/").rpartition("/")[0]
    stands = replace(finding, place=place, **STANDINGS.get(finding.id, {}))
    return replace(stands, standing=standing_sentence(stands, texts(language)))
