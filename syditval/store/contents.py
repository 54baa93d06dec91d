"""What an entry holds: the workbook, the record, and what follows from the record."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Connection, select

from syditval.model.table import Table
from syditval.store.database import Database
from syditval.store.entry import Entry, KeptFinding
from syditval.store.layout import FINDING, UPLOAD, WORKBOOK
from syditval.store.refusals import NotKept, StoreRefusal
from syditval.store.rows import kept_rows, rows_in, tables_from


def content(database: Database, entry: Entry) -> bytes:
    """The workbook of an entry, exactly as it was sent.

    Raises NotKept, and StoreRefusal where its bytes are no longer those that were sent.
    """
    with database.reading() as connection:
        kept = connection.scalar(select(WORKBOOK.c.content).where(WORKBOOK.c.sha256 == entry.sha256))
    if kept is None:
        raise NotKept("M011", number=str(entry.number))
    if sha256(kept).hexdigest() != entry.sha256:
        raise StoreRefusal("M012", file=entry.name, entity=entry.entity, period=str(entry.period))
    return bytes(kept)


def record(database: Database, entry: Entry) -> str:
    """The record of an entry, sealed, exactly as it was kept: JSON in plain ASCII. Raises NotKept."""
    with database.reading() as connection:
        return record_of(connection, entry)


def record_of(connection: Connection, entry: Entry) -> str:
    """The same within a transaction."""
    kept = connection.scalar(select(UPLOAD.c.record).where(UPLOAD.c.number == entry.number))
    if kept is None:
        raise NotKept("M011", number=str(entry.number))
    return str(kept)


def tables(database: Database, entry: Entry) -> tuple[Table, ...]:
    """The tables of an entry with their figures: nothing is read or recognised again."""
    with database.reading() as connection:
        return tables_from(kept_rows(connection, entry.number))


def findings(database: Database, entry: Entry) -> tuple[KeptFinding, ...]:
    """The findings of an entry, in the order of its report."""
    with database.reading() as connection:
        return findings_of(connection, entry)


def findings_of(connection: Connection, entry: Entry) -> tuple[KeptFinding, ...]:
    """The same within a transaction."""
    return tuple(
        KeptFinding(
            id=row["id"],
            code=row["code"],
            place=row["place"],
            severity=row["severity"],
            standing=row["standing"],
            table=row["in_table"],
            cell=row["cell"],
            row_label=row["row_label"],
            column_label=row["column_label"],
            message=row["message"],
        )
        for row in rows_in(connection, FINDING, entry.number)
    )
