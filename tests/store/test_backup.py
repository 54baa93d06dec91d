"""Backups: made while others work, put back into an empty place, and everything is there again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from syditval.model.period import Period
from syditval.store import (
    Database,
    Person,
    Role,
    StoreRefusal,
    add_person,
    back_up,
    check,
    entries,
    open_database,
    restore,
    secret,
)
from syditval.store.layout import METADATA
from tests.store.arrivals import finding, kept
from tests.store.behind import alter_workbooks
from tests.store.test_guards import filled
from tests.store_places import dropped, made_database


@pytest.fixture
def elsewhere(database: Database, tmp_path: Path) -> Iterator[str]:
    """An empty place in a database of the same kind."""
    place = made_database() if database.is_shared else str(tmp_path / "restored.sqlite")
    yield place
    if database.is_shared:
        dropped(place)


def everything(database: Database) -> dict[str, list[Any]]:
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
        }


def in_use(database: Database) -> Database:
    """A store with something in every table."""
    filled(database, Period(2024, 4))
    add_person(database, Person("Anna", Role.FINANCE, ("Kulturnämnden",), password_hash="$argon2id$"))
    secret(database)
    kept(database, bytes(range(256)) * 1000)
    return database


def test_what_is_restored_is_what_was_backed_up(database: Database, elsewhere: str, tmp_path: Path) -> None:
    before = everything(in_use(database))
    back_up(database, tmp_path / "backup")
    kept(database, b"later")

    restore(tmp_path / "backup", elsewhere)

    assert all(before.values())
    with open_database(elsewhere) as restored:
        assert everything(restored) == before
        assert check(restored) == ()
        assert kept(restored, b"later").version == 3


def test_it_is_one_file_that_only_its_owner_may_read(database: Database, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    target = tmp_path / "backups" / "b"
    target.write_text("an older one")

    back_up(database, target)

    assert [each.name for each in target.parent.iterdir()] == ["b"]
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_empty_store_may_be_restored_over(database: Database, elsewhere: str, tmp_path: Path) -> None:
    entry = kept(database)
    back_up(database, tmp_path / "backup")
    open_database(elsewhere).close()

    restore(tmp_path / "backup", elsewhere)

    with open_database(elsewhere) as restored:
        assert entries(restored) == (entry,)


class TestNothingIsOverwritten:
    def test_neither_entries(self, database: Database, elsewhere: str, tmp_path: Path) -> None:
        back_up(database, tmp_path / "backup")
        with open_database(elsewhere) as other:
            entry = kept(other)

        assert refused(tmp_path / "backup", elsewhere) == "M023"
        with open_database(elsewhere) as other:
            assert entries(other) == (entry,)

    def test_nor_people(self, database: Database, elsewhere: str, tmp_path: Path) -> None:
        back_up(database, tmp_path / "backup")
        with open_database(elsewhere) as other:
            add_person(other, Person("Anna", Role.AUDITOR))

        assert refused(tmp_path / "backup", elsewhere) == "M023"


def refused(source: Path, place: str) -> str:
    with pytest.raises(StoreRefusal) as caught:
        restore(source, place)
    return caught.value.code


class TestWhatIsNoSoundBackup:
    def test_no_file(self, elsewhere: str, tmp_path: Path) -> None:
        assert refused(tmp_path / "gone", elsewhere) == "M024"
        assert "://" in elsewhere or not Path(elsewhere).exists()

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(5000)], ids=["empty", "a workbook"])
    def test_another_file(self, elsewhere: str, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "other").write_bytes(content)

        assert refused(tmp_path / "other", elsewhere) in ("M024", "M005")
        assert "://" in elsewhere or not Path(elsewhere).exists()

    def test_one_with_a_workbook_that_was_altered(
        self, database: Database, elsewhere: str, tmp_path: Path
    ) -> None:
        kept(database)
        alter_workbooks(database)
        back_up(database, tmp_path / "backup")

        assert refused(tmp_path / "backup", elsewhere) == "M025"
        with open_database(elsewhere) as left:
            assert entries(left) == ()

    @pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
    def test_one_that_was_cut_off(self, database: Database, elsewhere: str, tmp_path: Path) -> None:
        kept(database, bytes(100_000), findings=[finding()])
        back_up(database, tmp_path / "backup")
        content = (tmp_path / "backup").read_bytes()
        (tmp_path / "backup").write_bytes(content[: len(content) // 2])

        assert refused(tmp_path / "backup", elsewhere) in ("M009", "M025")
        assert not Path(elsewhere).exists()

    @pytest.mark.parametrize("store_place", ["postgresql"], indirect=True)
    def test_a_dump_that_was_cut_off(self, database: Database, elsewhere: str, tmp_path: Path) -> None:
        kept(database, os.urandom(100_000))
        back_up(database, tmp_path / "backup")
        content = (tmp_path / "backup").read_bytes()
        (tmp_path / "backup").write_bytes(content[: len(content) * 2 // 3])

        assert refused(tmp_path / "backup", elsewhere) in ("M022", "M024")
        with open_database(elsewhere) as left:
            assert (entries(left), check(left)) == ((), ())


def test_a_backup_that_cannot_be_written_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(StoreRefusal, match="no backup") as caught:
        back_up(database, tmp_path / "gone" / "backup")

    assert caught.value.code == "M020"
