"""What ``reconcile`` and ``sums`` share: workbooks in, a report on each and an annotated copy of each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.copies import planned_copies
from syditval.cli.marking import Marking, copy_orders, marking_options, wishes_of
from syditval.cli.progress import followed
from syditval.cli.protection import note_missing_protections, with_password
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import worst

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.run import CopyOrder, Outcome, Request


# The options that say how the annotated copy is to be.
_OF_THE_COPY = ("output", *Marking.__annotations__)


class Options(Marking):
    """What click gives for the options that both commands have."""

    workbooks: tuple[str, ...]
    output: str | None
    no_annotate: bool
    form: str
    fail_on: str
    rounding: str
    ratio_basis: str
    recalc: bool
    limit: tuple[str, ...]
    in_process: bool
    color: Color


@dataclass(frozen=True, slots=True)
class Aims:
    """What is to be made of each report, and where it goes."""

    form: str
    copies: Mapping[str, CopyOrder]
    fail_on: str
    color: Color


def parameters(*own: click.Parameter) -> list[click.Parameter]:
    """The argument and the options that both commands have, with a command's own before the general ones."""
    return [
        options.workbooks_argument(several=True),
        click.Option(["-o", "--output"], metavar="PATH", help=say("output")),
        click.Option(["--no-annotate"], is_flag=True, help=say("no_annotate")),
        *marking_options(),
        options.choice_option("format", "text", "json", parameter="form"),
        options.choice_option("fail-on", "error", "warning", "note"),
        options.choice_option("rounding", "nearest", "truncation"),
        options.choice_option("ratio-basis", "underlying", "shown"),
        *own,
        click.Option(["--recalc"], is_flag=True, help=say("recalc")),
        options.limit_option(),
        options.in_process_option(),
        options.color_option(),
        options.lang_option(),
    ]


def request_of(given: Options) -> Request:
    """The request that the options make, with the question still to be put."""
    from syditval.arithmetic import Policy, RatioBasis, RoundingMode
    from syditval.run import Request

    return Request(
        language(),
        policy=Policy(RoundingMode(given["rounding"]), RatioBasis(given["ratio_basis"])),
        limits=options.limits_in_force(given["limit"]),
        in_process=given["in_process"],
        recalc=given["recalc"],
    )


def review_all(given: Options, request: Request) -> int:
    """Review every workbook; the worst of the exit codes."""
    workbooks = given["workbooks"]
    aims = Aims(given["form"], _orders(given), given["fail_on"], given["color"])
    if not request.in_process:
        note_missing_protections()
        if len(workbooks) > 1:
            from syditval.run import warm_up

            warm_up()
    return worst([_one(place, request, aims) for place in followed(workbooks)])


def _orders(given: Options) -> Mapping[str, CopyOrder]:
    """The annotated copies that are wanted. Raises click.UsageError for options that contradict."""
    marking = wishes_of(given)
    if not given["no_annotate"]:
        copies = planned_copies(given["workbooks"], given["output"])
        return copy_orders(copies, marking, given["carry_over"])
    asked = (name for name, value in given.items() if name in _OF_THE_COPY and value)
    if contradicting := [f"--{name.replace('_', '-')}" for name in asked]:
        raise click.UsageError(say("copy_of_nothing", options=", ".join(contradicting)))
    return {}


def _one(place: str, request: Request, aims: Aims) -> int:
    """The copy comes first, so that an output that fails does not cost it; what became of it is said last."""
    from syditval.reading import open_source
    from syditval.reports.outputs import write_report
    from syditval.run import review

    try:
        source = open_source(place, request.limits)
        request = with_password(source, request)
        outcome = review(source, aims.copies.get(place), request)
    except Refusal as error:
        return refused(error.sentence(request.language))
    write_report(aims.form, outcome.report, sys.stdout, aims.color)
    return _told(outcome, request, aims)


def _told(outcome: Outcome, request: Request, aims: Aims) -> int:
    """Say what became of the copy; the exit code."""
    copy = outcome.copy
    if isinstance(copy, Refusal):
        return refused(copy.sentence(request.language))
    if copy is not None:
        aside = aims.form != "text"
        if copy.alone is not None:
            refused(copy.alone.sentence(request.language))
            click.echo(say("alone", path=visible(str(copy.path))), err=aside)
        else:
            click.echo(say("annotated", path=visible(str(copy.path)), parts=copy.untouched), err=aside)
    return outcome.report.exit_code(aims.fail_on)
