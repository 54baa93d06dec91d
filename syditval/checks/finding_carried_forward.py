"""T401: a finding that an earlier month had already, at the same place, and that nobody has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.earlier import Earlier
from syditval.model.finding import Confidence, Finding
from syditval.model.rule import RuleInfo, Severity

_FOUND = "! finding S003 budget/personalkostnader~2/label warning\n"
RULE = RuleInfo(
    code="T401",
    name="finding-carried-forward",
    severity=Severity.NOTE,
    bad=SOUND_TABLE.replace("Lokalhyror       ", "Personalkostnader")
    + MARCH.replace("Lokalhyror       ", "Personalkostnader")
    + _FOUND,
    good=SOUND_TABLE + MARCH + _FOUND,
)


def carried_forward(findings: Iterable[Finding], earlier: Earlier, rule: RuleInfo) -> Iterator[Finding]:
    """One finding for each of some findings that counted in an earlier month too, by code and place.

    Notes ask for nothing, and are not carried forward.
    """
    then = {(each.code, each.place) for each in earlier.findings if each.severity != Severity.NOTE}
    for finding in findings:
        if finding.severity is not Severity.NOTE and (finding.code, finding.place) in then:
            yield replace(
                finding,
                id=f"{rule.code}/{finding.id}",
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                confidence=Confidence.HIGH,
                related=(),
                verdict=None,
                evidence=None,
                fields={"finding": finding.code, "file": earlier.name},
                place=f"{finding.code}/{finding.place}",
            )
