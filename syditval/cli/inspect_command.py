"""``syditval inspect``: what was recognised in a workbook and how, and what was not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.options import report_console, with_kinds
from syditval.cli.protection import with_password
from syditval.cli.words import language, refused
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_NOTHING_RECOGNISED

if TYPE_CHECKING:
    from syditval.reports.outputs import Color
    from syditval.run import Request


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "inspect",
        _inspect,
        [
            options.workbooks_argument(several=False),
            options.schemas_option(),
            options.limit_option(),
            options.in_process_option(),
            options.color_option(),
            options.lang_option(),
        ],
    )


def _inspect(
    workbook: str, schemas: Path | None, limit: tuple[str, ...], in_process: bool, color: Color
) -> int:
    from syditval.run import Request

    limits = options.limits_in_force(limit)
    request = Request(language(), schemas, limits=limits, in_process=in_process)
    return with_kinds(lambda: _shown(workbook, request, color))


def _shown(workbook: str, request: Request, color: Color) -> int:
    from syditval.reading import open_source
    from syditval.reports.inspection import render_inspection
    from syditval.run import reconcile

    try:
        source = open_source(workbook, request.limits)
        report = reconcile(source, with_password(source, request))
    except Refusal as error:
        return refused(error.sentence(language()))
    render_inspection(report, report_console(color))
    return EXIT_CLEAN if report.tables else EXIT_NOTHING_RECOGNISED
