"""Entries that need not be kept any longer go, and leave a trace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection, delete, exists, func, insert, select
from sqlalchemy.exc import IntegrityError

from syditval.store.database import Database
from syditval.store.entry import Entry
from syditval.store.layout import ACT, UPLOAD, WORKBOOK
from syditval.store.listing import entries_where
from syditval.store.log import Act, act_row
from syditval.store.refusals import StoreRefusal

# What a trace says was done.
PURGED = "purge"


def purge(database: Database, today: date, by: str = "") -> tuple[Entry, ...]:
    """Delete the months of which nothing need be kept any longer, with their workbooks, and give them.

    A month goes as a whole: all its versions, those withdrawn and rejected too. Each leaves an act of the day
    ``today`` with its hash; acts that are as old go too. Raises StoreRefusal where by the database's own
    clock it is too early.
    """
    with database.writing() as connection:
        gone = _over(connection, today)
        try:
            connection.execute(delete(ACT).where(ACT.c.kept_until < today))
            connection.execute(delete(UPLOAD).where(UPLOAD.c.number.in_([entry.number for entry in gone])))
            _drop_workbooks(connection, {entry.sha256 for entry in gone})
        except IntegrityError as error:
            raise StoreRefusal("M019", day=today.isoformat()) from error
        for entry in gone:
            connection.execute(insert(ACT).values(**act_row(_trace(entry, today, by), database.years)))
    return gone


def _over(connection: Connection, today: date) -> tuple[Entry, ...]:
    """The entries of the months whose every version is over."""
    last = func.max(UPLOAD.c.kept_until)
    months = select(UPLOAD.c.entity, UPLOAD.c.period).group_by(UPLOAD.c.entity, UPLOAD.c.period)
    over = months.having(last < today).subquery()
    is_over = exists().where(over.c.entity == UPLOAD.c.entity, over.c.period == UPLOAD.c.period)
    return entries_where(connection, is_over)


def _drop_workbooks(connection: Connection, hashes: Iterable[str]) -> None:
    in_use = exists().where(UPLOAD.c.workbook == WORKBOOK.c.sha256)
    connection.execute(delete(WORKBOOK).where(WORKBOOK.c.sha256.in_(list(hashes)), ~in_use))


def _trace(entry: Entry, today: date, by: str) -> Act:
    at = datetime.combine(today, time(), UTC)
    subject = f"{entry.entity} {entry.period} {entry.version}"
    return Act(at, by, PURGED, subject, "", entry.sha256)
