"""Opening a store: what is not there is made, and whatever cannot be used is refused in one sentence."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from syditval.store import Database, StoreRefusal, check, entries, open_database
from syditval.store.place import address_of
from tests.store.arrivals import kept
from tests.store.children import processes
from tests.store_places import dropped, made_database

SECRET = "hemligt"


def refused(place: str) -> StoreRefusal:
    """What is said where a store is not opened: one sentence, in which no password stands."""
    with pytest.raises(StoreRefusal) as caught:
        open_database(place)
    assert SECRET not in caught.value.sentence("en") + caught.value.sentence("sv")
    assert "\n" not in caught.value.sentence("en")
    return caught.value


class TestANewStore:
    def test_it_is_made_where_none_is_and_is_its_owners_alone(self, tmp_path: Path) -> None:
        file = tmp_path / "months.sqlite"
        with open_database(str(file)) as database:
            assert (database.place, database.is_shared) == (str(file), False)
            assert entries(database) == ()

        assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [each.name for each in tmp_path.iterdir()] == ["months.sqlite"]

    def test_a_url_is_a_place_too(self, tmp_path: Path) -> None:
        with open_database(f"sqlite:///{tmp_path / 'months.sqlite'}") as database:
            assert check(database) == ()

    def test_what_it_holds_is_there_when_it_is_opened_again(self, store_place: str) -> None:
        with open_database(store_place) as database:
            entry = kept(database)
        with open_database(store_place) as database:
            assert entries(database) == (entry,)

    @pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
    def test_several_processes_may_open_it_first(self, kind: str, tmp_path: Path) -> None:
        place = made_database() if kind == "postgresql" else str(tmp_path / "months.sqlite")
        try:
            with processes().Pool(3) as pool:
                assert pool.map(opened, [place] * 6, chunksize=1) == [0] * 6
            with open_database(place) as database:
                assert check(database) == ()
        finally:
            if kind == "postgresql":
                dropped(place)

    def test_entries_are_kept_for_as_long_as_the_store_is_told(self, store_place: str) -> None:
        with open_database(store_place, years=20) as database:
            assert kept(database).kept_until.year == 2044


def opened(place: str) -> int:
    """How many faults a store has that a process of its own opens."""
    with open_database(place) as database:
        return len(check(database))


class TestSafety:
    @pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
    def test_a_file_is_written_to_so_that_a_loss_of_power_loses_nothing(self, database: Database) -> None:
        with database.reading() as connection:
            settings = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            ]

        assert settings == ["wal", 2, 1]

    def test_a_reader_sees_the_store_as_it_was_at_one_moment(self, database: Database) -> None:
        count = text("SELECT count(*) FROM upload")
        with database.reading() as connection:
            before = connection.scalar(count)
            kept(database)

            assert (before, connection.scalar(count)) == (0, 0)
        with database.reading() as connection:
            assert connection.scalar(count) == 1

    @pytest.mark.parametrize("store_place", ["postgresql"], indirect=True)
    def test_a_reader_writes_nothing(self, database: Database) -> None:
        with pytest.raises(StoreRefusal), database.reading() as connection:
            connection.execute(text("DELETE FROM setting"))


class TestRefusals:
    def test_another_file(self, tmp_path: Path) -> None:
        file = tmp_path / "april.xlsx"
        file.write_bytes(b"PK\x03\x04" + bytes(5000))

        assert refused(str(file)).code == "M005"
        assert file.read_bytes() == b"PK\x03\x04" + bytes(5000)

    def test_another_database(self, tmp_path: Path) -> None:
        file = tmp_path / "other.sqlite"
        with closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE person (name)")
        before = file.read_bytes()

        assert refused(str(file)).code == "M005"
        assert file.read_bytes() == before

    def test_another_database_on_a_server(self) -> None:
        place = made_database()
        try:
            with open_database(place) as database, database.writing() as connection:
                connection.execute(text("DROP TABLE store_version"))

            assert refused(place).code == "M005"
        finally:
            dropped(place)

    def test_a_store_of_a_newer_syditval(self, store_place: str) -> None:
        version = "UPDATE store_version SET version_num = '{}'"
        with open_database(store_place) as database:
            (here,) = tell(database, "SELECT version_num FROM store_version")
            tell(database, version.format("9999"))
        try:
            assert refused(store_place).code == "M006"
        finally:
            if "://" in store_place:
                tell_server(store_place, version.format(here))

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        assert refused(str(tmp_path / "gone" / "months.sqlite")).code == "M004"

    def test_a_folder_in_place_of_a_file(self, tmp_path: Path) -> None:
        assert refused(str(tmp_path)).code == "M004"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_file_that_may_not_be_written_to(self, tmp_path: Path) -> None:
        file = tmp_path / "months.sqlite"
        open_database(str(file)).close()
        file.chmod(0o400)

        assert refused(str(file)).code == "M004"

    def test_a_server_that_does_not_answer(self) -> None:
        given = refused(f"postgresql://eva:{SECRET}@127.0.0.1:1/months")

        assert given.code == "M003"
        assert given.fields["place"] == "postgresql://eva:***@127.0.0.1:1/months"

    @pytest.mark.parametrize("store_place", ["postgresql"], indirect=True)
    def test_a_wrong_password(self, store_place: str) -> None:
        name, _, rest = store_place.partition("@")

        assert refused(f"{name.rpartition(':')[0]}:{SECRET}@{rest}").code == "M003"

    def test_a_driver_that_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)

        given = refused(f"postgresql://eva:{SECRET}@db/months")

        assert given.code == "M002"
        assert "syditval[postgres]" in str(given)


def tell(database: Database, statement: str) -> list[object]:
    with database.writing() as connection:
        result = connection.execute(text(statement))
        return list(result.scalars()) if result.returns_rows else []


def tell_server(place: str, statement: str) -> None:
    database = Database(address_of(place))
    tell(database, statement)
    database.close()
