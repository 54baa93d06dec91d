"""A workbook to a report on it and an annotated copy of it: the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from syditval import checks
from syditval.kinds import load_kinds
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.report import InputFile, Report
from syditval.reading import Source, open_source, read_workbook
from syditval.recalculation import NotRun, find_program, recalculate
from syditval.run.copy import annotated
from syditval.run.protected import protected
from syditval.run.report import Again, input_file, report_on
from syditval.run.request import CopyOrder, Outcome, Question, Request
from syditval.run.unmarked import read_unmarked

XLSX = "xlsx"
_DEFAULT = Request()


def reconcile(place: str | Path | Source, request: Request = _DEFAULT) -> Report:
    """The report on one workbook.

    Raises UnreadableWorkbook where it cannot be read, TomlMistakes where a schema file is wrong.
    """
    return review(place, None, request).report


def sums(place: str | Path | Source, request: Request = _DEFAULT) -> Report:
    """The report on the sums of one workbook, whatever its tables are. Raises UnreadableWorkbook."""
    return review(place, None, replace(request, question=Question.SUMS)).report


def review(place: str | Path | Source, order: CopyOrder | None, request: Request) -> Outcome:
    """The report on one workbook, and an annotated copy of it if that is ordered.

    All work on the file is done in a process of its own. Raises what ``reconcile`` raises.
    """
    source = place if isinstance(place, Source) else open_source(place, request.limits)
    kinds = load_kinds(request.schemas) if request.question is Question.RECONCILE else ()
    again = _recalculated(source, request) if request.recalc else None
    work = partial(_outcome, source, kinds, order, request, again)
    return protected(work, source, request, order.target if order else None)


def warm_up() -> None:
    """Load what nearly every workbook needs, so that child processes of several workbooks find it there."""
    import_module("syditval.reading.open_xml")
    checks.warm_up()


def _recalculated(source: Source, request: Request) -> Again:
    """The workbook calculated again, or why it was not; None where there is nothing to calculate."""
    read = protected(partial(_extent, source, request), source, request)
    if read.container != XLSX:
        return NotRun(Reason.RECALCULATION_REFUSED, source.name)
    return recalculate(source.content, find_program(), request.limits.file_bytes) if read.formulas else None


def _extent(source: Source, request: Request) -> InputFile:
    return input_file(read_workbook(source, request.limits, request.password))


def _outcome(
    source: Source, kinds: Sequence[TableKind], order: CopyOrder | None, request: Request, again: Again
) -> Outcome:
    read = read_unmarked(source, request)
    report = report_on(read.workbook, kinds, request, again)
    source.refuse_change()
    if order is None or not report.tables:
        return Outcome(report)
    return Outcome(report, annotated(source, read, report, order, request))
