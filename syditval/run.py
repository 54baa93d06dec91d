"""The one use case: the only place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from syditval.arithmetic import NEAREST, Policy
from syditval.checks import check_tables
from syditval.kinds import load_kinds
from syditval.messages import texts
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.cells import CellRef, Workbook
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.report import InputFile, Report
from syditval.reading import Source, open_source, read_workbook
from syditval.recognition import recognise
from syditval.version import VERSION


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one run: the language of its texts, own schemas, and the rounding policy."""

    language: str = "en"
    schemas: Path | None = None
    policy: Policy = NEAREST


def reconcile(place: str | Path | Source, request: Request = Request()) -> Report:
    """The report on one workbook.

    Raises UnreadableWorkbook where it cannot be read, KindMistakes where a schema file is wrong.
    """
    source = place if isinstance(place, Source) else open_source(place)
    kinds = load_kinds(request.schemas)
    workbook = read_workbook(source)
    recognition = recognise(workbook, kinds)
    checked = check_tables(recognition.tables, kinds, request.policy)
    gaps = (*checked.not_checked, *_outside(recognition.outside))
    report = Report(
        version=VERSION,
        language=request.language,
        inputs=(_input(workbook),),
        schemas=tuple((kind.name, kind.digest) for kind in kinds),
        tables=recognition.tables,
        judgements=checked.judgements,
        findings=tuple(_worst_first(_distinct(checked.findings), workbook)),
        not_checked=gaps,
    )
    return _worded(report)


def _input(workbook: Workbook) -> InputFile:
    return InputFile(workbook.name, workbook.sha256, workbook.size, len(workbook.sheets), workbook.cell_count)


def _outside(cells: Sequence[CellRef]) -> Iterator[NotChecked]:
    """The numbers outside every table, one entry a sheet."""
    for _, group in groupby(cells, key=lambda cell: cell.sheet):
        found = list(group)
        yield NotChecked(Reason.OUTSIDE_TABLES, cell=found[0], count=len(found))


def _worst_first(findings: Iterable[Finding], workbook: Workbook) -> list[Finding]:
    """The findings by severity, then as one reads the workbook: tab by tab, row by row."""
    tabs = {sheet.name: place for place, sheet in enumerate(workbook.sheets)}

    def place(finding: Finding) -> tuple[int, int, CellRef, str]:
        return (finding.severity.rank, tabs[finding.cell.sheet], finding.cell, finding.code)

    return sorted(findings, key=place)


def _distinct(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with ids of their own: one that comes again at the same place is numbered."""
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        yield finding if number == 1 else replace(finding, id=f"{finding.id}~{number}")


def _worded(report: Report) -> Report:
    """The report with every sentence in its language."""
    words = texts(report.language)
    return replace(
        report,
        findings=tuple(replace(each, message=finding_sentence(each, words)) for each in report.findings),
        not_checked=tuple(replace(each, message=gap_sentence(each, words)) for each in report.not_checked),
    )
