"""``syditval show``: what is kept of a month, or its report in any form."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.kept_month import Named, chosen, month_parameters, subject_of
from syditval.cli.loudness import is_quiet
from syditval.cli.means import Means, means_options
from syditval.cli.options import report_console, with_kinds
from syditval.cli.second_run import second_request, second_run
from syditval.cli.store_place import with_store
from syditval.cli.values import OneOf
from syditval.cli.whereabouts import by_option, noted
from syditval.cli.words import language, say
from syditval.model.exit_codes import EXIT_CLEAN

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.store import Database, Entry


class Options(Named, Means):
    """What click gives for the options."""

    form: str | None
    by: str
    color: Color


def command() -> click.Command:
    """The command in the language in force."""
    from syditval.reports.outputs import OUTPUTS

    form = click.Option(
        ["--format", "form"], type=OneOf(list(OUTPUTS)), metavar="FORM", help=say("show_format")
    )
    params = [*month_parameters(), form, by_option(), *means_options(), options.color_option()]
    return options.command("show", _show, params)


def _show(**given: Unpack[Options]) -> int:
    return with_kinds(lambda: with_store(given["store"], lambda database: _shown(database, given)))


def _shown(database: Database, given: Options) -> int:
    from syditval.reports.outputs import write_report

    entry = chosen(database, given)
    if given["form"] is not None:
        report = second_run(database, entry, second_request(given), None).report
        write_report(given["form"], report, sys.stdout, given["color"])
    elif not is_quiet():
        _render(database, entry, given["color"])
    noted(database, given["by"], "read-month", subject_of(entry), "done")
    return EXIT_CLEAN


def _render(database: Database, entry: Entry, color: Color) -> None:
    from syditval.reports.kept import render_entry
    from syditval.store import entries, findings, statuses

    versions = entries(database, entity=entry.entity, period=entry.period)
    given = statuses(database, entry)
    followed = [(finding, given.get(finding.id)) for finding in findings(database, entry)]
    render_entry(entry, versions, followed, language(), report_console(color))
