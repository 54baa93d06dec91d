"""The entry point: settles the language, runs a command, and turns every error into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import NoReturn

import click

from syditval.cli.environment import is_yes
from syditval.cli.groups import Group
from syditval.cli.misuse import PROGRAM, Misuse, worded
from syditval.cli.options import general_options, lang_option
from syditval.cli.words import refused, say, settle_language
from syditval.messages import Refusal
from syditval.model.exit_codes import EXIT_BROKEN_PIPE, EXIT_BUG, EXIT_CLEAN, EXIT_INTERRUPTED, EXIT_USAGE
from syditval.version import VERSION

COMMANDS = (
    "reconcile",
    "sums",
    "upload",
    "months",
    "show",
    "fetch",
    "withdraw",
    "store",
    "serve",
    "user",
    "compare",
    "verify",
    "waive",
    "clean",
    "inspect",
    "rules",
    "schemas",
    "limits",
    "completion",
)


def program() -> click.Group:
    """The command ``syditval`` in the language in force."""
    return Group(
        PROGRAM,
        {name: partial(_loaded, name) for name in COMMANDS},
        callback=_need_command,
        help=say("program"),
        epilog=f"{say('exit_codes')}\n\n{say('environment')}",
        context_settings={"max_content_width": 100},
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=say("version"),
            ),
            lang_option(),
            *general_options(),
        ],
    )


def _loaded(name: str) -> click.Command:
    """A command, imported now: the libraries behind it are heavy."""
    command: click.Command = import_module(f"syditval.cli.{name}_command").command()
    return command


def _need_command() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(f"{context.get_help()}\n", err=True)
        raise Misuse("U001")


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"syditval {VERSION}")
        ctx.exit()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:
        # The shell closed it (``>&-``).
        sys.stdout = os.fdopen(_nowhere(), "w", encoding="utf-8")
    settle_language(given)
    code = _ended(given)
    if arguments is None:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """End the program at once. Tidying up for Python's own end takes as long as a small workbook."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.flush()
    os._exit(code)


def _ended(arguments: list[str]) -> int:
    """The exit code of a run, also where the output fails or syditval does."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except SystemExit as left:
        # Both click and rich leave with 1 when whoever read the output went away; nothing else does.
        if left.code != 1:
            raise
        return _unwritten(BrokenPipeError())
    except Exception as error:
        # What is raised for a file names it; a stream has no name.
        if isinstance(error, OSError) and error.filename is None:
            return _unwritten(error)
        if "--debug" in arguments or is_yes(os.environ.get("SYDITVAL_DEBUG", "")):
            # As Python itself would show it, but for its exit code, which is that of findings.
            sys.excepthook(type(error), error, error.__traceback__)
            return EXIT_BUG
        # One that came about in a child process has its own name for what went wrong there.
        kind = getattr(error, "kind", type(error).__name__)
        click.echo(say("bug", kind=kind, cause=str(error), version=VERSION), err=True)
        return EXIT_BUG
    return code


def _run(arguments: list[str]) -> int:
    try:
        result = program().main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except click.ClickException as error:
        return refused(worded(error))
    except (click.Abort, KeyboardInterrupt):
        refused(Refusal("U025"))
        return EXIT_INTERRUPTED
    return result if isinstance(result, int) else EXIT_CLEAN


def _unwritten(error: OSError) -> int:
    """The exit code of an output that failed; only a reader that went away needs not be told."""
    # What is still in the buffer goes nowhere, lest the interpreter complain of it at exit.
    os.dup2(_nowhere(), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return EXIT_BROKEN_PIPE
    with suppress(OSError):
        refused(Refusal("U024", cause=error.strerror or str(error)))
    return EXIT_USAGE


def _nowhere() -> int:
    """A descriptor that takes all that is written to it and keeps none."""
    return os.open(os.devnull, os.O_WRONLY)
