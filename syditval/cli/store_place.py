"""Which store a call is about, and how it is opened and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli.loudness import note
from syditval.cli.words import refused, say
from syditval.messages import Refusal
from syditval.messages.visible import visible

if TYPE_CHECKING:
    from syditval.store import Database

_OF_A_URL = "://"


def store_option() -> click.Option:
    """--store PLACE."""
    return click.Option(["--store"], metavar="PLACE", help=say("store_option"))


def store_named(place: str | None) -> str:
    """The place of the store that a call names, else the usual one."""
    from syditval.store import default_place

    return place or default_place()


@contextmanager
def opened(place: str | None, *, make: bool = False) -> Iterator[Database]:
    """The store that a call names, open as long as it is needed.

    A file that is not there is made where that is wanted, which is told. Raises Refusal where it is not, or
    where the store cannot be used.
    """
    from syditval.store import open_database

    where = store_named(place)
    is_new = _OF_A_URL not in where and not Path(where).exists()
    if is_new and not make:
        raise Refusal("M050", place=where)
    with open_database(where) as database:
        if is_new:
            note(say("store_made", place=visible(where)))
        yield database


def with_store(place: str | None, work: Callable[[Database], int], *, make: bool = False) -> int:
    """Do something with the store that a call names; what is refused is told in one sentence."""
    try:
        with opened(place, make=make) as database:
            return work(database)
    except Refusal as refusal:
        return refused(refusal)
