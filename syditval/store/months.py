"""The months that a month is held against."""

from __future__ import annotations

import json

from sqlalchemy import Connection, or_

from syditval.model.earlier import Earlier, EarlierFinding
from syditval.model.finding import Status
from syditval.model.period import Period
from syditval.store.contents import findings_of, record_of
from syditval.store.database import Database
from syditval.store.entry import Entry
from syditval.store.layout import ENTITY, UPLOAD
from syditval.store.listing import entries_where
from syditval.store.names import key_of
from syditval.store.refusals import NotKept
from syditval.store.rows import kept_rows, tables_from


def earlier(database: Database, entity: str, period: Period) -> tuple[Earlier, ...]:
    """What counts for the months that a month is held against, as far as they are there, oldest first.

    They are the last one before it in the same year, and of the year before the same month and December.
    """
    with database.reading() as connection:
        return tuple(_earlier(connection, entry) for entry in _before(connection, entity, period))


def earlier_of(database: Database, entry: Entry) -> tuple[Earlier, ...]:
    """The months that an entry was held against when it came in, in the order of its record.

    Raises NotKept where one of them is not there any longer.
    """
    with database.reading() as connection:
        others = json.loads(record_of(connection, entry)).get("against") or ()
        return tuple(
            _earlier(connection, _of_workbook(connection, entry, other["sha256"], other["name"]))
            for other in others
        )


def _before(connection: Connection, entity: str, period: Period) -> list[Entry]:
    wanted = or_(
        (UPLOAD.c.period >= Period(period.year, 1)) & (UPLOAD.c.period < period),
        UPLOAD.c.period.in_([period.a_year_before, period.december_before]),
    )
    found = entries_where(connection, ENTITY.c.key == key_of(entity), wanted)
    counting = [entry for entry in found if entry.is_current]
    this_year = [entry for entry in counting if entry.period.year == period.year]
    last_year = [entry for entry in counting if entry.period.year < period.year]
    return [*reversed(last_year), *this_year[:1]]


def _of_workbook(connection: Connection, entry: Entry, sha256: str, name: str) -> Entry:
    """The entry of a workbook that was there when another one came in."""
    found = entries_where(
        connection,
        ENTITY.c.key == key_of(entry.entity),
        UPLOAD.c.workbook == sha256,
        UPLOAD.c.number < entry.number,
    )
    if not found:
        raise NotKept("M015", file=name, entity=entry.entity, period=str(entry.period))
    return max(found, key=lambda each: each.number)


def _earlier(connection: Connection, entry: Entry) -> Earlier:
    return Earlier(
        name=entry.name,
        sha256=entry.sha256,
        period=entry.period,
        tables=tables_from(kept_rows(connection, entry.number)),
        findings=tuple(
            EarlierFinding(each.code, each.place, each.severity)
            for each in findings_of(connection, entry)
            if each.standing is Status.OPEN
        ),
    )
