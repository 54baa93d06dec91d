"""``syditval reconcile``: workbooks in, a report on each and an annotated copy of each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.options import refused, with_kinds
from syditval.cli.progress import followed
from syditval.cli.words import language, say
from syditval.messages import Refusal
from syditval.model.exit_codes import worst

if TYPE_CHECKING:
    from syditval.model.report import Report
    from syditval.reading import Source
    from syditval.reports.outputs import Color
    from syditval.run import Request

_SUFFIX = ".granskad"
# What the copy is called that goes into a folder.
STANDARD_INPUT_NAME = "standard-input.xlsx"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be made of each report, and where it goes."""

    form: str
    output: Path | None
    annotate: bool
    fail_on: str
    color: Color


def command() -> click.Command:
    """The command in the language in force."""
    path = click.Path(path_type=Path)
    return options.command(
        "reconcile",
        _reconcile,
        [
            options.workbooks_argument(several=True),
            click.Option(["-o", "--output"], type=path, metavar="PATH", help=say("output")),
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
    output: Path | None,
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

    if len(workbooks) > 1 and output is not None and not output.is_dir():
        raise click.UsageError(say("output_for_several", output=output))
    policy = Policy(RoundingMode(rounding), RatioBasis(ratio_basis))
    request = Request(language(), schemas, policy)
    wishes = Wishes(form, output, not no_annotate, fail_on, color)
    return with_kinds(lambda: _all(workbooks, request, wishes))


def _all(workbooks: tuple[str, ...], request: Request, wishes: Wishes) -> int:
    return worst([_one(place, request, wishes) for place in followed(workbooks)])


def _one(place: str, request: Request, wishes: Wishes) -> int:
    from syditval.reading import open_source
    from syditval.reports.outputs import write_report
    from syditval.run import reconcile

    try:
        source = open_source(place)
        report = reconcile(source, request)
        write_report(wishes.form, report, sys.stdout, wishes.color)
        _annotate(source, report, wishes)
    except Refusal as error:
        return refused(error.sentence(request.language))
    return report.exit_code(wishes.fail_on)


def _annotate(source: Source, report: Report, wishes: Wishes) -> None:
    """The annotated copy, with its path as the last line of a report in text.

    Standard input stands nowhere, so there is no copy beside it unless one is named.
    """
    if not wishes.annotate or not report.tables or (source.path is None and wishes.output is None):
        return
    from syditval.annotation import annotate

    target = _target(source.path or Path(STANDARD_INPUT_NAME), wishes.output)
    made = annotate(source.path or source.content, target, report)
    line = say("annotated", path=made.path, parts=made.untouched)
    click.echo(line, err=wishes.form != "text")


def _target(source: Path, output: Path | None) -> Path:
    """Where the copy goes: beside the input, into a folder, or to the file that was named."""
    name = f"{source.stem}{_SUFFIX}{source.suffix}"
    if output is None:
        return source.with_name(name)
    return output / name if output.is_dir() else output
