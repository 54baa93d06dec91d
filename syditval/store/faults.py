"""Whether what is kept is still what was sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, Table, and_, func, select, text, true

from syditval.model.record import SEAL, seal_of
from syditval.store.database import Database
from syditval.store.layout import ENTITY, GUARDED, METADATA, UPLOAD, WORKBOOK
from syditval.store.rows import kept_rows, seal_over

_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}
_GUARDS = {
    "sqlite": ("unchanged", "kept", "unreplaced"),
    "postgresql": ("unchanged", "kept", "whole"),
}


class FaultKind(StrEnum):
    """What is wrong with a store."""

    DATABASE = "database"
    WORKBOOK = "workbook"
    RECORD = "record"
    FIGURES = "figures"
    VERSIONS = "versions"
    REFERENCE = "reference"
    GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``subject`` is a hash, an entry, a table, or what the database itself says."""

    kind: FaultKind
    subject: str


def check(database: Database) -> tuple[Fault, ...]:
    """Everything that is wrong with a store; nothing for a sound one.

    Every workbook is held against its hash, every record and every entry's figures and findings against their
    seals; versions are without gaps, nothing refers to what is not there, and the guards against changes
    stand. Raises StoreRefusal where the database cannot even be read.
    """
    with database.reading() as connection:
        return tuple(found_in(connection))


def found_in(connection: Connection) -> Iterator[Fault]:
    """The same within a transaction. Of a file that is damaged as such, nothing else can be told."""
    damage = [*_of_the_database(connection)]
    if damage:
        yield from damage
        return
    yield from _workbooks(connection)
    yield from _records(connection)
    yield from _versions(connection)
    for table in METADATA.sorted_tables:
        yield from _references(connection, table)
    yield from _guards(connection)


def _of_the_database(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
            if said != "ok":
                yield Fault(FaultKind.DATABASE, said)


def _workbooks(connection: Connection) -> Iterator[Fault]:
    # One at a time: together they may be larger than the memory.
    for digest in connection.scalars(select(WORKBOOK.c.sha256).order_by(WORKBOOK.c.sha256)).all():
        kept = connection.scalar(select(WORKBOOK.c.content).where(WORKBOOK.c.sha256 == digest))
        if kept is None or sha256(kept).hexdigest() != digest:
            yield Fault(FaultKind.WORKBOOK, digest)


def _records(connection: Connection) -> Iterator[Fault]:
    names = (ENTITY.c.name, UPLOAD.c.period, UPLOAD.c.version)
    uploads = select(UPLOAD.c.number, *names).join_from(UPLOAD, ENTITY).order_by(UPLOAD.c.number)
    for number, *name in connection.execute(uploads).all():
        of_upload = select(UPLOAD.c.record, UPLOAD.c.workbook, UPLOAD.c.seal).where(UPLOAD.c.number == number)
        record, workbook, seal = connection.execute(of_upload).one()
        subject = " ".join(map(str, name))
        if not _is_sound(record, workbook):
            yield Fault(FaultKind.RECORD, subject)
        if _seal_of_parts(connection, number) != seal:
            yield Fault(FaultKind.FIGURES, subject)


def _seal_of_parts(connection: Connection, upload: int) -> str:
    try:
        return seal_over(kept_rows(connection, upload))
    except (ValueError, ArithmeticError):
        # A word or an amount that was altered to none.
        return ""


def _is_sound(record: str, workbook: str) -> bool:
    """Whether a record is as it was sealed, and of its workbook."""
    try:
        content = json.loads(record)
        return bool(content[SEAL] == seal_of(content) and content["inputs"][0]["sha256"] == workbook)
    except (ValueError, LookupError, TypeError):
        return False


def _versions(connection: Connection) -> Iterator[Fault]:
    months = (
        select(ENTITY.c.name, UPLOAD.c.period)
        .join_from(UPLOAD, ENTITY)
        .group_by(ENTITY.c.name, UPLOAD.c.period)
        .having(func.max(UPLOAD.c.version) != func.count())
        .order_by(ENTITY.c.name, UPLOAD.c.period)
    )
    for entity, period in connection.execute(months).all():
        yield Fault(FaultKind.VERSIONS, f"{entity} {period}")


def _references(connection: Connection, table: Table) -> Iterator[Fault]:
    """The rows that refer to what is not there."""
    for reference in sorted(table.foreign_key_constraints, key=lambda each: str(each.column_keys)):
        parent = reference.referred_table.alias("parent")
        pairs = [(element.parent, parent.c[element.column.name]) for element in reference.elements]
        there = select(true()).where(and_(*(child == column for child, column in pairs))).exists()
        lost = connection.scalar(select(func.count()).select_from(table).where(~there))
        if lost:
            yield Fault(FaultKind.REFERENCE, f"{table.name} ({lost})")


def _guards(connection: Connection) -> Iterator[Fault]:
    dialect = connection.dialect.name
    there = set(connection.scalars(text(_TRIGGERS[dialect])))
    for table in GUARDED:
        names = [f"{table.name}_{guard}" for guard in _GUARDS[dialect]]
        yield from (Fault(FaultKind.GUARD, name) for name in names if name not in there)
