"""What counts of the findings: those that somebody has accepted and those too small to matter are marked.

None is ever removed: a waived finding is told as such, and a waiver that names nothing or has
expired is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from syditval.checks import expired_waiver, waiver_without_finding
from syditval.checks.expired_waiver import is_expired
from syditval.checks.places import as_stated
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo
from syditval.model.table import Table
from syditval.model.threshold import PER_CENT, Threshold
from syditval.model.waiver import Waived, Waiver, Waiving


@dataclass(frozen=True, slots=True)
class Standards:
    """What findings are held against: accepted differences on a day, and from which size on any matters.

    ``materiality`` is what was asked for; without it that of a table's kind counts.
    """

    waivers: tuple[Waiver, ...] = ()
    day: date = date.max
    materiality: Threshold | None = None


def waivers_for(workbook: str, waivers: Iterable[Waiver], codes: Iterable[str]) -> tuple[Waiver, ...]:
    """The waivers that concern a workbook, by its name, and rules that are applied to it."""
    applied = set(codes)
    return tuple(waiver for waiver in waivers if waiver.code in applied and waiver.concerns(workbook))


def held_against(
    findings: Iterable[Finding], tables: Sequence[Table], kinds: Sequence[TableKind], standards: Standards
) -> Iterator[Finding]:
    """The findings, each with its waiver and whether it is material; then what is wrong with waivers."""
    limits = _limits(tables, kinds, standards.materiality)
    found = list(findings)
    for finding in found:
        yield replace(
            finding,
            waived=_waived(finding, standards),
            is_material=not _is_below(limits.get(finding.table, standards.materiality), finding),
        )
    yield from _about_waivers(found, kinds, standards)


def _limits(
    tables: Sequence[Table], kinds: Sequence[TableKind], asked: Threshold | None
) -> Mapping[str, Threshold | None]:
    """From which size on a difference matters, table by table."""
    of_kinds = {kind.name: kind.materiality for kind in kinds}
    return {table.id: asked or of_kinds.get(table.kind) for table in tables}


def _waived(finding: Finding, standards: Standards) -> Waived | None:
    """The waiver that names a finding; of several, one that holds for it."""
    named = (
        Waived(waiver, _waiving(waiver, finding, standards.day))
        for waiver in standards.waivers
        if (waiver.code, waiver.place) == (finding.code, finding.place)
    )
    return min(named, key=lambda waived: list(Waiving).index(waived.waiving), default=None)


def _waiving(waiver: Waiver, finding: Finding, day: date) -> Waiving:
    if is_expired(waiver, day):
        return Waiving.EXPIRED
    if waiver.at_most is None or finding.evidence is None:
        return Waiving.WAIVED
    most = waiver.at_most.within(finding.unit)
    # A cap in tkr says nothing of a difference in percentage points: it is not accepted.
    is_over = most is None or abs(finding.evidence.difference) > most
    return Waiving.EXCEEDED if is_over else Waiving.WAIVED


def _is_below(limit: Threshold | None, finding: Finding) -> bool:
    """Whether a difference is known and smaller than the limit; what cannot be measured is not."""
    if limit is None or finding.evidence is None:
        return False
    # A limit without a unit is an amount: it says nothing of percentages.
    least = limit.within(finding.unit) if limit.unit or finding.unit != PER_CENT else None
    return least is not None and abs(finding.evidence.difference) < least


def _about_waivers(
    findings: Sequence[Finding], kinds: Sequence[TableKind], standards: Standards
) -> Iterator[Finding]:
    expired = set(expired_waiver.expired(standards.waivers, standards.day))
    holding = [waiver for waiver in standards.waivers if waiver not in expired]
    for waiver in waiver_without_finding.unmatched(holding, findings):
        yield _finding(as_stated(waiver_without_finding.RULE, kinds), waiver)
    for waiver in sorted(expired, key=attrgetter("code", "place")):
        yield _finding(as_stated(expired_waiver.RULE, kinds), waiver)


def _finding(rule: RuleInfo, waiver: Waiver) -> Finding:
    place = f"{waiver.code}/{waiver.place}"
    return Finding(
        id=f"{rule.code}/{place}",
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        table="",
        cell=None,
        fields={
            "finding": place,
            "reason": waiver.reason,
            "who": waiver.who,
            "until": waiver.until.isoformat() if waiver.until else "",
        },
        place=place,
    )
