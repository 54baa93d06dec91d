"""M: what the store refuses, and workbooks that are not taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from syditval.model.period import Period
from syditval.reading import Source
from syditval.run import Request
from syditval.run.upload import Delivery, upload
from syditval.store import (
    Database,
    NotKept,
    Person,
    Role,
    StoreRefusal,
    add_person,
    current,
    open_database,
    withdraw,
)
from tests.errors.case import Case, Circumstance
from tests.errors.circumstances import failing, without
from tests.errors.workbooks import TABLE, table

SENT = datetime(2024, 5, 8, 9, 12, tzinfo=UTC)
DATED = TABLE.replace("Utfall", "Utfall 240430").replace("Driftredovisning", "Enhet: IT-enheten")
APRIL = {"april.xlsx": table(DATED)}
STORE = "arkiv.sqlite"
NEW = ("arkiv.sqlite",)


@cache
def store(change: Callable[[Database], object] | None = None) -> bytes:
    """A store with one month in it, after something was done to it."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.sqlite")
        with open_database(str(file)) as database:
            request = Request(in_process=True)
            upload(
                Delivery(Source("april.xlsx", APRIL["april.xlsx"], None), "anna", "ekonomi7", SENT),
                database,
                request,
            )
            if change is not None:
                change(database)
        return file.read_bytes()


def _withdrawn(database: Database) -> None:
    entry = current(database, "IT-enheten", Period(2024, 4))
    assert entry is not None
    withdraw(database, entry, "Fel fil", "anna", SENT)


def _with_bo(database: Database) -> None:
    add_person(database, Person("bo", Role.AUDITOR))


@cache
def altered(*statements: str) -> bytes:
    """A store that somebody has changed behind its back."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.sqlite")
        file.write_bytes(store())
        with closing(sqlite3.connect(file)) as direct:
            for statement in statements:
                direct.execute(statement)
            direct.commit()
        return file.read_bytes()


def blanked() -> bytes:
    """A store whose workbook is no longer what was sent."""
    return altered("DROP TRIGGER workbook_unchanged", "UPDATE workbook SET content = zeroblob(size)")


@cache
def damaged() -> bytes:
    """A store with other bytes in the middle."""
    content = store()
    return content[:4096] + bytes(len(content) - 8192) + content[-4096:]


@cache
def strange() -> bytes:
    """A database that is no store."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.sqlite")
        with closing(sqlite3.connect(file)) as direct:
            direct.execute("CREATE TABLE inventory (thing TEXT)")
        return file.read_bytes()


def saying(name: str, words: str) -> Circumstance:
    """A database that cannot do what it is asked, for a reason that SQLite has a name for."""
    cause = sqlite3.OperationalError(words)
    cause.sqlite_errorname = name
    return failing("syditval.store.listing.entries_where", OperationalError("", {}, cause))


def _in_2032(patch: pytest.MonkeyPatch) -> None:
    """The computer's clock is wrong, the database's is not."""
    clock = SimpleNamespace(now=lambda _: datetime(2032, 1, 1, tzinfo=UTC))
    patch.setattr("syditval.cli.whereabouts.datetime", clock)


SHOW = "syditval show IT-enheten 2024-04 --store arkiv.sqlite"
FETCH = "syditval fetch IT-enheten 2024-04 --store arkiv.sqlite"
UPLOAD = "syditval upload april.xlsx --store arkiv.sqlite"
BACKUP = "syditval store backup kopia.sqlite --store arkiv.sqlite"
CHOSEN, COPY = "syditval.cli.show_command.chosen", "syditval.store.backup.back_up"
MONTH = {"entity": "IT-enheten", "period": "2024-04"}

PLACES = [
    Case("M001", "syditval months --store mysql://ekonomi7/manader"),
    Case("M002", "syditval months --store postgresql://ekonomi7/manader", {}, without("psycopg")),
    Case(
        "M003",
        "syditval months --store postgresql://ekonomi7/manader",
        {},
        failing(
            "syditval.store.database.open_database",
            StoreRefusal("M003", place="postgresql://ekonomi7/manader", cause="Connection refused"),
        ),
        quotes=("Connection refused",),
    ),
    Case(
        "M004", "syditval store restore kopia.sqlite --store saknas/arkiv.sqlite", {"kopia.sqlite": store()}
    ),
    Case("M005", "syditval months --store arkiv.sqlite", {STORE: strange()}),
    Case("M006", SHOW, {STORE: altered("UPDATE store_version SET version_num = '9999'")}),
    Case("M007", SHOW, {STORE: store()}, saying("SQLITE_FULL", "database or disk is full")),
    Case("M008", SHOW, {STORE: store()}, saying("SQLITE_BUSY", "database is locked")),
    Case("M009", SHOW, {STORE: damaged()}, quotes=("database disk image is malformed",)),
    Case("M050", SHOW),
]

KEPT = [
    Case("M011", SHOW, {STORE: store()}, failing(CHOSEN, NotKept("M011", number="7"))),
    Case("M012", FETCH, {STORE: blanked()}),
    Case(
        "M013",
        "syditval withdraw IT-enheten 2024-04 --reason 'Fel fil' --store arkiv.sqlite",
        {STORE: store(_withdrawn)},
    ),
    Case("M014", "syditval withdraw IT-enheten 2024-04 --reason ' ' --store arkiv.sqlite", {STORE: store()}),
    Case("M015", SHOW, {STORE: store()}, failing(CHOSEN, NotKept("M015", file="mars.xlsx", **MONTH))),
    Case(
        "M016",
        SHOW,
        {STORE: store()},
        failing(CHOSEN, NotKept("M016", finding="F101/budget/total/actual", **MONTH)),
    ),
    Case("M019", "syditval store purge --store arkiv.sqlite", {STORE: store()}, _in_2032),
    Case("M051", "syditval show Skolan 2024-04 --store arkiv.sqlite", {STORE: store()}),
    Case("M052", f"{SHOW} --version 2", {STORE: store()}),
    Case("M053", FETCH, {STORE: store(), "april.xlsx": "Personal;1200"}),
    Case("M054", f"{FETCH} --output april/april.xlsx", {STORE: store(), "april": ""}),
    Case("M055", "syditval months Skolan --store arkiv.sqlite", {STORE: store()}),
]

COPIES = [
    Case("M020", "syditval store backup saknas/kopia.sqlite --store arkiv.sqlite", {STORE: store()}),
    Case("M021", BACKUP, {STORE: store()}, failing(COPY, StoreRefusal("M021", tool="pg_dump"))),
    Case(
        "M022",
        BACKUP,
        {STORE: store()},
        failing(COPY, StoreRefusal("M022", tool="pg_dump", cause="connection refused")),
        quotes=("connection refused",),
    ),
    Case(
        "M023",
        "syditval store restore kopia.sqlite --store arkiv.sqlite",
        {STORE: store(), "kopia.sqlite": store()},
    ),
    Case("M024", "syditval store restore kopia.sqlite --store arkiv.sqlite"),
    Case("M025", "syditval store restore kopia.sqlite --store arkiv.sqlite", {"kopia.sqlite": blanked()}),
]


def _april(*changes: tuple[str, str]) -> dict[str, bytes]:
    text = DATED
    for old, new in changes:
        text = text.replace(old, new)
    return {"april.xlsx": table(text)}


UPLOADS = [
    Case("M040", UPLOAD, {"april.xlsx": table("Personal | 1200")}, leaves=NEW),
    Case("M041", UPLOAD, _april(("Enhet: IT-enheten", "Driftredovisning")), leaves=NEW),
    Case("M042", UPLOAD, _april(("240430", "")), leaves=NEW),
    Case("M043", f"{UPLOAD} --entity Skolan", APRIL, leaves=NEW),
    Case("M044", f"{UPLOAD} --period 2024-03", APRIL, leaves=NEW),
    Case("M045", UPLOAD, _april(("Enhet: IT-enheten", "Enhet: IT-enheten | Enhet: Skolan")), leaves=NEW),
    Case("M046", UPLOAD, _april(("Belopp i tkr", "Period: januari-mars 2024")), leaves=NEW),
    Case("M047", f"{UPLOAD} --period 2099-04", _april(("240430", "")), leaves=NEW),
]

ADD = "syditval user add bo --role auditor --no-password --store arkiv.sqlite"
PEOPLE = [
    Case("M010", ADD.replace("bo", "''"), {STORE: store()}),
    Case("M017", ADD, {STORE: store(_with_bo)}),
    Case("M018", "syditval user disable bo --store arkiv.sqlite", {STORE: store()}),
]

CASES = [*PLACES, *KEPT, *COPIES, *UPLOADS, *PEOPLE]
