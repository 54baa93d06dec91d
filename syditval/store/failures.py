"""What a database says when it fails, as a refusal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from syditval.store.refusals import StoreRefusal

FULL, BUSY, DAMAGED, NO_STORE, UNWRITABLE, UNREACHABLE = "M007", "M008", "M009", "M005", "M004", "M003"

# By the beginning of SQLite's own name for the error.
_SQLITE = {
    "SQLITE_FULL": FULL,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": NO_STORE,
    "SQLITE_READONLY": UNWRITABLE,
    "SQLITE_CANTOPEN": UNWRITABLE,
    "SQLITE_PERM": UNWRITABLE,
    "SQLITE_IOERR": UNWRITABLE,
}
# What Python's module says without SQLite: that a text cannot be one.
_GARBLED = "SQLITE_CORRUPT"
# By the beginning of the code in the standard; without any, no server answered.
_POSTGRESQL = {
    "53": FULL,
    "55P03": BUSY,
    "57014": BUSY,
    "08": UNREACHABLE,
    "28": UNREACHABLE,
    "3D": UNREACHABLE,
    "57P": UNREACHABLE,
    "42501": UNWRITABLE,
    "25006": UNWRITABLE,
    "58": UNWRITABLE,
    "XX": DAMAGED,
}
# Two transactions stood in each other's way, or made the same row; done again, each of them passes. In
# SQLite writers come one after the other.
_LOST_RACES = ("40001", "40P01", "23505")


@contextmanager
def spoken(place: str) -> Iterator[None]:
    """Turn what a database says into a refusal; what can only be a fault of ours stays as it is."""
    try:
        yield
    except NoConnection as error:
        raise StoreRefusal(BUSY, place=place) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = getattr(error, "orig", error)
        code = _code(cause)
        if code is None:
            raise
        raise StoreRefusal(code, place=place, cause=said(cause)) from error


def is_lost_race(error: DBAPIError) -> bool:
    """Whether the same transaction may pass when it is done again."""
    return str(getattr(error.orig, "sqlstate", None)) in _LOST_RACES


def said(error: object) -> str:
    """The first line of what a database said."""
    return next(iter(str(error).strip().splitlines()), "")


def _code(error: Any) -> str | None:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", _GARBLED)
        return next((code for start, code in _SQLITE.items() if name.startswith(start)), None)
    state = error.sqlstate
    if state is None:
        return UNREACHABLE
    return next((code for start, code in _POSTGRESQL.items() if state.startswith(start)), None)
