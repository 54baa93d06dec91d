"""``syditval inspect``: what was recognised in a workbook and how, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from syditval.cli import options
from syditval.cli.loudness import is_quiet
from syditval.cli.means import Means, means_options, request_by
from syditval.cli.options import report_console, with_kinds
from syditval.cli.protection import with_password
from syditval.cli.settled import settings_for
from syditval.cli.words import refused
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_NOTHING_RECOGNISED

if TYPE_CHECKING:
    from syditval.reports.outputs import Color


def command() -> click.Command:
    """The command in the language in force."""
    params = [options.workbooks_argument(several=False), *means_options(), options.color_option()]
    return options.command("inspect", _inspect, params)


def _inspect(workbook: str, color: Color, **given: Unpack[Means]) -> int:
    return with_kinds(lambda: _shown(workbook, color, given))


def _shown(workbook: str, color: Color, given: Means) -> int:
    from syditval.reading import open_source
    from syditval.reports.inspection import render_inspection
    from syditval.run import reconcile

    request = request_by(given, settings_for(workbook, isolated=given["isolated"]))
    try:
        source = open_source(workbook, request.limits)
        report = reconcile(source, with_password(source, request))
    except Refusal as error:
        return refused(error)
    if not is_quiet():
        render_inspection(report, report_console(color))
    return EXIT_CLEAN if report.tables else EXIT_NOTHING_RECOGNISED
