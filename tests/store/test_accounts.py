"""People: what they are and may, when they are locked out, and when their sessions end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from syditval.store import (
    Database,
    NotKept,
    Person,
    Role,
    StoreRefusal,
    add_person,
    change_person,
    note_failure,
    note_success,
    people,
    person,
    secret,
    sign_out_everywhere,
)
from syditval.store.accounts import LOCK_OUT, MOST_FAILURES
from tests.store.arrivals import NOON

ANNA = Person("Anna", Role.FINANCE, ("Kulturnämnden", "Socialnämnden"), password_hash="$argon2id$...")
EVA = Person("eva", Role.AUDITOR)


def test_they_are_told_as_they_were_let_in(database: Database) -> None:
    add_person(database, EVA)
    add_person(database, ANNA)

    assert people(database) == (ANNA, EVA)
    assert person(database, " ANNA ") == ANNA
    assert person(database, "bo") is None


def test_a_name_is_given_once_whatever_its_capitals(database: Database) -> None:
    add_person(database, ANNA)

    with pytest.raises(StoreRefusal, match="already somebody"):
        add_person(database, Person("ANNA", Role.ADMINISTRATOR))

    assert people(database) == (ANNA,)


@pytest.mark.parametrize("name", ["", " ", "an\x00na", "a" * 201])
def test_what_can_be_no_name_is_refused(database: Database, name: str) -> None:
    with pytest.raises(StoreRefusal, match="cannot be a name"):
        add_person(database, Person(name, Role.AUDITOR))


class TestChanges:
    def test_they_hold_for_everything_but_the_sessions(self, database: Database) -> None:
        add_person(database, ANNA)
        sign_out_everywhere(database, "anna")
        changed = replace(ANNA, role=Role.AUDITOR, entities=("Tekniska nämnden",), is_enabled=False)

        change_person(database, changed)

        assert person(database, "Anna") == replace(changed, sessions_from=1)

    def test_somebody_who_is_not_there_cannot_be_changed(self, database: Database) -> None:
        with pytest.raises(NotKept, match="nobody called Anna"):
            change_person(database, ANNA)


class TestFailures:
    def test_a_few_do_no_harm_and_a_good_attempt_ends_them(self, database: Database) -> None:
        add_person(database, ANNA)
        for _ in range(MOST_FAILURES - 1):
            failed = note_failure(database, "anna", NOON)

        assert failed == replace(ANNA, failures=MOST_FAILURES - 1)
        note_success(database, "anna")
        assert person(database, "Anna") == ANNA

    def test_more_lock_out_and_each_further_one_again(self, database: Database) -> None:
        add_person(database, ANNA)
        for _ in range(MOST_FAILURES):
            failed = note_failure(database, "anna", NOON)
        later = note_failure(database, "anna", NOON + timedelta(hours=1))

        assert failed.locked_until == NOON + LOCK_OUT
        assert later.locked_until == NOON + timedelta(hours=1) + LOCK_OUT

    def test_none_is_lost_when_many_fail_at_once(self, database: Database) -> None:
        add_person(database, ANNA)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: note_failure(database, "anna", NOON), range(16)))

        assert replace(person(database, "anna") or EVA, locked_until=None) == replace(ANNA, failures=16)


def test_signing_out_everywhere_ends_the_sessions_so_far(database: Database) -> None:
    add_person(database, ANNA)
    sign_out_everywhere(database, "anna")
    sign_out_everywhere(database, "anna")

    assert person(database, "anna") == replace(ANNA, sessions_from=2)


def test_the_secret_is_made_once(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        given = set(pool.map(lambda _: secret(database), range(8)))

    assert given == {secret(database)}
    assert len(secret(database)) == 32
