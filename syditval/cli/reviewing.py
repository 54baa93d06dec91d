"""What ``reconcile`` and ``sums`` share: workbooks in, a report on each and an annotated copy of each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.loudness import is_quiet, note
from syditval.cli.marking import marking_options
from syditval.cli.progress import followed
from syditval.cli.protection import note_missing_protections, with_password
from syditval.cli.report_files import write_file
from syditval.cli.settled import isolated_option
from syditval.cli.standards import standards_options
from syditval.cli.suggestions import files
from syditval.cli.tasks import Options, Task, tasks
from syditval.cli.values import OneOf
from syditval.cli.words import refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN, worst

if TYPE_CHECKING:
    from syditval.model.report import Report
    from syditval.run import Outcome, Question

_TEXT = "text"


def parameters(*own: click.Parameter) -> list[click.Parameter]:
    """The argument and the options that both commands have, with a command's own before the general ones."""
    from syditval.reports.outputs import OUTPUTS

    return [
        options.workbooks_argument(several=True),
        click.Option(
            ["--format", "form"], type=OneOf(list(OUTPUTS)), multiple=True, metavar="FORM", help=say("format")
        ),
        click.Option(
            ["-o", "--output"], multiple=True, metavar="PATH", shell_complete=files, help=say("output")
        ),
        click.Option(["--no-annotate"], is_flag=True, help=say("no_annotate")),
        *marking_options(),
        *asking_options(*own),
    ]


def asking_options(*own: click.Parameter) -> list[click.Parameter]:
    """The options that say what is asked of a workbook, with a command's own among them."""
    return [
        options.choice_option("fail-on", "error", "warning", "note"),
        *standards_options(),
        options.choice_option("rounding", "nearest", "truncation"),
        options.choice_option("ratio-basis", "underlying", "shown"),
        *own,
        click.Option(["--recalc"], is_flag=True, help=say("recalc")),
        isolated_option(),
        options.limit_option(),
        options.in_process_option(),
        options.color_option(),
        options.lang_option(),
    ]


def review_all(given: Options, question: Question) -> int:
    """Review every workbook; the worst of the exit codes."""
    planned = {task.workbook: task for task in tasks(given, question)}
    if not given["in_process"]:
        note_missing_protections()
        if len(planned) > 1:
            from syditval.run import warm_up

            warm_up()
    return worst([_one(planned[workbook]) for workbook in followed(given["workbooks"])])


def _one(task: Task) -> int:
    """Files come first, so that a standard output that fails does not cost them; they are told last."""
    from syditval.reading import open_source
    from syditval.run import review

    try:
        source = open_source(task.workbook, task.request.limits)
        request = replace(task.request, months=task.against.months(source.name, task.request))
        outcome = review(source, task.order, with_password(source, request))
    except Refusal as error:
        return refused(error)
    filed = [(place, _filed(form, outcome.report, place)) for form, place in task.reports if place]
    _show(outcome.report, task)
    tell = _teller(task)
    for place, code in filed:
        if code == EXIT_CLEAN:
            tell(say("report_written", path=visible(str(place))))
    return worst([*(code for _, code in filed), _told(outcome, tell), outcome.report.exit_code(task.fail_on)])


def _filed(form: str, report: Report, place: Path) -> int:
    try:
        write_file(form, report, place)
    except Refusal as error:
        return refused(error)
    return EXIT_CLEAN


def _show(report: Report, task: Task) -> None:
    """Write what is for standard output, if anything is."""
    from syditval.reports.outputs import write_report

    if task.is_usual and is_quiet():
        return
    for form, place in task.reports:
        if place is None:
            write_report(form, report, sys.stdout, task.color)


def _teller(task: Task) -> Callable[[str], None]:
    """What says where files went: on standard output, unless a form stands there that programs read."""
    is_read = any(place is None and form != _TEXT for form, place in task.reports)
    return note if is_read or is_quiet() else click.echo


def _told(outcome: Outcome, tell: Callable[[str], None]) -> int:
    """Say what became of the copy."""
    copy = outcome.copy
    if isinstance(copy, Refusal):
        return refused(copy)
    if copy is None:
        return 0
    if copy.alone is not None:
        refused(copy.alone)
        tell(say("alone", path=visible(str(copy.path))))
    else:
        tell(say("annotated", path=visible(str(copy.path)), parts=copy.untouched))
    return 0
