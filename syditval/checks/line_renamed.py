"""T203: a line that is called something else than last month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syditval.checks.month_pair import MonthPair, label_cell
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.finding import Confidence, Finding
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="T203",
    name="line-renamed-since-last-month",
    severity=Severity.NOTE,
    bad=SOUND_TABLE.replace("Lokalhyror       ", "Lokaler och hyror") + MARCH,
    good=SOUND_TABLE + MARCH,
)


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding at the name of each line that its place, its budget or most of its name gave away."""
    for row, before in pair.lines.renamed:
        fields = {"was": before.label, "file": pair.conversion.source}
        cell = label_cell(pair.table, row.number)
        finding = finding_at(rule, pair.table, cell, rule.severity, fields)
        yield replace(finding, related=(pair.label_of(before),), confidence=Confidence.MEDIUM)
