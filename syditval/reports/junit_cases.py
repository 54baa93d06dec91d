"""What a report says, as tests that pass, fail or are skipped.

Every relation is a test: it fails where the relation does, and is skipped where it could not be checked.
A finding that no relation gave is a test of its own: errors and warnings fail, notes pass with what they
say as their output. Findings that are waived or immaterial are skipped with the reason: they do not
count for the exit code, so they must not fail a build, and what passes is not looked at. What was not
checked and is no relation is a skipped test too. Where nothing was recognised there is one test, and it
is broken: a report without failures would look like success.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from syditval.messages import texts
from syditval.model.cause import Cause, NotLocalised
from syditval.model.finding import Finding, Status
from syditval.model.gap import NotChecked
from syditval.model.record import keyed
from syditval.model.relation import FAILS, Judgement
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.relation_words import formula
from syditval.reports.told import Told, told_of_relations
from syditval.reports.wording import Wording, labels


class Outcome(StrEnum):
    """How a test ended, by the name of the element that says so."""

    PASSED = ""
    FAILED = "failure"
    SKIPPED = "skipped"
    BROKEN = "error"


@dataclass(frozen=True, slots=True)
class Case:
    """One test, of a table or, where that is blank, of the workbook; ``group`` is its class name.

    ``message`` is why it did not pass, ``type`` that in a word which is the same in every language, and
    ``lines`` are all that there is to say.
    """

    table: str
    group: str
    name: str
    outcome: Outcome = Outcome.PASSED
    type: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


def cases_of(report: Report) -> Iterator[Case]:
    """The tests of a report: its relations, then all other findings, then all else that was not checked."""
    if not report.tables:
        yield _nothing_recognised(report)
    told = told_of_relations(report)
    for judgement, each in zip(report.judgements, told, strict=True):
        yield _of_relation(judgement, each, report)
    of_relations = {id(each) for each in told}
    for finding in report.findings:
        if id(finding) not in of_relations:
            yield _of_finding(finding, report)
    for gap in report.not_checked:
        if id(gap) not in of_relations:
            yield _of_gap(gap, report)


def _nothing_recognised(report: Report) -> Case:
    wording = Wording(texts(report.language))
    key = ("sums", "nothing") if report.is_inferred else ("terminal", "nothing_recognised")
    sentence = wording.words.get(*key)
    group = wording.place(None)
    return Case("", group, sentence, Outcome.BROKEN, "nothing_recognised", sentence)


def _of_relation(judgement: Judgement, told: Told, report: Report) -> Case:
    relation, wording = judgement.relation, Wording(texts(report.language))
    name = f"{formula(relation, wording)} ({relation.rule})"
    case = Case(relation.table, f"{relation.target.cell.sheet}.{relation.rule}", name)
    fails = judgement.verdict in FAILS
    if isinstance(told, Finding):
        return _ended(case, told, fails=fails, report=report)
    if fails:
        verdict = wording.name("verdict", judgement.verdict)
        return replace(case, outcome=Outcome.FAILED, type=keyed(judgement.verdict), message=verdict)
    if not judgement.reason:
        return case
    reason = told.message if told else wording.name("reason", judgement.reason)
    return replace(case, outcome=Outcome.SKIPPED, type=judgement.reason.name.lower(), message=reason)


def _of_finding(finding: Finding, report: Report) -> Case:
    wording = Wording(texts(report.language))
    place = finding.cell.a1 if finding.cell else wording.place(None)
    sheet = finding.cell.sheet if finding.cell else wording.place(None)
    title = wording.words.get(finding.code, "title")
    case = Case(finding.table, f"{sheet}.{finding.code}", f"{place}: {title} ({finding.code})")
    return _ended(case, finding, fails=finding.severity is not Severity.NOTE, report=report)


def _ended(case: Case, finding: Finding, *, fails: bool, report: Report) -> Case:
    """The test with what a finding says; one that does not count for the exit code is skipped."""
    lines = tuple(_lines(finding, report))
    status = finding.status
    if status is not Status.OPEN:
        told = finding.standing or finding.message
        return replace(case, outcome=Outcome.SKIPPED, type=status.value, message=told, lines=lines)
    if not fails:
        return replace(case, lines=lines)
    what = keyed(finding.verdict) if finding.verdict else finding.name
    return replace(case, outcome=Outcome.FAILED, type=what, message=finding.message, lines=lines)


def _lines(finding: Finding, report: Report) -> Iterator[str]:
    """What there is to say of a finding: labels, sentence, amounts, standing, and what explains it."""
    yield labels(finding.row_label, finding.column_label)
    yield finding.message
    for name, amount, unit in evidence_amounts(finding, Wording(texts(report.language))):
        yield f"{name} {amount} {unit}"
    yield finding.standing
    groups: tuple[Cause | NotLocalised, ...] = (*report.causes, *report.not_localised)
    for group in groups:
        if finding.id in group.explains:
            yield from group.message.splitlines()


def _of_gap(gap: NotChecked, report: Report) -> Case:
    sheet = gap.cell.sheet if gap.cell else Wording(texts(report.language)).place(None)
    reason = gap.reason.name.lower()
    told = gap.message or gap.reason.value
    return Case(gap.table, f"{sheet}.{gap.code or reason}", told, Outcome.SKIPPED, reason, told)
