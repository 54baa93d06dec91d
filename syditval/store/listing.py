"""Which entries there are, and which of them counts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, select

from syditval.model.period import Period
from syditval.store.database import Database
from syditval.store.entry import Entry, Standing, Withdrawal
from syditval.store.layout import ENTITY, UPLOAD, WITHDRAWAL, WORKBOOK
from syditval.store.names import alphabetical, key_of
from syditval.store.refusals import NotKept

_LATER = UPLOAD.alias("later")
_UNDONE = WITHDRAWAL.alias("undone")
_NAMES = tuple(column for column in UPLOAD.c if column.name not in ("entity", "record", "seal"))


def entry_numbered(database: Database, number: int) -> Entry:
    """The entry with a number. Raises NotKept where there is none."""
    with database.reading() as connection:
        return entry_with(connection, number)


def entries(
    database: Database,
    *,
    entity: str | None = None,
    period: Period | None = None,
    entities: Collection[str] | None = None,
) -> tuple[Entry, ...]:
    """The entries, those withdrawn and rejected too: the newest period first, in it the newest version.

    Only those of an entity, of a period, or of some entities, where they are given.
    """
    conditions = []
    if entity is not None:
        conditions.append(ENTITY.c.key == key_of(entity))
    if period is not None:
        conditions.append(UPLOAD.c.period == period)
    if entities is not None:
        conditions.append(ENTITY.c.key.in_([key_of(each) for each in entities]))
    with database.reading() as connection:
        return entries_where(connection, *conditions)


def current(database: Database, entity: str, period: Period) -> Entry | None:
    """What counts for a month of an entity: the last version that was neither rejected nor withdrawn."""
    return next((each for each in entries(database, entity=entity, period=period) if each.is_current), None)


def find(database: Database, entity: str, period: Period, sha256: str, decision: str) -> Entry | None:
    """The entry that was made of the same workbook with the same decision and not withdrawn, or None."""
    with database.reading() as connection:
        number = connection.scalar(select(ENTITY.c.number).where(ENTITY.c.key == key_of(entity)))
        return None if number is None else same_as(connection, number, period, sha256, decision)


def entities(database: Database) -> tuple[str, ...]:
    """The names of the entities that sent something or that somebody answers for, by the alphabet."""
    with database.reading() as connection:
        return tuple(sorted(connection.scalars(select(ENTITY.c.name)), key=alphabetical))


def entry_with(connection: Connection, number: int) -> Entry:
    """The entry with a number. Raises NotKept where there is none."""
    found = entries_where(connection, UPLOAD.c.number == number)
    if not found:
        raise NotKept("M011", number=str(number))
    return found[0]


def same_as(connection: Connection, entity: int, period: Period, sha256: str, decision: str) -> Entry | None:
    """The last entry of a workbook and a decision that was not withdrawn, or None."""
    same = (
        UPLOAD.c.entity == entity,
        UPLOAD.c.period == period,
        UPLOAD.c.workbook == sha256,
        UPLOAD.c.decision == decision,
        WITHDRAWAL.c.upload.is_(None),
    )
    return next(iter(entries_where(connection, *same)), None)


def entries_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Entry, ...]:
    """The entries for which some conditions on the upload, its entity and its withdrawal hold, in order."""
    found = [_entry(row) for row in connection.execute(_query().where(*conditions))]
    return tuple(sorted(found, key=_place))


def _place(entry: Entry) -> tuple[int, int, str, int]:
    """The newest period comes first, in it the entities by the alphabet, and of each the newest version."""
    return (-entry.period.year, -entry.period.month, alphabetical(entry.entity), -entry.version)


def _query() -> Select[Any]:
    return (
        select(
            *_NAMES,
            ENTITY.c.name.label("entity_name"),
            WORKBOOK.c.size,
            WITHDRAWAL.c.reason,
            WITHDRAWAL.c.withdrawn_by,
            WITHDRAWAL.c.withdrawn_at,
            _counts().label("is_current"),
        )
        .join_from(UPLOAD, ENTITY)
        .join(WORKBOOK)
        .outerjoin(WITHDRAWAL)
    )


def _counts() -> ColumnElement[bool]:
    """Whether an upload is the last of its month that was neither rejected nor withdrawn."""
    overtaken = exists().where(
        _LATER.c.entity == UPLOAD.c.entity,
        _LATER.c.period == UPLOAD.c.period,
        _LATER.c.version > UPLOAD.c.version,
        _LATER.c.standing != Standing.REJECTED,
        ~exists().where(_UNDONE.c.upload == _LATER.c.number),
    )
    return and_(UPLOAD.c.standing != Standing.REJECTED, WITHDRAWAL.c.upload.is_(None), ~overtaken)


def _entry(row: Row[Any]) -> Entry:
    is_withdrawn = row.reason is not None
    return Entry(
        number=row.number,
        entity=row.entity_name,
        period=row.period,
        version=row.version,
        name=row.name,
        sha256=row.workbook,
        size=row.size,
        standing=row.standing,
        by=row.sent_by,
        origin=row.origin,
        at=row.sent_at,
        decision=row.decision,
        tool=row.tool,
        errors=row.errors,
        warnings=row.warnings,
        notes=row.notes,
        kept_until=row.kept_until,
        is_current=bool(row.is_current),
        withdrawal=Withdrawal(row.reason, row.withdrawn_by, row.withdrawn_at) if is_withdrawn else None,
    )
