"""What became of findings since they were told."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import insert, select

from syditval.store.database import Database
from syditval.store.entry import Entry, StatusSet
from syditval.store.layout import FINDING, FINDING_STATUS
from syditval.store.refusals import NotKept


def set_status(database: Database, entry: Entry, finding_id: str, status: StatusSet) -> None:
    """Give a finding of an entry a status. Those that it had stay, and count no longer.

    Raises NotKept where the entry has no such finding.
    """
    with database.writing() as connection:
        position = connection.scalar(
            select(FINDING.c.position).where(FINDING.c.upload == entry.number, FINDING.c.id == finding_id)
        )
        if position is None:
            raise NotKept("M016", finding=finding_id, entity=entry.entity, period=str(entry.period))
        connection.execute(
            insert(FINDING_STATUS).values(
                upload=entry.number,
                position=position,
                status=status.status,
                comment=status.comment,
                set_by=status.by,
                set_at=status.at,
            )
        )


def statuses(database: Database, entry: Entry) -> Mapping[str, StatusSet]:
    """The last status of each finding of an entry that was given one, by the finding's id."""
    given = FINDING_STATUS.c
    query = (
        select(FINDING.c.id, given.status, given.comment, given.set_by, given.set_at)
        .join_from(FINDING_STATUS, FINDING)
        .where(given.upload == entry.number)
        .order_by(given.number)
    )
    with database.reading() as connection:
        return {finding: StatusSet(*status) for finding, *status in connection.execute(query)}
