"""What the command line says, and in which language: settled before click builds its help texts."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from syditval.messages import choose_language, texts
from syditval.model.exit_codes import EXIT_USAGE

VARIABLE = "SYDITVAL_LANG"
_OPTION = "--lang"


def settle_language(arguments: Sequence[str]) -> None:
    """Put the language that ``--lang`` asks for where every later look-up finds it."""
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{_OPTION}="):
            os.environ[VARIABLE] = argument.partition("=")[2]
        elif argument == _OPTION and place + 1 < len(arguments):
            os.environ[VARIABLE] = arguments[place + 1]


def language() -> str:
    """The language in force."""
    return choose_language(None, os.environ)


def say(key: str, **fields: object) -> str:
    """A text of the command line's own section."""
    return texts(language()).get("cli", key, **fields)


def refused(sentence: str) -> int:
    """One clear sentence on the error stream, and the exit code for input that cannot be used."""
    click.echo(say("refused", sentence=sentence), err=True)
    return EXIT_USAGE
