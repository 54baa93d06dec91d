"""An arrival becomes an entry: whole, once, and in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from syditval.model.rule import Severity
from syditval.store.database import Database
from syditval.store.entry import Arrival, Kept
from syditval.store.failures import is_lost_race
from syditval.store.layout import ENTITY, UPLOAD, WORKBOOK
from syditval.store.listing import entry_with, same_as
from syditval.store.names import key_of, tidy
from syditval.store.retention import kept_until
from syditval.store.rows import PARTS, rows_of, seal_over

# Each lost race was won by somebody else.
_ATTEMPTS = 20


def keep(database: Database, arrival: Arrival) -> Kept:
    """Keep an arrival as the next version of its month.

    Where the same workbook with the same decision was sent before and not withdrawn, its entry is given and
    nothing is kept, also when two arrive at the same moment. When this returns, the entry is on the disk.
    Raises StoreRefusal where it cannot be kept; then nothing of it is.
    """
    for _ in range(_ATTEMPTS - 1):
        try:
            return _kept(database, arrival)
        except IntegrityError:
            continue
        except DBAPIError as error:
            if not is_lost_race(error):
                raise
    return _kept(database, arrival)


def entity_number(connection: Connection, name: str) -> int:
    """The number of an entity, which is made where it is new. Until the transaction ends, no other has it.

    Raises StoreRefusal for a name that cannot be one.
    """
    shown = tidy(name)
    there = select(ENTITY.c.number).where(ENTITY.c.key == key_of(shown)).with_for_update()
    number = connection.scalar(there)
    if number is None:
        made = connection.execute(insert(ENTITY).values(name=shown, key=key_of(shown)))
        number = _made(made)
    return number


def _kept(database: Database, arrival: Arrival) -> Kept:
    digest = sha256(arrival.content).hexdigest()
    with database.writing() as connection:
        entity = entity_number(connection, arrival.entity)
        same = same_as(connection, entity, arrival.period, digest, arrival.decision)
        if same is not None:
            return Kept(same, is_new=False)
        _keep_workbook(connection, digest, arrival.content)
        upload = _row(arrival, digest, database.years) | {
            "entity": entity,
            "version": _next_version(connection, entity, arrival),
        }
        parts = rows_of(arrival.report)
        number = _made(connection.execute(insert(UPLOAD).values(**upload, seal=seal_over(parts))))
        for table in PARTS:
            if parts[table.name]:
                connection.execute(insert(table), [{**row, "upload": number} for row in parts[table.name]])
        return Kept(entry_with(connection, number), is_new=True)


def _made(result: Any) -> int:
    (number,) = result.inserted_primary_key
    return int(number)


def _keep_workbook(connection: Connection, digest: str, content: bytes) -> None:
    if connection.scalar(select(WORKBOOK.c.size).where(WORKBOOK.c.sha256 == digest)) is None:
        connection.execute(insert(WORKBOOK).values(sha256=digest, size=len(content), content=content))


def _next_version(connection: Connection, entity: int, arrival: Arrival) -> int:
    of_month = (UPLOAD.c.entity == entity) & (UPLOAD.c.period == arrival.period)
    return (connection.scalar(select(func.max(UPLOAD.c.version)).where(of_month)) or 0) + 1


def _row(arrival: Arrival, digest: str, years: int) -> dict[str, Any]:
    pressing = Counter(finding.severity for finding in arrival.report.findings if finding.is_pressing)
    return {
        "period": arrival.period,
        "workbook": digest,
        "name": arrival.name,
        "standing": arrival.standing,
        "sent_by": arrival.by,
        "origin": arrival.origin,
        "sent_at": arrival.at,
        "decision": arrival.decision,
        "tool": arrival.report.version,
        "errors": pressing[Severity.ERROR],
        "warnings": pressing[Severity.WARNING],
        "notes": pressing[Severity.NOTE],
        "kept_until": kept_until(arrival.period, years),
        "record": json.dumps(arrival.report.to_dict(), ensure_ascii=True, indent=2) + "\n",
    }
