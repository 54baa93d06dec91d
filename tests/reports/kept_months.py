"""Entries of a store made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from syditval.model.period import Period
from syditval.store import Entry, Standing, Withdrawal

AT = datetime(2024, 5, 8, 9, 12, 30, tzinfo=UTC)
GONE = Withdrawal("Fel fil", "bo", datetime(2024, 5, 9, 7, 0, tzinfo=UTC))


def entry(
    period: str,
    version: int = 1,
    standing: Standing = Standing.ACCEPTED,
    counts: tuple[int, int, int] = (0, 0, 0),
    *,
    entity: str = "IT-enheten",
    is_current: bool = True,
    withdrawal: Withdrawal | None = None,
) -> Entry:
    """An entry; ``counts`` are its errors, warnings and notes."""
    month = Period.parse(period)
    errors, warnings, notes = counts
    return Entry(
        number=1,
        entity=entity,
        period=month,
        version=version,
        name=f"{period}.xlsx",
        sha256="ab" * 32,
        size=7430,
        standing=standing,
        by="anna",
        origin="ekonomi7",
        at=AT,
        decision="",
        tool="1.2.3",
        errors=errors,
        warnings=warnings,
        notes=notes,
        kept_until=date(month.year + 7, 12, 31),
        is_current=is_current and withdrawal is None and standing is not Standing.REJECTED,
        withdrawal=withdrawal,
    )
