"""Who sits at the command line, at which computer, and when: what the store keeps of every act."""

from __future__ import annotations

import getpass
import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.store import Database

_NOBODY = "-"


def by_option() -> click.Option:
    """--by NAME: whose act it is."""
    return click.Option(["--by"], metavar="NAME", default="", help=say("uploader"))


def whoever(name: str) -> str:
    """The name that is given, else that of the login."""
    try:
        return name.strip() or getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Some accounts have no name.
        return _NOBODY


def origin() -> str:
    """From where it is done."""
    return say("from_command_line", host=socket.gethostname())


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def noted(database: Database, by: str, act: str, subject: str, outcome: str) -> None:
    """Write down in the store what was done, with what, and how it ended; no text of a cell belongs in it."""
    from syditval.store import Act, note_act

    note_act(database, Act(now(), whoever(by), act, subject, origin(), outcome))
