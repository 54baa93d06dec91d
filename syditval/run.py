"""The one use case: the only place that knows the order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from syditval.arithmetic import NEAREST, Policy
from syditval.checks import (
    Checked,
    check_recalculated,
    check_region,
    check_tables,
    check_workbook,
    not_recalculated,
    ranked,
)
from syditval.diagnosis import explain
from syditval.kinds import load_kinds
from syditval.messages.worded import worded
from syditval.model.cells import Workbook
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.report import InputFile, Report
from syditval.model.table import Table
from syditval.reading import DEFAULT, Limits, Source, UnreadableWorkbook, isolated, open_source, read_workbook
from syditval.recalculation import NotRun, Recalculated, find_program, recalculate
from syditval.recognition import recognise, regions_of
from syditval.version import VERSION

if TYPE_CHECKING:
    from syditval.annotation import Annotated, CannotAnnotate

XLSX = "xlsx"
T = TypeVar("T")


class Question(StrEnum):
    """What is asked of a workbook: the tables of known kinds, or whatever adds up in any table."""

    RECONCILE = "reconcile"
    SUMS = "sums"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one run.

    The language of its texts, own schemas and the rounding policy; the limits of the file, the
    password of an encrypted one, and whether to do without the protection of a child process; the
    question, and whether formulas are to be calculated again by LibreOffice.
    """

    language: str = "en"
    schemas: Path | None = None
    policy: Policy = NEAREST
    limits: Limits = DEFAULT
    password: str | None = None
    in_process: bool = False
    question: Question = Question.RECONCILE
    recalc: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A workbook's report, and its annotated copy: why there is none, or None where none was asked for."""

    report: Report
    copy: Annotated | CannotAnnotate | None = None


def reconcile(place: str | Path | Source, request: Request = Request()) -> Report:
    """The report on one workbook.

    Raises UnreadableWorkbook where it cannot be read, KindMistakes where a schema file is wrong.
    """
    return review(place, None, request).report


def sums(place: str | Path | Source, request: Request = Request()) -> Report:
    """The report on the sums of one workbook, whatever its tables are. Raises UnreadableWorkbook."""
    return review(place, None, replace(request, question=Question.SUMS)).report


def review(
    place: str | Path | Source, target: Path | None, request: Request, folder: Path | None = None
) -> Outcome:
    """The report on one workbook, and an annotated copy of it at ``target`` if that is given.

    ``folder`` is made for the copy where there is none. All work on the file is done in a process
    of its own. Raises what ``reconcile`` raises.
    """
    source = place if isinstance(place, Source) else open_source(place, request.limits)
    kinds = load_kinds(request.schemas) if request.question is Question.RECONCILE else ()
    again = _recalculated(source, request) if request.recalc else None
    report = partial(_report, source, kinds, request, again)
    work = partial(_outcome, source, report, partial(_annotated, source, target, folder))
    try:
        return _protected(work, source, request)
    except (UnreadableWorkbook, KeyboardInterrupt):
        if target is not None:
            from syditval.annotation import sweep

            # A child that was killed may have been writing.
            with suppress(OSError):
                sweep(target)
        raise


def warm_up() -> None:
    """Load what nearly every workbook needs, so that child processes of several workbooks find it there."""
    for module in ("syditval.reading.open_xml", "pandera.pandas", "syditval.annotation"):
        import_module(module)


def _protected(work: Callable[[], T], source: Source, request: Request) -> T:
    """What some work on a file gives, done in a process of its own unless that is not wanted."""
    return work() if request.in_process else isolated(work, source.name, request.limits)


def _recalculated(source: Source, request: Request) -> Recalculated | NotRun | None:
    """The workbook calculated again, or why it was not; None where there is nothing to calculate."""
    read = _protected(partial(_extent, source, request), source, request)
    if read.container != XLSX:
        return NotRun(Reason.RECALCULATION_REFUSED, source.name)
    return recalculate(source.content, find_program(), request.limits.file_bytes) if read.formulas else None


def _extent(source: Source, request: Request) -> InputFile:
    return _input(read_workbook(source, request.limits, request.password))


def _outcome(
    source: Source,
    report_on: Callable[[], Report],
    copy: Callable[[Report], Annotated | CannotAnnotate | None],
) -> Outcome:
    report = report_on()
    source.refuse_change()
    return Outcome(report, copy(report) if report.tables else None)


def _annotated(
    source: Source, target: Path | None, folder: Path | None, report: Report
) -> Annotated | CannotAnnotate | None:
    """The annotated copy, or why there is none; None where none is asked for."""
    if target is None:
        return None
    from syditval.annotation import CannotAnnotate, annotate

    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        return annotate(source.path or source.content, target, report)
    except CannotAnnotate as refusal:
        return refusal
    except OSError as error:
        return CannotAnnotate("A005", file=str(target), cause=error.strerror or str(error))


def _report(
    source: Source, kinds: Sequence[TableKind], request: Request, again: Recalculated | NotRun | None
) -> Report:
    workbook = read_workbook(source, request.limits, request.password)
    ask = _summed if request.question is Question.SUMS else _reconciled
    tables, checked = ask(workbook, kinds, request, isinstance(again, Recalculated))
    if again is not None:
        checked += _compared(workbook, again, kinds, request, checked)
    findings = ranked(checked.findings, workbook)
    diagnosis = explain(tables, checked.judgements, findings, request.policy)
    report = Report(
        version=VERSION,
        language=request.language,
        inputs=(_input(workbook),),
        schemas=tuple((kind.name, kind.digest) for kind in kinds),
        tables=tables,
        judgements=checked.judgements,
        findings=findings,
        not_checked=checked.not_checked,
        causes=diagnosis.causes,
        not_localised=diagnosis.not_localised,
        unguarded=diagnosis.unguarded,
    )
    return worded(report)


def _reconciled(
    workbook: Workbook, kinds: Sequence[TableKind], request: Request, is_recalculated: bool
) -> tuple[tuple[Table, ...], Checked]:
    found = recognise(workbook, kinds)
    checked = check_tables(found.tables, kinds, request.policy)
    return found.tables, checked + check_workbook(
        workbook, found.tables, found.outside, kinds, is_recalculated
    )


def _summed(
    workbook: Workbook, kinds: Sequence[TableKind], request: Request, is_recalculated: bool
) -> tuple[tuple[Table, ...], Checked]:
    regions = tuple(regions_of(workbook))
    tables = tuple(region.table for region in regions)
    checked = Checked()
    for region in regions:
        checked += check_region(region.table, region.aggregates, region.withheld, request.policy)
    # Every number stands in a region: there is none outside.
    return tables, checked + check_workbook(workbook, tables, (), kinds, is_recalculated)


def _compared(
    workbook: Workbook,
    again: Recalculated | NotRun,
    kinds: Sequence[TableKind],
    request: Request,
    checked: Checked,
) -> Checked:
    """What the recalculated workbook says, but for cells that are known to be out of date without it."""
    if isinstance(again, NotRun):
        return not_recalculated(again.reason, again.detail)
    try:
        fresh = read_workbook(Source(workbook.name, again.content, None), request.limits)
    except UnreadableWorkbook as refusal:
        return not_recalculated(Reason.RECALCULATION_FAILED, refusal.code)
    return check_recalculated(workbook, fresh, kinds, known=checked.findings)


def _input(workbook: Workbook) -> InputFile:
    return InputFile(
        name=workbook.name,
        sha256=workbook.sha256,
        bytes=workbook.size,
        container=workbook.container,
        sheets=len(workbook.sheets),
        **asdict(workbook.counts),
    )
