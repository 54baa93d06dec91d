"""A report with every sentence in its language."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages.catalogue import texts
from syditval.messages.causes import with_causes_worded
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.messages.standing import standing_sentence
from syditval.model.report import Report


def worded(report: Report) -> Report:
    """The report with the messages of its findings, gaps and causes filled in."""
    words = texts(report.language)
    findings = tuple(
        replace(each, message=finding_sentence(each, words), standing=standing_sentence(each, words))
        for each in report.findings
    )
    gaps = tuple(replace(each, message=gap_sentence(each, words)) for each in report.not_checked)
    return with_causes_worded(replace(report, findings=findings, not_checked=gaps), words)
