"""W001: a waiver that nothing was found for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo, Severity
from syditval.model.waiver import Waiver

_WAIVER = "\n! waiver F101 budget/total/actual -> Rättas i huvudboken."
# What such a waiver is meant for.
WAIVED_TABLE = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 90     | 0       | 0
"""

RULE = RuleInfo(
    code="W001",
    name="waiver-without-finding",
    severity=Severity.WARNING,
    bad=_WAIVER + SOUND_TABLE,
    good=_WAIVER + WAIVED_TABLE,
)


def unmatched(waivers: Iterable[Waiver], findings: Iterable[Finding]) -> Iterator[Waiver]:
    """The waivers that name none of the findings."""
    named = {(finding.code, finding.place) for finding in findings}
    return (waiver for waiver in waivers if (waiver.code, waiver.place) not in named)
