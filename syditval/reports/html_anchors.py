"""Where on the page things are told: the anchors that links lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from syditval.model.report import Report


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchor of every finding and of every table, by their ids."""

    findings: Mapping[str, str]
    tables: Mapping[str, str]


def anchors_of(report: Report) -> Anchors:
    """The anchors of a report; a finding is told with its cause, with its group, or on its own."""
    findings = {finding.id: f"f{number}" for number, finding in enumerate(report.findings, 1)}
    for number, group in enumerate(report.not_localised, 1):
        findings |= dict.fromkeys(group.explains, f"g{number}")
    for number, cause in enumerate(report.causes, 1):
        findings |= dict.fromkeys(cause.explains, f"c{number}")
    return Anchors(findings, {table.id: f"t{number}" for number, table in enumerate(report.tables, 1)})
