"""An earlier month's workbook, to hold a later one against without a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from syditval.kinds import load_kinds
from syditval.messages import Refusal
from syditval.model.earlier import Earlier, EarlierFinding
from syditval.model.kind import TableKind
from syditval.reading import Source
from syditval.recognition import stated_in
from syditval.run.protected import protected
from syditval.run.report import report_on
from syditval.run.request import Question, Request
from syditval.run.unmarked import read_unmarked


class AgainstRefusal(Refusal):
    """A workbook that nothing can be held against."""


def earlier_of(source: Source, request: Request, workbook: str) -> Earlier:
    """What is known of an earlier month by its workbook, read in a process of its own.

    ``workbook`` is the name of the later one: what is accepted of that is accepted of this one too, so that a
    record, which names no other waivers, says everything. Raises UnreadableWorkbook where it cannot be read,
    AgainstRefusal where no table is recognised in it, and TomlMistakes where a schema file is wrong.
    """
    accepted = tuple(replace(each, workbook="") for each in request.waivers if each.concerns(workbook))
    alone = replace(request, question=Question.RECONCILE, waivers=accepted, months=None)
    work = partial(_earlier, source, load_kinds(request.schemas), alone)
    return protected(work, source, request)


def _earlier(source: Source, kinds: Sequence[TableKind], request: Request) -> Earlier:
    workbook = read_unmarked(source, request).workbook
    report = report_on(workbook, kinds, request, None)
    source.refuse_change()
    if not report.tables:
        raise AgainstRefusal("U054", file=source.name)
    periods = [each.period for each in stated_in(workbook, report.tables).periods if each.period]
    return Earlier(
        name=workbook.name,
        sha256=workbook.sha256,
        # Of several that are stated, figures reach to the last.
        period=max(periods, default=None),
        tables=report.tables,
        findings=tuple(
            EarlierFinding(each.code, each.place, each.severity.value)
            for each in report.findings
            if each.is_pressing
        ),
    )
