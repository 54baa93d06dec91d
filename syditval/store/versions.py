"""Which version of the tables a database holds, and how it comes to have the last one."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from syditval.store.layout import HEAD, VERSION_TABLE
from syditval.store.refusals import StoreRefusal

# Whoever opens a new store first makes its tables; the number is ours alone.
_LOCK = 5_928_347_101


def make_current(connection: Connection, place: str) -> None:
    """Make the tables, or bring them to the last version, all in the transaction of the connection.

    Raises StoreRefusal where the database holds something else, or was made by a newer syditval.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if not is_current(connection, place):
        # Alembic is needed once in the life of a version.
        from alembic.command import upgrade
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "syditval.store:migrations")
        try:
            upgrade(config, "head")
        except CommandError as error:
            raise StoreRefusal("M006", place=place) from error


def is_current(connection: Connection, place: str) -> bool:
    """Whether the tables are of the last version. Raises StoreRefusal where it holds something else."""
    there = inspect(connection).get_table_names()
    if VERSION_TABLE in there:
        return bool(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == HEAD)
    if there:
        raise StoreRefusal("M005", place=place)
    return False
