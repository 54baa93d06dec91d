"""The people who may sign in, and the secret that their sessions are signed with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from secrets import token_bytes
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from syditval.store.database import Database
from syditval.store.keeping import entity_number
from syditval.store.layout import ENTITY, PERSON, PERSON_ENTITY, SETTING
from syditval.store.names import alphabetical, key_of, tidy
from syditval.store.refusals import NotKept, StoreRefusal
from syditval.store.roles import Person

# So many failed attempts in a row, and each one after them, lock a person out for a while.
MOST_FAILURES = 5
LOCK_OUT = timedelta(minutes=15)

_SECRET = "sessions"
_SECRET_BYTES = 32


def add_person(database: Database, person: Person) -> None:
    """Let somebody in. Raises StoreRefusal where the name is taken or cannot be one."""
    name = tidy(person.name)
    row = {"name": name, "key": key_of(name), "sessions_from": person.sessions_from, **_row(person)}

    def add(connection: Connection) -> None:
        if _people(connection, key_of(name)):
            raise StoreRefusal("M017", name=name)
        connection.execute(insert(PERSON).values(**row))
        _answer_for(connection, _number(connection, name), person.entities)

    database.write(add)


def change_person(database: Database, person: Person) -> None:
    """Have the person of that name be as given, but for the sessions: only signing out ends those.

    Raises NotKept where there is nobody of that name.
    """

    def change(connection: Connection) -> None:
        number = _number(connection, person.name)
        connection.execute(update(PERSON).where(PERSON.c.number == number).values(**_row(person)))
        connection.execute(delete(PERSON_ENTITY).where(PERSON_ENTITY.c.person == number))
        _answer_for(connection, number, person.entities)

    database.write(change)


def person(database: Database, name: str) -> Person | None:
    """The person of a name, or None."""
    with database.reading() as connection:
        return next(iter(_people(connection, key_of(name))), None)


def people(database: Database) -> tuple[Person, ...]:
    """Everybody, by the alphabet."""
    with database.reading() as connection:
        return tuple(sorted(_people(connection), key=lambda each: alphabetical(each.name)))


def note_failure(database: Database, name: str, at: datetime) -> Person:
    """Count a failed attempt to sign in: from the fifth in a row on, each locks out for a quarter of an hour.

    Raises NotKept where there is nobody of that name.
    """
    with database.writing() as connection:
        number = _number(connection, name)
        change = update(PERSON).where(PERSON.c.number == number)
        connection.execute(change.values(failures=PERSON.c.failures + 1))
        (failed,) = _people(connection, key_of(name))
        if failed.failures < MOST_FAILURES:
            return failed
        connection.execute(change.values(locked_until=at + LOCK_OUT))
        return replace(failed, locked_until=at + LOCK_OUT)


def note_success(database: Database, name: str) -> None:
    """Forget the failed attempts before a good one. Raises NotKept where there is nobody of that name."""
    _set(database, name, failures=0, locked_until=None)


def sign_out_everywhere(database: Database, name: str) -> None:
    """End every session of a person. Raises NotKept where there is nobody of that name."""
    _set(database, name, sessions_from=PERSON.c.sessions_from + 1)


def secret(database: Database) -> bytes:
    """The secret of this store, made when it is first asked for."""
    query = select(SETTING.c.value).where(SETTING.c.name == _SECRET)
    with database.reading() as connection:
        kept = connection.scalar(query)

    def made(connection: Connection) -> bytes:
        # Somebody else may have been first since.
        there = connection.scalar(query)
        if there is None:
            there = token_bytes(_SECRET_BYTES)
            connection.execute(insert(SETTING).values(name=_SECRET, value=there))
        return bytes(there)

    return bytes(kept) if kept is not None else database.write(made)


def _set(database: Database, name: str, **values: Any) -> None:
    with database.writing() as connection:
        number = _number(connection, name)
        connection.execute(update(PERSON).where(PERSON.c.number == number).values(**values))


def _number(connection: Connection, name: str) -> int:
    number = connection.scalar(select(PERSON.c.number).where(PERSON.c.key == key_of(name)))
    if number is None:
        raise NotKept("M018", name=name)
    return int(number)


def _row(person: Person) -> dict[str, Any]:
    return {
        "role": person.role,
        "is_enabled": person.is_enabled,
        "password_hash": person.password_hash,
        "failures": person.failures,
        "locked_until": person.locked_until,
    }


def _answer_for(connection: Connection, number: int, entities: Iterable[str]) -> None:
    for entity in sorted({entity_number(connection, name) for name in entities}):
        connection.execute(insert(PERSON_ENTITY).values(person=number, entity=entity))


def _people(connection: Connection, key: str | None = None) -> tuple[Person, ...]:
    query = select(PERSON)
    rows = connection.execute(query if key is None else query.where(PERSON.c.key == key)).all()
    answers = (
        select(PERSON_ENTITY.c.person, ENTITY.c.name)
        .join_from(PERSON_ENTITY, ENTITY)
        .where(PERSON_ENTITY.c.person.in_([row.number for row in rows]))
    )
    entities = sorted(connection.execute(answers).all(), key=lambda each: alphabetical(each.name))
    return tuple(
        Person(
            name=row.name,
            role=row.role,
            entities=tuple(name for number, name in entities if number == row.number),
            is_enabled=row.is_enabled,
            password_hash=row.password_hash,
            sessions_from=row.sessions_from,
            failures=row.failures,
            locked_until=row.locked_until,
        )
        for row in rows
    )
