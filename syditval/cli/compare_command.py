"""``syditval compare``: what is new, gone and changed from one record to another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli import options
from syditval.cli.loudness import is_quiet
from syditval.cli.options import report_console
from syditval.cli.words import language, refused
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_CLEAN, EXIT_FINDINGS

if TYPE_CHECKING:
    from syditval.reports.outputs import Color


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "compare",
        _compare,
        [
            options.record_argument("before"),
            options.record_argument("after"),
            options.choice_option("format", "text", "json", parameter="form"),
            options.color_option(),
            options.lang_option(),
        ],
    )


def _compare(before: Path, after: Path, form: str, color: Color) -> int:
    from syditval.records import compare, read_record
    from syditval.reports.comparison import render_comparison, write_comparison

    try:
        comparison = compare(read_record(before), read_record(after))
    except Refusal as error:
        return refused(error)
    if form == "json":
        write_comparison(comparison, sys.stdout)
    elif not is_quiet():
        render_comparison(comparison, language(), report_console(color))
    return EXIT_CLEAN if comparison.is_same else EXIT_FINDINGS
