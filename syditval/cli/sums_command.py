"""``syditval sums``: what adds up in workbooks of any kind, and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.cell_address import CellAddress, cell_address
from syditval.cli.options import report_console
from syditval.cli.protection import with_password
from syditval.cli.reviewing import Options, parameters, request_of, review_all
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.run import Request


def command() -> click.Command:
    """The command in the language in force."""
    explain = click.Option(["--explain"], metavar="CELL", help=say("explain"))
    return options.command("sums", _sums, parameters(explain))


def _sums(explain: str | None, **given: Unpack[Options]) -> int:
    from syditval.run import Question

    request = replace(request_of(given), question=Question.SUMS)
    return (
        review_all(given, request) if explain is None else _explained(cell_address(explain), given, request)
    )


def _explained(address: CellAddress, given: Options, request: Request) -> int:
    """The relations of one cell in place of the report."""
    from syditval.reading import open_source
    from syditval.reports.explanation import render_explanation
    from syditval.run import review

    if len(given["workbooks"]) > 1:
        raise click.UsageError(say("explain_one"))
    try:
        source = open_source(given["workbooks"][0], request.limits)
        report = review(source, None, with_password(source, replace(request, recalc=False))).report
    except Refusal as error:
        return refused(error.sentence(language()))
    figures = list(address.figures(report))
    if not figures:
        return refused(say("explain_nothing", cell=address.a1, file=source.name))
    render_explanation(report, figures, report_console(given["color"]))
    return EXIT_CLEAN
