"""A password that somebody chooses: typed twice, or read from standard input, and never an argument."""

from __future__ import annotations

import sys

import click

from syditval.cli.words import say
from syditval.messages import Refusal


def new_password(*, from_input: bool) -> str:
    """The hash of a new password.

    Raises Refusal for one that is too short or was not typed the same twice, where nobody can be asked, and
    where the page is not installed.
    """
    try:
        from syditval.web.passwords import LEAST_CHARACTERS, Passwords
    except ImportError:
        raise Refusal("U073") from None
    password = sys.stdin.readline().rstrip("\r\n") if from_input else _typed()
    if len(password) < LEAST_CHARACTERS:
        raise Refusal("U076", allowed=str(LEAST_CHARACTERS))
    return Passwords().hashed(password)


def _typed() -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal("U079")
    once, again = (click.prompt(say(key), hide_input=True, err=True) for key in ("ask_password", "ask_again"))
    if once != again:
        raise Refusal("U077")
    return str(once)
