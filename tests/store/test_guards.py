"""What only grows: the database itself refuses to change it, or to delete it before its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from syditval.model.period import Period
from syditval.store import (
    Act,
    Database,
    Person,
    Role,
    add_person,
    change_person,
    check,
    entries,
    note_act,
    note_failure,
    open_database,
    secret,
    set_status,
    sign_out_everywhere,
    withdraw,
)
from syditval.store.entry import FindingStatus, StatusSet
from syditval.store.layout import GUARDED
from tests.store.arrivals import NOON, finding, kept
from tests.store.behind import behind_its_back, raw
from tests.store_places import dropped, made_database

TABLES = [table.name for table in GUARDED]
DOCS = Path(__file__).parents[2] / "docs" / "store.md"
LONG_OVER = Period(2010, 4)


@pytest.fixture
def full(database: Database) -> Database:
    """A store with something in every table that only grows."""
    return filled(database, Period(2024, 4))


def filled(database: Database, period: Period) -> Database:
    entry = kept(database, period=period, findings=[finding()])
    set_status(
        database, entry, finding().id, StatusSet(FindingStatus.EXPLAINED, "Periodisering", "eva", NOON)
    )
    withdraw(database, entry, "Fel fil", "anna", NOON)
    note_act(database, Act(NOON, "anna", "upload", "april.xlsx", "127.0.0.1", "kept"))
    return database


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as connection:
        return {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))] for name in TABLES
        }


def allowed(database: Database, *statements: str) -> list[str]:
    """Those of some statements that the database does not refuse because of a guard."""
    passed = []
    for statement in statements:
        try:
            raw(database, statement)
        except DBAPIError as error:
            if "only grows" in str(error):
                continue
        passed.append(statement)
    return passed


class TestNothingIsChangedOrDeletedEarly:
    def test_every_table_holds_something(self, full: Database) -> None:
        assert all(everything(full).values())

    @pytest.mark.parametrize(
        "statement",
        ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "DELETE FROM {0} WHERE {1} IS NOT NULL"],
    )
    def test_in_plain_sql(self, full: Database, statement: str) -> None:
        before = everything(full)

        assert (
            allowed(full, *(statement.format(each.name, each.columns.keys()[-1]) for each in GUARDED)) == []
        )
        assert everything(full) == before

    def test_nor_is_it_put_in_place_of_another(self, full: Database) -> None:
        before = everything(full)
        replacing = (
            "TRUNCATE {0} CASCADE" if full.is_shared else "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"
        )

        assert allowed(full, *(replacing.format(table) for table in TABLES)) == []
        assert everything(full) == before


def test_what_is_past_its_time_may_be_deleted_with_all_that_belongs_to_it(database: Database) -> None:
    filled(database, LONG_OVER)
    filled(database, Period(2024, 4))

    with database.writing() as connection:
        connection.execute(text("DELETE FROM upload WHERE period = '2010-04'"))

    assert [entry.period.year for entry in entries(database)] == [2024]
    assert check(database) == ()


def test_parts_of_what_is_past_its_time_are_not_protected_either(database: Database) -> None:
    filled(database, LONG_OVER)

    raw(database, "DELETE FROM figure", "DELETE FROM finding_status")

    left = everything(database)
    assert (left["figure"], left["finding_status"]) == ([], [])


def test_a_workbook_goes_only_when_no_upload_is_of_it(database: Database) -> None:
    filled(database, LONG_OVER)

    with pytest.raises(DBAPIError):
        raw(database, "DELETE FROM workbook")
    raw(database, "DELETE FROM withdrawal", "DELETE FROM upload", "DELETE FROM workbook")

    assert everything(database)["workbook"] == []


NONSENSE = """
upload       period = '2024-13'
upload       period = '24-1'
upload       standing = 'lost'
upload       version = 0
upload       seal = 'none'
workbook     size = 4
workbook     sha256 = 'abc'
withdrawal   reason = ''
figure       value = '1,5' WHERE state = 'amount'
figure       value = '1e5' WHERE state = 'amount'
figure       value = '' WHERE state = 'amount'
figure       value = '1.2.3' WHERE state = 'amount'
figure       value = '1-2' WHERE state = 'amount'
figure       value = NULL WHERE state = 'amount'
figure       value = '0' WHERE state = 'blank'
finding      severity = 'grave'
finding_status  status = 'lost'
"""


def test_what_makes_no_sense_is_refused_even_without_guards(full: Database) -> None:
    for line in NONSENSE.strip().splitlines():
        table, change = line.split(maxsplit=1)

        with pytest.raises(DBAPIError, match=r"(?i)check constraint"):
            behind_its_back(full, table, f"UPDATE {table} SET {change}")


@pytest.fixture
def for_a_user() -> Iterator[tuple[str, str]]:
    """A database with a store, for its owner and for a role with the rights that docs/store.md gives it."""
    place = made_database()
    name = f"user_{token_hex(4)}"
    grants = re.search(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert grants is not None
    with open_database(place) as database:
        raw(database, f"CREATE ROLE {name} LOGIN PASSWORD 'x'", grants[1].replace("syditval_user", name))
    yield place, re.sub("//.*@", f"//{name}:x@", place)
    with open_database(place) as database:
        raw(database, f"DROP OWNED BY {name}", f"DROP ROLE {name}")
    dropped(place)


def test_on_a_server_everybody_but_the_owner_can_do_with_the_right_to_add(
    for_a_user: tuple[str, str],
) -> None:
    owners, users = for_a_user
    with open_database(users) as database:
        filled(database, Period(2024, 4))
        add_person(database, Person("anna", Role.FINANCE, ("Socialnämnden",)))
        change_person(database, Person("anna", Role.FINANCE, ("Kulturnämnden",)))
        note_failure(database, "anna", NOON)
        sign_out_everywhere(database, "anna")
        secret(database)
        assert check(database) == ()
        with pytest.raises(DBAPIError):
            raw(database, "ALTER TABLE figure DISABLE TRIGGER ALL")
        with pytest.raises(DBAPIError):
            raw(database, "DROP TABLE figure")
    with open_database(owners) as database:
        assert len(entries(database)) == 1
