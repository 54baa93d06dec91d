"""Statuses of findings: the last one counts, those before it stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from syditval.store import Database, FindingStatus, NotKept, StatusSet, set_status, statuses
from syditval.store.layout import FINDING_STATUS
from tests.store.arrivals import NOON, finding, kept

EXPLAINED = StatusSet(FindingStatus.EXPLAINED, "Periodisering", "eva", NOON)


def test_the_last_one_counts_and_those_before_it_stay(database: Database) -> None:
    entry = kept(database, findings=[finding("C5"), finding("D6")])
    fixed = replace(EXPLAINED, status=FindingStatus.FIXED, at=NOON + timedelta(days=1))

    assert statuses(database, entry) == {}
    set_status(database, entry, finding("C5").id, EXPLAINED)
    set_status(database, entry, finding("C5").id, fixed)

    assert statuses(database, entry) == {finding("C5").id: fixed}
    with database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(FINDING_STATUS)) == 2


def test_it_is_of_one_version(database: Database) -> None:
    first = kept(database, findings=[finding()])
    second = kept(database, b"april, corrected", findings=[finding()])
    set_status(database, first, finding().id, EXPLAINED)

    assert statuses(database, second) == {}


def test_what_was_not_found_has_no_status(database: Database) -> None:
    entry = kept(database, findings=[finding()])

    with pytest.raises(NotKept, match="F101/Z9"):
        set_status(database, entry, "F101/Z9", EXPLAINED)
