"""The report as GitHub-flavoured Markdown, for a memo or the conversation on a change.

It is a sequence of blocks with a blank line between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TextIO

from syditval.messages import texts
from syditval.messages.addresses import on_sheet
from syditval.messages.amounts import written
from syditval.messages.months import month_named
from syditval.model.relation import Verdict
from syditval.model.report import Coverage, Report
from syditval.model.table import Table
from syditval.reports.closing import closing
from syditval.reports.markdown_findings import causes, findings
from syditval.reports.markdown_text import Paper, pipe_table
from syditval.reports.outputs import Color
from syditval.reports.streams import encoding_of

# A count that is none.
NONE = "-"


def write(report: Report, stream: TextIO, color: Color = "never") -> None:
    """Write the report to a stream; what its encoding lacks is shown as an escape. Never coloured."""
    paper = Paper(texts(report.language), encoding_of(stream))
    stream.write("\n\n".join(_blocks(report, paper)) + "\n")


def _blocks(report: Report, paper: Paper) -> Iterator[str]:
    names = ", ".join(file.name for file in report.inputs)
    yield f"# {paper.say('markdown', 'title', file=names)}"
    yield paper.text(closing(report, paper))
    yield from _tables(report, paper) if report.tables else _nothing_recognised(report, paper)
    yield from causes(report, paper)
    yield from findings(report, paper)
    yield f"## {paper.say('terminal', 'not_checked')}"
    gaps = (gap.message or gap.reason for gap in report.not_checked)
    yield _list(gaps, paper) or paper.say("terminal", "nothing")
    if report.unguarded:
        yield f"## {paper.say('terminal', 'unguarded')}"
        yield _list((f"{on_sheet(each.cells)}: {each.message}" for each in report.unguarded), paper)
    for file in report.inputs:
        fields = {"file": file.name, "digest": file.sha256, "version": report.version}
        yield paper.say("markdown", "made_by", **fields)
    for month in report.against or ():
        yield paper.say("held_against", "one", file=month_named(month), digest=month.sha256)


def _nothing_recognised(report: Report, paper: Paper) -> Iterator[str]:
    if report.is_inferred:
        yield paper.say("sums", "nothing")
        return
    yield paper.say("terminal", "nothing_recognised")
    kinds = ", ".join(paper.kind(kind) for kind, _ in report.schemas)
    yield paper.say("terminal", "looked_for", kinds=kinds)


def _tables(report: Report, paper: Paper) -> Iterator[str]:
    """The verdicts and the coverage of each table; those that nobody declared only if anything was found."""
    rows = [_row(table, report, paper) for table in report.tables if not report.is_idle(table)]
    if len(rows) > 1:
        counts = _counts(report.verdicts(), report.coverage())
        rows.append([paper.say("terminal", "all_tables"), "", "", "", *counts])
    heads = [paper.say("head", key) for key in ("table", "kind", "unit", "period")]
    heads += [paper.text(paper.name("verdict", verdict)) for verdict in Verdict]
    yield f"## {paper.say('terminal', 'tables')}"
    if rows:
        yield pipe_table([*heads, paper.say("terminal", "covered")], rows, 4)
    if idle := report.idle_tables:
        yield paper.say("sums", "idle", count=Decimal(len(idle)), first=idle[0].range)
    if backed := sum(judgement.relation.formula_backed for judgement in report.judgements):
        yield paper.say("terminal", "formula_backed", count=Decimal(backed))


def _row(table: Table, report: Report, paper: Paper) -> list[str]:
    facts = (table.range, paper.kind(table.kind), table.unit.value, table.period)
    return [*map(paper.text, facts), *_counts(report.verdicts(table.id), report.coverage(table.id))]


def _counts(verdicts: Mapping[Verdict, int], coverage: Coverage) -> list[str]:
    counts = [written(Decimal(count)) if count else NONE for count in verdicts.values()]
    return [*counts, f"{written(Decimal(coverage.covered))}/{written(Decimal(coverage.figures))}"]


def _list(items: Iterable[str], paper: Paper) -> str:
    return "\n".join(f"- {paper.text(item)}" for item in items)
