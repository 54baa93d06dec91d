"""``syditval clean``: an annotated copy without what syditval put into it."""

from __future__ import annotations

from pathlib import Path

import click

from syditval.cli import options
from syditval.cli.copies import default_clean
from syditval.cli.loudness import is_quiet
from syditval.cli.protection import note_missing_protections
from syditval.cli.suggestions import files
from syditval.cli.values import Place
from syditval.cli.words import language, refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible
from syditval.model.exit_codes import EXIT_CLEAN


def command() -> click.Command:
    """The command in the language in force."""
    return options.command(
        "clean",
        _clean,
        [
            click.Argument(["copy"], metavar="FILE", shell_complete=files),
            click.Option(
                ["-o", "--output"], type=Place(dir_okay=False), metavar="PATH", help=say("clean_output")
            ),
            options.limit_option(),
            options.in_process_option(),
            options.lang_option(),
        ],
    )


def _clean(copy: str, output: Path | None, limit: tuple[str, ...], in_process: bool) -> int:
    from syditval.reading import open_source
    from syditval.run import Request, clean

    request = Request(language(), limits=options.limits_in_force(limit), in_process=in_process)
    target = output or default_clean(copy)
    if not in_process:
        note_missing_protections()
    try:
        done = clean(open_source(copy, request.limits), target, request)
    except Refusal as refusal:
        return refused(refusal)
    if isinstance(done, Refusal):
        return refused(done)
    if not is_quiet():
        click.echo(say("cleaned", path=visible(str(done.path)), parts=done.untouched))
    return EXIT_CLEAN
