"""An arrival becomes an entry: whole, once, and in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select

from syditval.model.rule import Severity
from syditval.store.database import Database
from syditval.store.entry import Arrival, Kept
from syditval.store.layout import ENTITY, UPLOAD, WORKBOOK
from syditval.store.listing import entry_with, same_as
from syditval.store.names import key_of, tidy
from syditval.store.retention import kept_until
from syditval.store.rows import PARTS, Rows, rows_of, seal_over


def keep(database: Database, arrival: Arrival) -> Kept:
    """Keep an arrival as the next version of its month.

    Where the same workbook with the same decision was sent before and not withdrawn, its entry is given and
    nothing is kept, also when two arrive at the same moment. When this returns, the entry is on the disk.
    Raises StoreRefusal where it cannot be kept; then nothing of it is.
    """
    row = _row(arrival, database.years)
    parts = rows_of(arrival.report)
    return database.write(lambda connection: _kept(connection, arrival, row, parts))


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


def _kept(
    connection: Connection, arrival: Arrival, row: Mapping[str, Any], parts: Mapping[str, Rows]
) -> Kept:
    entity = entity_number(connection, arrival.entity)
    same = same_as(connection, entity, arrival.period, row["workbook"], arrival.decision)
    if same is not None:
        return Kept(same, is_new=False)
    _keep_workbook(connection, row["workbook"], arrival.content)
    version = _next_version(connection, entity, arrival)
    upload = insert(UPLOAD).values(**row, entity=entity, version=version, seal=seal_over(parts))
    number = _made(connection.execute(upload))
    for table in PARTS:
        if parts[table.name]:
            connection.execute(insert(table), [{**each, "upload": number} for each in parts[table.name]])
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


def _row(arrival: Arrival, years: int) -> dict[str, Any]:
    pressing = Counter(finding.severity for finding in arrival.report.findings if finding.is_pressing)
    return {
        "period": arrival.period,
        "workbook": sha256(arrival.content).hexdigest(),
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
