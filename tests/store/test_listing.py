"""Which entries there are, in which order, and which of them counts."""

from __future__ import annotations

import pytest

from syditval.model.period import Period
from syditval.store import (
    Database,
    NotKept,
    Role,
    Standing,
    add_person,
    current,
    entities,
    entries,
    entry_numbered,
    withdraw,
)
from syditval.store.roles import Person
from tests.store.arrivals import APRIL, NOON, kept

MARCH = Period(2024, 3)


def told(database: Database, **only: object) -> list[str]:
    """Entity, period and version of each entry, and whether it counts."""
    return [
        f"{each.entity} {each.period} {each.version}{' *' if each.is_current else ''}"
        for each in entries(database, **only)  # type: ignore[arg-type]
    ]


class TestEntries:
    def test_the_newest_period_comes_first_and_in_it_the_newest_version(self, database: Database) -> None:
        kept(database)
        kept(database, b"march", MARCH)
        kept(database, b"april, corrected")
        kept(database, entity="Kulturnämnden")

        assert told(database) == [
            "Kulturnämnden 2024-04 1 *",
            "Socialnämnden 2024-04 2 *",
            "Socialnämnden 2024-04 1",
            "Socialnämnden 2024-03 1 *",
        ]

    def test_they_may_be_asked_for_by_entity_by_period_and_by_some_entities(self, database: Database) -> None:
        kept(database)
        kept(database, period=MARCH)
        kept(database, entity="Kulturnämnden")

        assert told(database, entity="SOCIALNÄMNDEN", period=APRIL) == ["Socialnämnden 2024-04 1 *"]
        assert told(database, period=MARCH) == ["Socialnämnden 2024-03 1 *"]
        assert told(database, entities=["kulturnämnden", "Okänd"]) == ["Kulturnämnden 2024-04 1 *"]
        assert told(database, entities=[]) == []
        assert told(database, entity="Okänd") == []


class TestWhatCounts:
    def test_a_correction_does_and_what_it_corrects_no_longer(self, database: Database) -> None:
        kept(database)
        second = kept(database, b"april, corrected")

        assert current(database, "socialnämnden", APRIL) == second

    def test_a_rejected_one_never_does(self, database: Database) -> None:
        first = kept(database)
        kept(database, b"broken", standing=Standing.REJECTED)

        assert current(database, "Socialnämnden", APRIL) == first

    def test_after_a_withdrawal_the_one_before_it_does(self, database: Database) -> None:
        first = kept(database)
        withdraw(database, kept(database, b"april, corrected"), "Fel fil", "anna", NOON)

        assert current(database, "Socialnämnden", APRIL) == first

    def test_nothing_does_where_all_are_withdrawn_or_rejected(self, database: Database) -> None:
        kept(database, b"broken", standing=Standing.REJECTED)
        withdraw(database, kept(database), "Fel fil", "anna", NOON)

        assert current(database, "Socialnämnden", APRIL) is None
        assert not any(each.is_current for each in entries(database))


def test_an_entry_is_known_by_its_number(database: Database) -> None:
    entry = kept(database)

    assert entry_numbered(database, entry.number) == entry
    with pytest.raises(NotKept):
        entry_numbered(database, entry.number + 1)


def test_entities_are_those_that_sent_something_or_that_somebody_answers_for(database: Database) -> None:
    kept(database, entity="Socialnämnden")
    add_person(database, Person("anna", Role.FINANCE, ("Kulturnämnden", "SOCIALNÄMNDEN")))

    assert entities(database) == ("Kulturnämnden", "Socialnämnden")
