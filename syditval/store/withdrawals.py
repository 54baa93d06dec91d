"""An entry that no longer counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select

from syditval.store.database import Database
from syditval.store.entry import Entry
from syditval.store.layout import ENTITY, UPLOAD, WITHDRAWAL
from syditval.store.listing import entry_with
from syditval.store.refusals import StoreRefusal


def withdraw(database: Database, entry: Entry, reason: str, by: str, at: datetime) -> Entry:
    """Withdraw an entry, for a reason, and give it as it is then: it stays, and no longer counts.

    The version before it counts again, where there is one. Raises NotKept, and StoreRefusal where there is
    no reason or it was withdrawn before.
    """
    if not reason.strip():
        raise StoreRefusal("M014")
    with database.writing() as connection:
        # Whoever sends to the same entity waits.
        its_entity = select(UPLOAD.c.entity).where(UPLOAD.c.number == entry.number)
        connection.execute(select(ENTITY.c.number).where(ENTITY.c.number.in_(its_entity)).with_for_update())
        there = entry_with(connection, entry.number)
        if there.withdrawal is not None:
            raise StoreRefusal(
                "M013", entity=there.entity, period=str(there.period), version=str(there.version)
            )
        connection.execute(
            insert(WITHDRAWAL).values(upload=entry.number, reason=reason, withdrawn_by=by, withdrawn_at=at)
        )
        return entry_with(connection, entry.number)
