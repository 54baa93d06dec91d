"""Protection of and from workbooks: passwords, and what the platform cannot guard against."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from syditval.cli.loudness import note
from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.reading import Source
    from syditval.run import Request

PASSWORD_VARIABLE = "SYDITVAL_PASSWORD"


def with_password(source: Source, request: Request) -> Request:
    """The request with the password of an encrypted workbook, from the environment or whoever sits there.

    A password is never an argument: those can be seen by every user of the computer.
    """
    from syditval.reading import is_encrypted

    if not is_encrypted(source):
        return request
    password = os.environ.get(PASSWORD_VARIABLE)
    if password is None and source.path is not None and sys.stdin is not None and sys.stdin.isatty():
        password = click.prompt(say("password", file=source.name), hide_input=True, err=True)
    return replace(request, password=password)


def note_missing_protections() -> None:
    """Say what protection is missing on this platform, if any is."""
    from syditval.reading import missing_protections

    if missing := missing_protections():
        note(say("unprotected", what=", ".join(say(f"protection_{each}") for each in missing)))
