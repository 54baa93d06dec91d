"""``syditval limits``: how much a file may ask for, and how to allow more."""

from __future__ import annotations

from dataclasses import asdict

import click

from syditval.cli import options
from syditval.cli.words import say
from syditval.model.exit_codes import EXIT_CLEAN


def command() -> click.Command:
    """The command in the language in force."""
    return options.command("limits", _limits, [options.limit_option(), options.lang_option()])


def _limits(limit: tuple[str, ...]) -> int:
    from syditval.reading import DEFAULT

    shipped = asdict(DEFAULT)
    for name, value in asdict(options.limits_in_force(limit)).items():
        changed = "" if value == shipped[name] else f"  ({say('limit_default', number=shipped[name])})"
        click.echo(f"{name:<18} {value:>13}  {say(f'limit_{name}')}{changed}")
    return EXIT_CLEAN
