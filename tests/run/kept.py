"""Months of one unit as they are sent to a store."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from syditval.model.period import Period
from syditval.reading import Source
from syditval.run import Request
from syditval.run.upload import Delivery
from syditval.store import Database, open_database
from tests.run.months import monthly

REQUEST = Request(in_process=True)
SENT = datetime(2024, 5, 8, 9, 12, tzinfo=UTC)

# Lines that add up to their totals, and variances that are budget less forecast.
APRIL = """
# Drift
| Enhet: IT-enheten
| Ekonomiskt resultat, tkr

                  | Budget | Utfall 240430 | Årsprognos | Avvikelse
Personalkostnader | 500    | 170           | 480        | 20
Lokalhyror        | 400    | 130           | 400        | 0
Summa             | 900    | 300           | 880        | 20
"""
MARCH = APRIL.replace("240430", "240331").replace("170", "125").replace("130", "100").replace("300", "225")
# A total that its lines do not add up to.
WRONG = APRIL.replace("300           | 880", "390           | 880")
# A table that lacks a column which every such table has.
BROKEN = """
# Drift
| Enhet: IT-enheten
| Ekonomiskt resultat, tkr

                  | Budget | Utfall 240430 | Årsprognos
Personalkostnader | 500    | 170           | 480
Lokalhyror        | 400    | 130           | 400
Summa             | 900    | 300           | 880
"""


def store(folder: Path) -> Database:
    """An empty store."""
    return open_database(str(folder / "months.sqlite"))


def sent(
    text: str, name: str = "april.xlsx", entity: str = "", period: str = "", decision: str = ""
) -> Delivery:
    """A workbook written as text, on its way."""
    return Delivery(
        workbook(text, name),
        by="anna",
        origin="a computer",
        at=SENT,
        entity=entity,
        period=Period.parse(period) if period else None,
        decision=decision,
    )


def workbook(text: str, name: str = "april.xlsx") -> Source:
    """A workbook written as text, the same bytes every time."""
    return Source(name, _content(text), None)


@cache
def _content(text: str) -> bytes:
    return monthly(text).content
