"""What a rule finds in an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from syditval.checks import check_recalculated, rule_digests
from syditval.kinds import load_kinds
from syditval.messages import texts
from syditval.messages.findings import finding_sentence
from syditval.model.earlier import Earlier, Months
from syditval.model.example import DAY, Example
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.period import Period
from syditval.recognition import recognise
from syditval.run.report import report_on
from syditval.run.request import Question, Request


def months_of(example: Example, kinds: Sequence[TableKind]) -> Months | None:
    """The earlier months of an example, as they are recognised; None where it has none."""
    earlier = (
        Earlier(
            each.workbook.name,
            each.workbook.sha256,
            each.period,
            recognise(each.workbook, kinds).tables,
            each.findings,
        )
        for each in example.months
    )
    return Months(tuple(earlier), example.decision, Period.of_day(DAY)) if example.months else None


def found_in(example: Example, code: str, language: str) -> tuple[Finding, ...]:
    """The findings of a rule in an example, worded, when that is asked to which the rule belongs."""
    kinds = load_kinds()
    is_asked = code in dict(rule_digests(inferred=False, recalculated=True, has_months=True))
    request = Request(
        language=language,
        question=Question.RECONCILE if is_asked else Question.SUMS,
        waivers=example.waivers,
        as_of=DAY,
        months=months_of(example, kinds),
    )
    findings = report_on(example.workbook, kinds if is_asked else (), request, None).findings
    if example.recalculated:
        fresh = check_recalculated(example.workbook, example.recalculated, kinds).findings
        words = texts(language)
        findings += tuple(replace(each, message=finding_sentence(each, words)) for each in fresh)
    return tuple(finding for finding in findings if finding.code == code)
