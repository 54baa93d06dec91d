"""Empty stores for tests: made once, then copied or emptied, since that is a hundred times as fast."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest

from syditval import store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

VARIABLE = "SYDITVAL_TEST_POSTGRES"
ABSENT = f"{VARIABLE} names no PostgreSQL server; .ci/postgres starts one"


class Stores:
    """What the tests of one process take their stores from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = ""
        self.engine: Engine | None = None

    def file(self, folder: Path) -> str:
        """A new store in a file."""
        pattern = self.folder / "empty.sqlite"
        if not pattern.exists():
            store.open_database(str(pattern)).close()
        place = folder / "months.sqlite"
        shutil.copyfile(pattern, place)
        return str(place)

    @contextmanager
    def on_server(self) -> Iterator[str]:
        """A store in the database that this process has on the server; afterwards it is empty again."""
        if not self.database:
            self.database = made_database()
            store.open_database(self.database).close()
        try:
            yield self.database
        finally:
            self.engine = self.engine or _engine(self.database)
            emptied(self.engine)

    def close(self) -> None:
        """Leave nothing behind on the server."""
        if self.engine:
            self.engine.dispose()
            dropped(self.database)


def server() -> str:
    """The URL of the server; the test is skipped where there is none."""
    if VARIABLE not in os.environ:
        pytest.skip(ABSENT)
    return os.environ[VARIABLE]


def made_database() -> str:
    """The URL of a new and empty database on the server, of which the test must dispose."""
    name = f"test_{token_hex(6)}"
    _on_server(f"CREATE DATABASE {name}")
    return str(server().rpartition("/")[0] + "/" + name)


def dropped(url: str) -> None:
    """Take a database from the server, whoever is still connected to it."""
    _on_server(f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]} WITH (FORCE)")


def emptied(engine: Engine) -> None:
    """Delete every row of a store, which its guards refuse to anybody but the owner of the server."""
    tables = import_module("syditval.store.layout").METADATA.tables
    statements = ["SET LOCAL session_replication_role = replica", *(f"DELETE FROM {each}" for each in tables)]
    with engine.begin() as connection:
        connection.exec_driver_sql("; ".join(statements))


def _on_server(statement: str) -> None:
    engine = _engine(server()).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _engine(url: str) -> Engine:
    # The library takes a third of a second to load: only tests with a server wait for it.
    made: Engine = import_module("sqlalchemy").create_engine(
        url.replace("postgresql:", "postgresql+psycopg:")
    )
    return made
