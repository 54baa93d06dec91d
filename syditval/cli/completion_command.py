"""``syditval completion``: the script that has a shell complete what is typed."""

from __future__ import annotations

import click

from syditval.cli import options
from syditval.cli.misuse import PROGRAM
from syditval.cli.values import OneOf
from syditval.model.exit_codes import EXIT_CLEAN

SHELLS = ("bash", "zsh", "fish")
# Set by the script whenever it asks for completions; the name is the one that click listens to.
VARIABLE = "_SYDITVAL_COMPLETE"


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "completion", _completion, [click.Argument(["shell"], type=OneOf(SHELLS)), options.lang_option()]
    )


def _completion(shell: str) -> int:
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    script = made(click.get_current_context().find_root().command, {}, PROGRAM, VARIABLE)
    # Its source() would start a shell to see how old it is, and say so in English.
    click.echo(script.source_template % script.source_vars())
    return EXIT_CLEAN
