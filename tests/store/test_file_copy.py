"""Copies of SQLite files: one file that stands alone, made of a store that is being worked with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from syditval.store import Database, back_up, entries, open_database, restore
from tests.store.arrivals import kept


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_what_is_in_the_journal_only_is_in_the_copy_too(database: Database, tmp_path: Path) -> None:
    entry = kept(database)
    assert Path(f"{database.place}-wal").stat().st_size > 0

    back_up(database, tmp_path / "copy.sqlite")

    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT number FROM upload").fetchall() == [(entry.number,)]


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_a_store_that_others_have_open_sees_what_is_restored_into_it(
    database: Database, tmp_path: Path
) -> None:
    with open_database(str(tmp_path / "other.sqlite")) as other:
        entry = kept(other)
        back_up(other, tmp_path / "copy.sqlite")

    restore(tmp_path / "copy.sqlite", database.place)

    assert entries(database) == (entry,)
