"""Pictures of ``syditval serve``: a municipality that exists nowhere, four months into a year.

The server is a real one. Who sent what and when is made up: the pictures are the same whoever makes them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from samples.build import HERE, MONTHS, Change, changed, read_sheets, write_workbook
from syditval.reading import Source
from syditval.run import Request
from syditval.run.upload import Delivery, upload
from syditval.store import (
    Database,
    Entry,
    FindingStatus,
    Person,
    Role,
    StatusSet,
    add_person,
    findings,
    open_database,
    set_status,
)
from syditval.web.passwords import Passwords

OWN = "IT-enheten"
FAULTY = "2024-04-errors"
PASSWORD = "as long as it takes"
PEOPLE = (
    Person("karin.ek", Role.FINANCE, (OWN, "Kultur och fritid")),
    Person("olle.lind", Role.FINANCE, ("Skolkontoret", "Tekniska kontoret")),
    Person("rut.nyman", Role.AUDITOR),
)
# What each sends: the months, and the cells that are others than in the sample. A heading that is gone has a
# workbook rejected.
SENT: Mapping[str, Sequence[tuple[str, tuple[Change, ...]]]] = {
    OWN: [("2024-01", ()), ("2024-02", ()), ("2024-03", ()), ("2024-04", ()), (FAULTY, ())],
    "Kultur och fritid": [
        ("2024-01", ()),
        ("2024-02", (Change("Drift!C9", "1 738", "1 783"),)),
        ("2024-03", ()),
        ("2024-04", ()),
    ],
    "Skolkontoret": [
        ("2024-01", ()),
        ("2024-02", ()),
        ("2024-03", (Change("Drift!E9", "900", "800"),)),
        ("2024-04", (Change("Drift!B7", "Budget", ""),)),
    ],
    "Tekniska kontoret": [("2024-01", ()), ("2024-02", ()), ("2024-04", ())],
}
# Name of the picture, who looks, where, and how much of it in pixels from the top.
PICTURES = (
    ("web-home", "karin.ek", "", 1027),
    ("web-entity", "karin.ek", f"entities/{OWN}", 725),
    ("web-month", "rut.nyman", "months/5", 1089),
    ("web-overview", "rut.nyman", "overview", 560),
)
WIDTH = 1000


def pictured(browser: Browser, folder: Path) -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as work:
        store = Path(work) / "months.sqlite"
        with open_database(str(store)) as database:
            fill(database, Path(work))
        with serving(store) as url:
            for name, who, path, height in PICTURES:
                context = browser.new_context(locale="en-GB", viewport={"width": WIDTH, "height": height})
                page = context.new_page()
                page.goto(f"{url}sign-in?after=/{path}")
                page.get_by_label("Name").fill(who)
                page.get_by_label("Password").fill(PASSWORD)
                page.get_by_role("button").click()
                page.get_by_role("link", name=who).wait_for()
                page.screenshot(path=folder / f"{name}.png")
                context.close()


def fill(database: Database, work: Path) -> None:
    """Let people in, and have them send their months, and the auditor judge one finding."""
    hashed = Passwords().hashed(PASSWORD)
    for someone in PEOPLE:
        add_person(database, Person(someone.name, someone.role, someone.entities, password_hash=hashed))
    for entity, months in SENT.items():
        (by,) = (person.name for person in PEOPLE if entity in person.entities)
        for hour, (name, changes) in enumerate(months, 8):
            month = int(name[5:7])
            at = datetime(2024, month + 1, 9, hour, 7 * month, tzinfo=UTC)
            source = Source(f"{name}.xlsx", workbook(name, entity, changes, work), None)
            kept = upload(Delivery(source, by, "10.0.4.17", at), database, Request(language="en")).kept
            if name == FAULTY:
                judge(database, kept.entry, at.replace(day=14))


def judge(database: Database, entry: Entry, at: datetime) -> None:
    """The auditor says of one finding how far it has come."""
    judged = next(each for each in findings(database, entry) if each.code == "T104")
    said = "Computers for the new office: the forecast follows in May."
    set_status(database, entry, judged.id, StatusSet(FindingStatus.EXPLAINED, said, "rut.nyman", at))


def workbook(name: str, entity: str, changes: Sequence[Change], work: Path) -> bytes:
    """A sample month as the export of an entity, with some cells changed."""
    sheets = changed(read_sheets(HERE / MONTHS / f"{name}.txt"), changes)
    for sheet in sheets:
        sheet.rows[1][1] = f"Enhet: {entity}"
    file = work / f"{name}.xlsx"
    write_workbook(sheets, file)
    return file.read_bytes()


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Where the page is."""
    command = [sys.executable, "-m", "syditval", "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = next(filter(None, (re.search(r"http://\S+/", line) for line in server.stderr)))
            yield found[0]
        finally:
            server.terminate()
