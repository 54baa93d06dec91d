"""A withdrawal: with a reason, once, and nothing is lost by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.store import Database, NotKept, StoreRefusal, Withdrawal, content, entries, withdraw
from tests.store.arrivals import NOON, kept


def test_it_is_told_with_its_reason_and_the_workbook_stays(database: Database) -> None:
    entry = kept(database)

    given = withdraw(database, entry, "Fel fil", "anna", NOON)

    assert given == replace(entry, is_current=False, withdrawal=Withdrawal("Fel fil", "anna", NOON))
    assert entries(database) == (given,)
    assert content(database, given) == b"april"


def test_it_happens_once(database: Database) -> None:
    entry = kept(database)
    given = withdraw(database, entry, "Fel fil", "anna", NOON)

    with pytest.raises(StoreRefusal, match="withdrawn already"):
        withdraw(database, entry, "Igen", "bo", NOON)

    assert entries(database) == (given,)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_it_needs_a_reason(database: Database, reason: str) -> None:
    entry = kept(database)

    with pytest.raises(StoreRefusal, match="needs a reason"):
        withdraw(database, entry, reason, "anna", NOON)

    assert entries(database) == (entry,)


def test_what_is_not_there_cannot_be_withdrawn(database: Database) -> None:
    entry = replace(kept(database), number=99)

    with pytest.raises(NotKept):
        withdraw(database, entry, "Fel fil", "anna", NOON)
