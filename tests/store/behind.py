"""What somebody may do who has the database itself in hand, and no part in syditval."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy.exc import IntegrityError

from syditval.store import Database

_NO_TRIGGERS = "SET session_replication_role = replica"


def raw(database: Database, *statements: str) -> None:
    """Give statements to the database as they are. SQLite is asked as its own shell asks: without keys."""
    if database.is_shared:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.invalidate()
        return
    with closing(sqlite3.connect(database.place, isolation_level=None)) as plain:
        for statement in statements:
            try:
                plain.execute(statement)
            except sqlite3.IntegrityError as error:
                raise IntegrityError(statement, None, error) from error


def behind_its_back(database: Database, table: str, *statements: str) -> None:
    """Change a table although it is guarded; the guards are put back, so that nothing else shows it."""
    if database.is_shared:
        raw(database, _NO_TRIGGERS, *statements)
        return
    with closing(sqlite3.connect(database.place)) as plain:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        triggers = plain.execute(query, [table]).fetchall()
    try:
        raw(database, *(f"DROP TRIGGER {name}" for name, _ in triggers), *statements)
    finally:
        raw(database, *(made for _, made in triggers))


def alter_workbooks(database: Database) -> None:
    """Put other bytes, as many, in the place of every workbook of five bytes."""
    other = "'12345'" if database.is_shared else "X'3132333435'"
    behind_its_back(database, "workbook", f"UPDATE workbook SET content = {other}")
