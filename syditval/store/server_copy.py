"""Backups of a store on a server: made and put back by PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, text

from syditval.store.database import Database, open_database
from syditval.store.failures import said
from syditval.store.faults import check
from syditval.store.layout import GUARDED, METADATA, VERSION_TABLE
from syditval.store.refusals import StoreRefusal

_DUMP, _RESTORE = "pg_dump", "pg_restore"
_ALIKE = ("--no-owner", "--no-privileges")


def write(database: Database, file: BinaryIO) -> None:
    """Write a dump of a store as it is at one moment into a file."""
    connection, environment = _access(database.address)
    _run([_program(_DUMP), "--format=custom", *_ALIKE, connection], environment, file)


def put_back(source: Path, place: str) -> None:
    """Put a dump into a database whose store is empty; what is not sound is taken out again."""
    _refuse_other_files(source)
    with open_database(place) as database:
        _clear(database)
        connection, environment = _access(database.address)
        how = ("--single-transaction", "--exit-on-error", *_ALIKE)
        _run([_program(_RESTORE), *how, connection, str(source)], environment)
    with open_database(place) as database:
        faults = check(database)
        if faults:
            _clear(database)
            raise StoreRefusal("M025", file=str(source), found=faults[0].subject)


def _refuse_other_files(source: Path) -> None:
    listed = subprocess.run([_program(_RESTORE), "--list", str(source)], capture_output=True, check=False)
    if listed.returncode:
        raise StoreRefusal("M024", file=str(source))


def _clear(database: Database) -> None:
    """Take every table of a store out of its database."""
    with database.writing() as connection:
        METADATA.drop_all(connection)
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
        for table in GUARDED:
            connection.execute(text(f"DROP FUNCTION {table.name}_only_grows()"))


def _access(address: URL) -> tuple[str, dict[str, str]]:
    """What PostgreSQL's programs connect with: an argument, and variables for what nobody else may see."""
    password = address.password or address.query.get("password")
    options = {name: value for name, value in address.query.items() if name != "password"}
    bare = URL.create(
        "postgresql", address.username, None, address.host, address.port, address.database, options
    )
    secrets = {"PGPASSWORD": str(password)} if password else {}
    return f"--dbname={bare.render_as_string()}", {**os.environ, **secrets}


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise StoreRefusal("M021", tool=name)
    return found


def _run(command: list[str], environment: dict[str, str], output: BinaryIO | None = None) -> None:
    done = subprocess.run(
        command, env=environment, stdout=output, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        tool = Path(command[0]).stem
        raise StoreRefusal("M022", tool=tool, cause=said(done.stderr.decode(errors="replace")))
