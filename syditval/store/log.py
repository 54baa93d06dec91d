"""What was done by whom: a trace that only grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from syditval.model.period import Period
from syditval.store.database import Database
from syditval.store.layout import ACT
from syditval.store.retention import kept_until


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done or tried: when, in UTC, by whom, what, with what, from where, and how it ended.

    No text of a workbook's cells belongs in it.
    """

    at: datetime
    who: str
    act: str
    subject: str
    origin: str
    outcome: str


def note_act(database: Database, act: Act) -> None:
    """Write an act down. Raises StoreRefusal where that cannot be done."""
    with database.writing() as connection:
        connection.execute(insert(ACT).values(**act_row(act, database.years)))


def acts(database: Database, most: int) -> tuple[Act, ...]:
    """The last acts, newest first, no more than ``most``."""
    columns = (ACT.c.at, ACT.c.who, ACT.c.act, ACT.c.subject, ACT.c.origin, ACT.c.outcome)
    with database.reading() as connection:
        rows = connection.execute(select(*columns).order_by(ACT.c.number.desc()).limit(most))
        return tuple(Act(*row) for row in rows)


def act_row(act: Act, years: int) -> dict[str, Any]:
    """An act as it is kept, as long as an entry of its day."""
    return {
        "at": act.at,
        "who": act.who,
        "act": act.act,
        "subject": act.subject,
        "origin": act.origin,
        "outcome": act.outcome,
        "kept_until": kept_until(Period.of_day(act.at.date()), years),
    }
