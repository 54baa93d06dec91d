"""How much is said besides errors: nothing under ``--quiet``, details under ``--verbose``."""

from __future__ import annotations

import click

from syditval.cli.misuse import Misuse
from syditval.cli.words import say

_QUIET = "--quiet"
_VERBOSE = "--verbose"


def loudness_options() -> list[click.Parameter]:
    """-q, --quiet and -v, --verbose: before the command or behind it."""
    return [_option("-q", _QUIET), _option("-v", _VERBOSE)]


def is_quiet() -> bool:
    """Whether nothing is wanted but errors: no note, no progress, no report in text."""
    return _is_set(_QUIET)


def note(sentence: str) -> None:
    """Say something on the error stream that is no error."""
    if not is_quiet():
        click.echo(sentence, err=True)


def detail(sentence: str) -> None:
    """Say something on the error stream that only those want to know who ask for it."""
    if _is_set(_VERBOSE):
        click.echo(sentence, err=True)


def _option(short: str, name: str) -> click.Option:
    text = say(name.removeprefix("--"))
    return click.Option([short, name], is_flag=True, expose_value=False, callback=_set, help=text)


def _set(context: click.Context, option: click.Parameter, asked: bool) -> None:
    """Keep what is asked for where the group and its command both look."""
    if asked:
        context.meta[f"{__name__}{option.opts[-1]}"] = True
    if _is_set(_QUIET) and _is_set(_VERBOSE):
        raise Misuse("U013", one=_QUIET, others=_VERBOSE)


def _is_set(name: str) -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and f"{__name__}{name}" in context.meta
