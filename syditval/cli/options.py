"""Options that several commands take, and what they share in handling them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from syditval.cli.words import language, refused, say
from syditval.model.exit_codes import EXIT_USAGE

if TYPE_CHECKING:
    from rich.console import Console

    from syditval.reading import Limits
    from syditval.reports.outputs import Color

LANGUAGES = ("sv", "en")


def lang_option() -> click.Option:
    """--lang: already settled when commands run; here so that it is known and checked."""
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("lang"))


def choice_option(name: str, *choices: str, parameter: str = "") -> click.Option:
    """--NAME with a closed list of choices, the first being the default; its help has the same name."""
    key = name.replace("-", "_")
    return click.Option(
        [f"--{name}", parameter or key],
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help=say(key),
    )


def color_option() -> click.Option:
    """--color."""
    return choice_option("color", "auto", "always", "never")


def schemas_option() -> click.Option:
    """--schemas DIR."""
    folder = click.Path(file_okay=False, path_type=Path)
    return click.Option(["--schemas"], type=folder, metavar="DIR", help=say("schemas_option"))


def limit_option() -> click.Option:
    """--limit NAME=NUMBER, as often as needed."""
    return click.Option(["--limit", "limit"], multiple=True, metavar="NAME=NUMBER", help=say("limit"))


def in_process_option() -> click.Option:
    """--in-process."""
    return click.Option(["--in-process"], is_flag=True, help=say("in_process"))


def limits_in_force(options: tuple[str, ...]) -> Limits:
    """The limits that options and environment ask for. Raises click.UsageError for nonsense."""
    from syditval.reading import UnknownLimit, limits_from

    try:
        return limits_from(os.environ, options)
    except UnknownLimit as error:
        raise click.UsageError(say("unknown_limit", limit=error)) from None


def workbooks_argument(*, several: bool) -> click.Argument:
    """WORKBOOK, or WORKBOOK...; a dash is standard input."""
    return click.Argument(["workbooks" if several else "workbook"], nargs=-1 if several else 1, required=True)


def report_console(color: Color) -> Console:
    """The console that a report is written to."""
    from syditval.reports.console import open_console

    return open_console(sys.stdout, color)


def with_kinds(work: Callable[[], int]) -> int:
    """Do something that loads schema files; every mistake in them is listed, one a line."""
    from syditval.kinds import KindMistakes

    try:
        return work()
    except KindMistakes as wrong:
        for mistake in wrong.mistakes:
            refused(mistake.sentence(language()))
        return EXIT_USAGE


def command(name: str, run: Callable[..., Any], params: list[click.Parameter]) -> click.Command:
    """A command with its help text from the catalogue."""
    return click.Command(
        name,
        callback=run,
        params=params,
        help=say(f"{name}_help"),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
