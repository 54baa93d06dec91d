"""What a database says when it fails becomes one sentence, unless it can only be a fault of ours."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError, TimeoutError

from syditval.store import StoreRefusal
from syditval.store.failures import is_lost_race, said, spoken


class ServerError(Exception):
    """What PostgreSQL's driver raises."""

    def __init__(self, said: str, sqlstate: str | None) -> None:
        super().__init__(said)
        self.sqlstate = sqlstate


def of_file(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


FAILURES: dict[str, list[Exception]] = {
    "M003": [
        ServerError("no route", None),
        ServerError("shut down", "57P01"),
        ServerError("no password", "28P01"),
    ],
    "M004": [of_file("SQLITE_READONLY"), of_file("SQLITE_CANTOPEN"), of_file("SQLITE_IOERR_WRITE")],
    "M005": [of_file("SQLITE_NOTADB")],
    "M007": [of_file("SQLITE_FULL"), ServerError("disk full", "53100")],
    "M008": [of_file("SQLITE_BUSY"), of_file("SQLITE_BUSY_SNAPSHOT"), ServerError("lock", "55P03")],
    "M009": [of_file("SQLITE_CORRUPT"), of_file("SQLITE_CORRUPT_VTAB"), ServerError("corrupted", "XX001")],
}


@pytest.mark.parametrize(
    ("code", "error"), [(code, error) for code, errors in FAILURES.items() for error in errors]
)
def test_a_failure_is_told_with_its_place(code: str, error: Exception) -> None:
    with pytest.raises(StoreRefusal) as refused, spoken("months.sqlite"):
        raise OperationalError("INSERT", {}, error)

    assert refused.value.code == code
    assert refused.value.fields["place"] == "months.sqlite"


def test_what_sqlite_says_without_the_library_between_is_told_too() -> None:
    with pytest.raises(StoreRefusal, match="no room left"), spoken("months.sqlite"):
        raise of_file("SQLITE_FULL")


def test_no_connection_left_means_that_the_store_is_busy() -> None:
    with pytest.raises(StoreRefusal, match="kept busy"), spoken("months.sqlite"):
        raise TimeoutError


@pytest.mark.parametrize("error", [of_file("SQLITE_ERROR"), ServerError("no such column", "42703")])
def test_a_fault_of_ours_stays_one(error: Exception) -> None:
    with pytest.raises(ProgrammingError), spoken("months.sqlite"):
        raise ProgrammingError("SELECT", {}, error)


@pytest.mark.parametrize(
    ("state", "lost"), [("40001", True), ("40P01", True), ("23505", True), ("23514", False), (None, False)]
)
def test_a_lost_race_may_be_run_again(state: str | None, lost: bool) -> None:
    assert is_lost_race(DBAPIError("INSERT", {}, ServerError("", state))) is lost


def test_only_the_first_line_is_quoted() -> None:
    assert said("connection failed\n\tIs the server running?") == "connection failed"
    assert said("") == ""
