"""What is told of each relation: the finding that it gave, or the gap where it could not be checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Judgement, Verdict
from syditval.model.report import Report

Told = Finding | NotChecked | None


def told_of_relations(report: Report) -> list[Told]:
    """For each of the report's judgements what is told of it; None where it needs no words."""
    at: defaultdict[tuple[str, CellRef | None], list[Finding | NotChecked]] = defaultdict(list)
    spoken: tuple[Finding | NotChecked, ...] = (*report.findings, *report.not_checked)
    for each in spoken:
        at[each.code, each.cell].append(each)
    return [_told(each, at[each.relation.rule, each.relation.target.cell]) for each in report.judgements]


def _told(judgement: Judgement, candidates: Iterable[Finding | NotChecked]) -> Told:
    return next((each for each in candidates if _is_of(each, judgement)), None)


def _is_of(candidate: Finding | NotChecked, judgement: Judgement) -> bool:
    """Whether it is of this very relation: a cell may be the target of several of one rule."""
    if isinstance(candidate, NotChecked):
        return judgement.verdict is Verdict.NOT_CHECKED
    terms = tuple(term.figure.cell for term in judgement.relation.terms)
    return candidate.verdict is judgement.verdict and candidate.related in ((), terms)
