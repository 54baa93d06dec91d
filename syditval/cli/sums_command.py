"""``syditval sums``: what adds up in workbooks of any kind, and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.cell_address import CellAddress, cell_address
from syditval.cli.misuse import Misuse
from syditval.cli.options import report_console, with_kinds
from syditval.cli.pairs import PairedCommand
from syditval.cli.protection import with_password
from syditval.cli.reviewing import parameters, review_all
from syditval.cli.tasks import Options, tasks
from syditval.cli.words import refused, say
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.run import Request


def command() -> click.Command:
    """The command in the language in force."""
    explain = click.Option(["--explain"], metavar="CELL", help=say("explain"))
    return options.command("sums", _sums, parameters(explain), PairedCommand)


def _sums(explain: str | None, **given: Unpack[Options]) -> int:
    from syditval.run import Question

    if explain is None:
        return with_kinds(lambda: review_all(given, Question.SUMS))
    address = cell_address(explain)
    if len(given["workbooks"]) > 1:
        raise Misuse("U014", option="--explain")
    return with_kinds(lambda: _explained(address, given, tasks(given, Question.SUMS)[0].request))


def _explained(address: CellAddress, given: Options, request: Request) -> int:
    """The relations of one cell in place of the report."""
    from syditval.reading import open_source
    from syditval.reports.explanation import render_explanation
    from syditval.run import review

    try:
        source = open_source(given["workbooks"][0], request.limits)
        report = review(source, None, with_password(source, replace(request, recalc=False))).report
    except Refusal as error:
        return refused(error)
    figures = list(address.figures(report))
    if not figures:
        raise Misuse("U016", cell=address.a1, file=source.name)
    render_explanation(report, figures, report_console(given["color"]))
    return EXIT_CLEAN
