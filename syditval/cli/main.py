"""The entry point: settles the language, runs a command, and turns every error into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from syditval.cli.words import say, settle_language
from syditval.model.exit_codes import EXIT_BUG, EXIT_CLEAN, EXIT_INTERRUPTED, EXIT_USAGE
from syditval.version import VERSION

COMMANDS = ("reconcile", "inspect", "rules", "schemas")


class Commands(click.Group):
    """The commands, each imported only when it is asked for: the libraries behind them are heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of a first encounter."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their short descriptions, none of them imported for it."""
        with formatter.section(say("commands")):
            formatter.write_dl([(name, say(f"{name}_short")) for name in COMMANDS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"syditval.cli.{cmd_name}_command")
        command: click.Command = module.command()
        return command


def program() -> click.Group:
    """The command ``syditval`` in the language in force."""
    return Commands(
        name="syditval",
        help=say("program"),
        epilog=say("exit_codes"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=say("version"),
            ),
            click.Option(["--debug"], is_flag=True, expose_value=False, help=say("debug")),
        ],
    )


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"syditval {VERSION}")
        ctx.exit()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    settle_language(given)
    try:
        sys.exit(_run(given))
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_CLEAN)


def _run(arguments: list[str]) -> int:
    try:
        result = program().main(arguments, prog_name="syditval", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("interrupted"), err=True)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        if "--debug" in arguments:
            raise
        click.echo(say("bug", kind=type(error).__name__, cause=str(error), version=VERSION), err=True)
        return EXIT_BUG
    return result if isinstance(result, int) else EXIT_CLEAN
