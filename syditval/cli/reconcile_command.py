"""``syditval reconcile``: workbooks in, a report on each and an annotated copy of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.copies import Copies, planned_copies
from syditval.cli.options import with_kinds
from syditval.cli.progress import followed
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal
from syditval.model.exit_codes import worst

if TYPE_CHECKING:
    from syditval.annotation import Annotated
    from syditval.model.report import Report
    from syditval.reading import Source
    from syditval.reports.outputs import Color
    from syditval.run import Request


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be made of each report, and where it goes."""

    form: str
    copies: Copies
    fail_on: str
    color: Color


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "reconcile",
        _reconcile,
        [
            options.workbooks_argument(several=True),
            click.Option(["-o", "--output"], metavar="PATH", help=say("output")),
            click.Option(["--no-annotate"], is_flag=True, help=say("no_annotate")),
            options.choice_option("format", "text", "json", parameter="form"),
            options.choice_option("fail-on", "error", "warning", "note"),
            options.choice_option("rounding", "nearest", "truncation"),
            options.choice_option("ratio-basis", "underlying", "shown"),
            options.schemas_option(),
            options.color_option(),
            options.lang_option(),
        ],
    )


def _reconcile(
    workbooks: tuple[str, ...],
    output: str | None,
    no_annotate: bool,
    form: str,
    fail_on: str,
    rounding: str,
    ratio_basis: str,
    schemas: Path | None,
    color: Color,
) -> int:
    from syditval.arithmetic import Policy, RatioBasis, RoundingMode
    from syditval.run import Request

    if no_annotate and output is not None:
        raise click.UsageError(say("output_of_nothing"))
    copies = Copies({}) if no_annotate else planned_copies(workbooks, output)
    policy = Policy(RoundingMode(rounding), RatioBasis(ratio_basis))
    request = Request(language(), schemas, policy)
    wishes = Wishes(form, copies, fail_on, color)
    return with_kinds(lambda: _all(workbooks, request, wishes))


def _all(workbooks: tuple[str, ...], request: Request, wishes: Wishes) -> int:
    return worst([_one(place, request, wishes) for place in followed(workbooks)])


def _one(place: str, request: Request, wishes: Wishes) -> int:
    """The copy comes first, so that an output that fails does not cost it; what became of it is said last."""
    from syditval.reading import open_source
    from syditval.reports.outputs import write_report
    from syditval.run import reconcile

    try:
        source = open_source(place)
        report = reconcile(source, request)
    except Refusal as error:
        return refused(error.sentence(request.language))
    copy = _copied(source, report, place, wishes.copies)
    write_report(wishes.form, report, sys.stdout, wishes.color)
    if isinstance(copy, Refusal):
        return refused(copy.sentence(request.language))
    if copy is not None:
        line = say("annotated", path=copy.path, parts=copy.untouched)
        click.echo(line, err=wishes.form != "text")
    return report.exit_code(wishes.fail_on)


def _copied(source: Source, report: Report, place: str, copies: Copies) -> Annotated | Refusal | None:
    """The annotated copy of a workbook, why there is none, or None where none is wanted."""
    target = copies.places.get(place)
    if target is None or not report.tables:
        return None
    from syditval.annotation import CannotAnnotate, annotate

    try:
        if copies.folder is not None:
            copies.folder.mkdir(parents=True, exist_ok=True)
        return annotate(source.path or source.content, target, report)
    except CannotAnnotate as error:
        return error
    except OSError as error:
        return CannotAnnotate("A005", file=str(target), cause=error.strerror or str(error))
