"""What need not be kept any longer goes on request, as whole months, and leaves a trace."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from syditval.model.period import Period
from syditval.store import (
    Act,
    Database,
    StoreRefusal,
    acts,
    check,
    content,
    entries,
    note_act,
    open_database,
    purge,
    withdraw,
)
from tests.store.arrivals import NOON, finding, kept

OLD = Period(2010, 4)
OVER = date(2021, 1, 1)


def test_what_is_over_goes_with_its_workbook_and_the_rest_stays(database: Database) -> None:
    old = kept(database, b"old", OLD, findings=[finding()])
    young = kept(database)

    assert purge(database, OVER, "eva") == (old,)

    assert entries(database) == (young,)
    assert content(database, young) == b"april"
    with pytest.raises(StoreRefusal):
        content(database, old)
    assert check(database) == ()
    assert acts(database, 10) == (
        Act(datetime(2021, 1, 1, tzinfo=UTC), "eva", "purge", "Socialnämnden 2010-04 1", "", old.sha256),
    )


def test_the_last_day_is_still_a_day_to_keep_it(database: Database) -> None:
    old = kept(database, period=OLD)

    assert purge(database, date(2020, 12, 31)) == ()
    assert entries(database) == (old,)


def test_what_was_withdrawn_is_kept_as_long(database: Database) -> None:
    old = withdraw(database, kept(database, period=OLD), "Fel fil", "anna", NOON)

    assert purge(database, date(2020, 12, 31)) == ()
    assert purge(database, OVER) == (old,)


def test_a_workbook_that_a_later_month_is_of_too_stays(database: Database) -> None:
    kept(database, period=OLD)
    young = kept(database)

    purge(database, OVER)

    assert content(database, young) == b"april"


def test_a_month_goes_as_a_whole_when_its_last_version_is_over(store_place: str) -> None:
    with open_database(store_place) as database:
        kept(database, b"first", OLD)
    with open_database(store_place, years=40) as database:
        kept(database, b"second", OLD)

        assert purge(database, OVER) == ()
        assert check(database) == ()


def test_acts_go_when_their_time_is_over(database: Database) -> None:
    note_act(database, Act(datetime(2010, 1, 1, tzinfo=UTC), "anna", "upload", "", "", "kept"))
    note_act(database, Act(NOON, "anna", "upload", "", "", "kept"))

    purge(database, OVER)

    assert [act.at for act in acts(database, 10)] == [NOON]


def test_a_day_that_has_not_come_yet_is_refused_by_the_clock_of_the_database(database: Database) -> None:
    entry = kept(database)

    with pytest.raises(StoreRefusal, match="too early to delete") as refused:
        purge(database, date(2999, 1, 1))

    assert refused.value.code == "M019"
    assert entries(database) == (entry,)
