"""Options that several commands take, and what they share in handling them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from syditval.cli.commands import Command, help_option
from syditval.cli.loudness import loudness_options
from syditval.cli.misuse import Misuse
from syditval.cli.suggestions import files
from syditval.cli.values import OneOf, Place
from syditval.cli.words import refused, say
from syditval.model.exit_codes import EXIT_USAGE

if TYPE_CHECKING:
    from rich.console import Console

    from syditval.reading import Limits
    from syditval.reports.outputs import Color

LANGUAGES = ("sv", "en")


def lang_option() -> click.Option:
    """--lang: already settled when commands run; here so that it is known and checked."""
    return click.Option(
        ["--lang"], type=OneOf(LANGUAGES), is_eager=True, expose_value=False, help=say("lang")
    )


def choice_option(name: str, *choices: str, parameter: str = "") -> click.Option:
    """--NAME with a closed list of choices, the first being the default; its help has the same name."""
    key = name.replace("-", "_")
    return click.Option(
        [f"--{name}", parameter or key],
        type=OneOf(choices),
        default=choices[0],
        show_default=True,
        help=say(key),
    )


def color_option() -> click.Option:
    """--color."""
    return choice_option("color", "auto", "always", "never")


def schemas_option() -> click.Option:
    """--schemas DIR."""
    return click.Option(["--schemas"], type=Place(file_okay=False), metavar="DIR", help=say("schemas_option"))


def limit_option() -> click.Option:
    """--limit NAME=NUMBER, as often as needed."""
    return click.Option(["--limit", "limit"], multiple=True, metavar="NAME=NUMBER", help=say("limit"))


def in_process_option() -> click.Option:
    """--in-process."""
    return click.Option(["--in-process"], is_flag=True, help=say("in_process"))


def limits_in_force(options: tuple[str, ...], settled: Mapping[str, int] | None = None) -> Limits:
    """The limits that options and environment ask for, else the settled ones. Raises Misuse for nonsense."""
    from syditval.reading import UnknownLimit, limit_variable, limits_from

    where = limit_variable("")
    try:
        limits_from(os.environ)
        where = ""
        variables = {limit_variable(name): str(number) for name, number in (settled or {}).items()}
        return limits_from({**variables, **os.environ}, options)
    except UnknownLimit as error:
        raise Misuse("U019", limit=f"{where}{error}") from None


def workbooks_argument(*, several: bool) -> click.Argument:
    """WORKBOOK, or WORKBOOK...; a dash is standard input."""
    name, count = ("workbooks", -1) if several else ("workbook", 1)
    return click.Argument([name], nargs=count, required=True, shell_complete=files)


def general_options() -> list[click.Parameter]:
    """The options that every command has, and the program before it; main() itself heeds --debug."""
    debug = click.Option(["--debug"], is_flag=True, expose_value=False, help=say("debug"))
    return [*loudness_options(), debug, help_option()]


def record_argument(name: str) -> click.Argument:
    """RECORD, a file."""
    return click.Argument([name], metavar="RECORD", type=Place(), shell_complete=files)


def report_console(color: Color) -> Console:
    """The console that a report is written to."""
    from syditval.reports.console import open_console

    return open_console(sys.stdout, color)


def with_kinds(work: Callable[[], int]) -> int:
    """Do something that loads schema files; every mistake in them is listed, one a line."""
    from syditval.strict_toml import TomlMistakes

    try:
        return work()
    except TomlMistakes as wrong:
        for mistake in wrong.mistakes:
            refused(mistake)
        return EXIT_USAGE


def command(
    name: str,
    run: Callable[..., Any],
    params: list[click.Parameter],
    kind: type[Command] = Command,
    group: str = "",
) -> click.Command:
    """A command with its help text from the catalogue, and with the options that all have.

    In a group of commands the name of its text begins with that of the group.
    """
    key = "_".join(filter(None, (group, name))).replace("-", "_")
    return kind(
        name,
        callback=run,
        params=[*params, *general_options()],
        help=say(f"{key}_help"),
        epilog=say("environment"),
        add_help_option=False,
    )
