"""What the command line says, and in which language: settled before click builds its help texts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

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


class Coded(Protocol):
    """What has a code in the catalogues and one sentence: a refusal, a misuse, a mistake in a file."""

    @property
    def code(self) -> str:
        """The code."""

    def sentence(self, language: str) -> str:
        """The sentence in a language."""


def refused(refusal: Coded) -> int:
    """One clear sentence with its code on the error stream; the exit code for what cannot be done."""
    click.echo(say("refused", code=refusal.code, sentence=refusal.sentence(language())), err=True)
    return EXIT_USAGE
