"""How the store speaks to its database: one engine for each, with what makes it safe."""

from __future__ import annotations

import sqlite3

from sqlalchemy import URL, Connection, Engine, create_engine, event

from syditval.store.refusals import StoreRefusal

# Seconds to wait for another writer, and for a server to answer.
PATIENCE = 30
_SERVER_PATIENCE = 10
# More threads than a web server has at once.
_CONNECTIONS = 50


def engine_at(address: URL) -> Engine:
    """The engine of a store. Nothing is connected to yet. Raises StoreRefusal where the driver is missing."""
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    try:
        return create_engine(
            address,
            connect_args={"connect_timeout": _SERVER_PATIENCE},
            # A server that was started anew is asked again, not given up.
            pool_pre_ping=True,
        )
    except ModuleNotFoundError as error:
        raise StoreRefusal("M002") from error


def for_writing(engine: Engine) -> Engine:
    """The engine of transactions that write. One at a time in SQLite."""
    return engine.execution_options(is_writing=True)


def for_reading(engine: Engine) -> Engine:
    """The engine of transactions that only read, and see the store as it is at one moment."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite(address: URL) -> Engine:
    engine = create_engine(
        address,
        # Transactions are begun by us, below: sqlite3 would begin them too late.
        connect_args={"timeout": PATIENCE, "isolation_level": None},
        pool_size=_CONNECTIONS,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # What was committed survives a loss of power.
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing")
    # A transaction that began to read cannot wait for its turn to write: it would have to begin again.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
