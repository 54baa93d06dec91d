"""A copy of the store, made by the database's own means and put back by them."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, select

from syditval.files import write_whole
from syditval.store import file_copy, server_copy
from syditval.store.database import Database, open_database
from syditval.store.layout import PERSON, UPLOAD
from syditval.store.place import address_of
from syditval.store.refusals import StoreRefusal


def back_up(database: Database, target: Path) -> None:
    """Write the whole store as it is at this moment to a file, while others go on working with it.

    It is an SQLite file, or a dump of PostgreSQL's in its custom form; only its owner may read it, since
    it holds everything. Raises StoreRefusal where it cannot be made; then an older file stands as it was.
    """
    write = server_copy.write if database.is_shared else file_copy.write

    def written(file: BinaryIO) -> None:
        Path(file.name).chmod(0o600)
        write(database, file)

    try:
        write_whole(target, written)
    except OSError as error:
        raise StoreRefusal("M020", file=str(target), cause=str(error.strerror)) from error


def restore(source: Path, place: str) -> None:
    """Put a backup in the place of a store that holds nothing yet, once it is found to be sound.

    Raises StoreRefusal where a store is there that holds anything, and where the backup is none or is not
    sound; then nothing is put there.
    """
    address = address_of(place)
    is_file = address.get_backend_name() == "sqlite"
    if not source.is_file() or not source.stat().st_size:
        raise StoreRefusal("M024", file=str(source))
    if not is_file or Path(address.database or "").exists():
        _refuse_to_overwrite(place)
    (file_copy if is_file else server_copy).put_back(source, place)


def _refuse_to_overwrite(place: str) -> None:
    with open_database(place) as there:
        with there.reading() as connection:
            is_in_use = holds_anything(connection)
        if is_in_use:
            raise StoreRefusal("M023", place=there.place)


def holds_anything(connection: Connection) -> bool:
    """Whether a store has an entry or a person in it."""
    return any(connection.execute(select(table.c.number).limit(1)).first() for table in (UPLOAD, PERSON))
