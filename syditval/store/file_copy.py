"""Backups of a store that is an SQLite file: made and put back by SQLite's own means of copying."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from syditval.store.database import Database, open_database
from syditval.store.failures import spoken
from syditval.store.faults import check
from syditval.store.refusals import StoreRefusal


def write(database: Database, file: BinaryIO) -> None:
    """Copy a store into a file as it is at one moment."""
    _copy(Path(database.place), Path(file.name), database.place, "DELETE")


def put_back(source: Path, place: str) -> None:
    """Copy a backup over an empty store, or to where none is, once it is found to be sound."""
    path = Path(place)
    try:
        with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
            aside = Path(folder) / path.name
            _copy(source, aside, str(source))
            _refuse_unsound(aside, source)
            open_database(place).close()
            _copy(aside, path, place)
    except OSError as error:
        raise StoreRefusal("M004", place=place, cause=str(error.strerror)) from error


def _refuse_unsound(aside: Path, source: Path) -> None:
    try:
        with open_database(str(aside)) as database:
            faults = check(database)
    except StoreRefusal as error:
        raise StoreRefusal(error.code, **{**error.fields, "place": str(source)}) from error
    if faults:
        raise StoreRefusal("M025", file=str(source), found=faults[0].subject)


def _copy(source: Path, target: Path, told: str, journal: str = "WAL") -> None:
    """One SQLite file becomes what another one is, in one step: whatever happens, it is so or as it was."""
    with (
        spoken(told),
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        # What needs no journal beside it is one file that can be carried about.
        new.execute(f"PRAGMA journal_mode = {journal}")
