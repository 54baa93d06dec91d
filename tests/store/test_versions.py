"""From version to version: a store of the first one, with data in it, comes to the last, and all is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from syditval.store import Database, check, content, entries, open_database, record, tables, withdraw
from syditval.store.layout import HEAD, METADATA, VERSION_TABLE
from syditval.store.place import address_of
from syditval.store.versions import is_current
from tests.store.arrivals import NOON, drift, finding, kept
from tests.store_places import dropped, made_database

FIRST = "0001"


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place where no store is yet."""
    place = made_database() if request.param == "postgresql" else str(tmp_path / "months.sqlite")
    yield place
    if request.param == "postgresql":
        dropped(place)


def scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", "syditval.store:migrations")
    return config


def migrated(database: Database, version: str) -> None:
    config = scripts()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        upgrade(config, version)


def differences(database: Database) -> list[Any]:
    """Where the tables of a store are not those that the code asks of."""
    with database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        return list(compare_metadata(context, METADATA))


def test_the_last_version_is_what_the_code_asks_of(database: Database) -> None:
    assert differences(database) == []
    assert ScriptDirectory.from_config(scripts()).get_heads() == [HEAD]


def test_a_store_of_the_first_version_is_brought_to_the_last_with_all_that_is_in_it(nowhere: str) -> None:
    old = Database(address_of(nowhere))
    migrated(old, FIRST)
    first = kept(old, b"april", findings=[finding()])
    withdraw(old, first, "Fel fil", "anna", NOON)
    second = kept(old, b"april, corrected", findings=[finding()])
    before = (entries(old), record(old, first), record(old, second))
    assert differences(old) != []
    old.close()

    with open_database(nowhere) as database:
        assert (entries(database), record(database, first), record(database, second)) == before
        assert content(database, second) == b"april, corrected"
        assert tables(database, second) == (drift(),)
        assert check(database) == ()
        assert differences(database) == []


def test_a_migration_that_fails_leaves_the_version_before(
    nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Database(address_of(nowhere))
    migrated(old, FIRST)
    kept(old)
    before = entries(old)
    old.close()

    with monkeypatch.context() as patch:
        patch.setattr("syditval.store.migrations.guards.Guard.put_up", broken)
        with pytest.raises(OSError, match="as if"):
            open_database(nowhere)

    left = Database(address_of(nowhere))
    with left.reading() as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == FIRST
        assert not is_current(connection, nowhere)
    assert entries(left) == before
    left.close()


def broken(_: object) -> None:
    raise OSError("as if the machine failed")
