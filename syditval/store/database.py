"""The store as one opens it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError

from syditval.store.engine import PATIENCE, engine_at, for_reading, for_writing
from syditval.store.failures import is_lost_race, spoken
from syditval.store.place import address_of, default_place, shown
from syditval.store.refusals import StoreRefusal
from syditval.store.versions import is_current, make_current

__all__ = ["Database", "default_place", "open_database"]

T = TypeVar("T")

YEARS = 7
_PRIVATE = 0o600
_PAUSE = 0.02
# Each lost race was won by somebody else.
_ATTEMPTS = 20
_LOW_BYTE = 0xFF


class Database:
    """An open store. May be used from several threads at once; closes at the end of a ``with``.

    ``place`` is where it is, without a password, and ``address`` with it. ``is_shared`` says that it is a
    server's and not a file. ``years`` is how long entries are kept after the end of their year.
    """

    def __init__(self, address: URL, years: int = YEARS) -> None:
        self.address = address
        self.place = shown(address)
        self.years = years
        self.is_shared = address.get_backend_name() != "sqlite"
        self.engine = engine_at(address)
        # SQLite has its writers wait without an order: those of one process come in theirs.
        self._turn = nullcontext() if self.is_shared else Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the store as it is at one moment. Raises StoreRefusal."""
        with spoken(self.place), for_reading(self.engine).begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes everything or nothing. Raises StoreRefusal."""
        with self._turn, spoken(self.place), for_writing(self.engine).begin() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """What some work gives, done in a transaction that writes; done again where others were faster.

        Raises StoreRefusal.
        """
        for _ in range(_ATTEMPTS - 1):
            try:
                with self.writing() as connection:
                    return work(connection)
            except DBAPIError as error:
                if not is_lost_race(error):
                    raise
        with self.writing() as connection:
            return work(connection)

    def close(self) -> None:
        """Let go of the store."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(place: str, *, years: int = YEARS) -> Database:
    """Open the store at a path, or at a URL of SQLite or PostgreSQL.

    What is not there is made, an older version is brought to this one. Entries that it takes in are kept for
    ``years`` after the end of their year. Raises StoreRefusal where it cannot be used.
    """
    address = address_of(place)
    if address.get_backend_name() == "sqlite":
        _make_file(Path(address.database or ""))
    database = Database(address, years)
    try:
        with database.reading() as connection:
            is_ready = is_current(connection, database.place)
        if not database.is_shared:
            with spoken(database.place):
                _keep_journal(database.engine)
        if not is_ready:
            with database.writing() as connection:
                make_current(connection, database.place)
    except BaseException:
        database.close()
        raise
    return database


def _make_file(path: Path) -> None:
    """See that there is a file that may be written to: a new one is empty, and its owner's alone."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE))
    except OSError as error:
        raise StoreRefusal("M004", place=str(path), cause=str(error.strerror)) from error


def _keep_journal(engine: Engine) -> None:
    """Have SQLite write changes beside the file first, so that readers need not wait for a writer."""
    deadline = time.monotonic() + PATIENCE
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while True:
            try:
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # SQLite does not wait for others that open the same new file.
                is_busy = error.sqlite_errorcode & _LOW_BYTE == sqlite3.SQLITE_BUSY
                if not is_busy or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            else:
                return
