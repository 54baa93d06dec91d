"""What ``reconcile`` and ``sums`` share: workbooks in, a report on each and an annotated copy of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import click

from syditval.cli import options
from syditval.cli.copies import Copies, planned_copies
from syditval.cli.progress import followed
from syditval.cli.protection import note_missing_protections, with_password
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import worst

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.run import Request

_NO_COPY_BY_NATURE = "A011"


class Options(TypedDict):
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
class Wishes:
    """What is to be made of each report, and where it goes."""

    form: str
    copies: Copies
    fail_on: str
    color: Color


def parameters(*own: click.Parameter) -> list[click.Parameter]:
    """The argument and the options that both commands have, with a command's own before the general ones."""
    return [
        options.workbooks_argument(several=True),
        click.Option(["-o", "--output"], metavar="PATH", help=say("output")),
        click.Option(["--no-annotate"], is_flag=True, help=say("no_annotate")),
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
    workbooks, output = given["workbooks"], given["output"]
    if given["no_annotate"] and output is not None:
        raise click.UsageError(say("output_of_nothing"))
    copies = Copies({}) if given["no_annotate"] else planned_copies(workbooks, output)
    wishes = Wishes(given["form"], copies, given["fail_on"], given["color"])
    if not request.in_process:
        note_missing_protections()
        if len(workbooks) > 1:
            from syditval.run import warm_up

            warm_up()
    return worst([_one(place, request, wishes) for place in followed(workbooks)])


def _one(place: str, request: Request, wishes: Wishes) -> int:
    """The copy comes first, so that an output that fails does not cost it; what became of it is said last."""
    from syditval.reading import open_source
    from syditval.reports.outputs import write_report
    from syditval.run import review

    try:
        source = open_source(place, request.limits)
        request = with_password(source, request)
        target = wishes.copies.places.get(place)
        outcome = review(source, target, request, wishes.copies.folder)
    except Refusal as error:
        return refused(error.sentence(request.language))
    write_report(wishes.form, outcome.report, sys.stdout, wishes.color)
    copy = outcome.copy
    if isinstance(copy, Refusal):
        code = refused(copy.sentence(request.language))
        # A format that never gets a copy has been read and reported on all the same.
        return outcome.report.exit_code(wishes.fail_on) if copy.code == _NO_COPY_BY_NATURE else code
    if copy is not None:
        line = say("annotated", path=visible(str(copy.path)), parts=copy.untouched)
        click.echo(line, err=wishes.form != "text")
    return outcome.report.exit_code(wishes.fail_on)
