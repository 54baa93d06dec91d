"""The last line of a report: what was found, and how much of the workbook that says anything about."""

from __future__ import annotations

from decimal import Decimal

from syditval.model.relation import NOTHING_TO_CHECK, Verdict
from syditval.model.report import Report
from syditval.reports.wording import Wording


def closing(report: Report, wording: Wording) -> str:
    """Counts of findings and causes, of relations checked and figures covered; never that all is well."""
    words = wording.words
    found = ", ".join(wording.count(count, severity) for severity, count in report.severities().items())
    if report.immaterial:
        found = words.get(
            "terminal", "closing_immaterial", found=found, count=Decimal(len(report.immaterial))
        )
    if report.waived:
        found = f"{found}; {wording.count(len(report.waived), 'waived')}"
    if report.causes:
        found = f"{found}; {wording.count(len(report.causes), 'cause')}"
    if not report.tables:
        return words.get("terminal", "closing_nothing", found=found)
    verdicts, coverage = report.verdicts(), report.coverage()
    relations = sum(verdicts.values())
    checked = relations - verdicts[Verdict.NOT_CHECKED]
    sentence = words.get(
        "terminal",
        "closing",
        found=found,
        checked=Decimal(checked),
        relations=Decimal(relations),
        covered=Decimal(coverage.covered),
        figures=Decimal(coverage.figures),
    )
    is_whole = relations and checked == relations and coverage.covered == coverage.figures
    if is_whole and all(gap.reason in NOTHING_TO_CHECK for gap in report.not_checked):
        return sentence
    return f"{sentence} {words.get('terminal', 'closing_incomplete')}"
