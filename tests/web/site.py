"""A site to ask, with a store of its own, and whoever asks it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from argon2 import PasswordHasher
from httpx2 import Response
from starlette.testclient import TestClient

from syditval.run import Request
from syditval.store import Database, Person, Role, add_person, open_database, person, secret
from syditval.web.app import application
from syditval.web.passwords import Passwords
from syditval.web.sessions import Sessions
from syditval.web.site import Manner, Site

T = TypeVar("T")

SAMPLES = Path(__file__).parents[2] / "samples"
SOUND = (SAMPLES / "a-monthly-export.xlsx").read_bytes()
PLANTED = (SAMPLES / "c-planted-errors.xlsx").read_bytes()

OK = 200
STORE = "months.sqlite"
ADDRESS = "http://localhost"
HERE = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
NOW = datetime(2024, 5, 8, 9, 30, tzinfo=UTC)
PASSWORD = "trollhättan åtta"
# As weak as argon2 lets it be, so that a test takes no time.
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))

PEOPLE = (
    Person("Karin", Role.FINANCE, ("Tekniska", "Kultur")),
    Person("Olle", Role.FINANCE, ("Skolan",)),
    Person("Rut", Role.AUDITOR),
    Person("Ada", Role.ADMINISTRATOR),
)


class Here:
    """Work done in this process and this thread."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.is_busy = False

    async def do(self, work: Callable[..., T], *given: Any) -> T:
        """What the work gives."""
        return work(self.database, *given)


@cache
def store(*, is_stocked: bool = False) -> bytes:
    """A store without anything in it; or with people, a month of Tekniska (entry 1) and one of Skolan (entry 2)."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        if is_stocked:
            with site_at(place) as site:
                browser = client(with_people(site), "Ada")
                for entity in ("Tekniska", "Skolan"):
                    assert send(browser, entity=entity).status_code == OK
        else:
            open_database(str(place / STORE)).close()
        return (place / STORE).read_bytes()


@contextmanager
def site_at(folder: Path, *, is_stocked: bool = False, **given: Any) -> Iterator[Site]:
    """A site whose store and quarantine are in a folder."""
    (folder / STORE).write_bytes(store(is_stocked=is_stocked))
    quarantine = folder / "quarantine"
    quarantine.mkdir(mode=0o700)
    with open_database(str(folder / STORE)) as database:
        manner = given.get("manner", Manner())
        site = Site(
            database=database,
            workplace=Here(database),
            sessions=Sessions(secret(database), is_secure=manner.is_secure),
            quarantine=quarantine,
            request=Request(in_process=True),
            passwords=CHEAP,
            clock=lambda: NOW,
        )
        yield replace(site, **given)


def with_people(site: Site) -> Site:
    """The site with one person of each role, and one more of finance."""
    hashed = CHEAP.hashed(PASSWORD)
    for each in PEOPLE:
        add_person(site.database, replace(each, password_hash=hashed))
    return site


def client(site: Site, name: str = "", **given: Any) -> TestClient:
    """Somebody's browser, signed in where a name is given."""
    browser = TestClient(application(site), base_url=ADDRESS, headers=HERE, follow_redirects=False, **given)
    known = person(site.database, name)
    if known is not None:
        browser.cookies.set(site.sessions.cookie, site.sessions.sealed(known))
    return browser


def send(browser: TestClient, *files: tuple[str, bytes], **fields: str) -> Response:
    """Some workbooks as the form sends them; without any, a sound month of April."""
    parts = [("workbook", file) for file in files or (("april.xlsx", SOUND),)]
    answer: Response = browser.post("/upload", files=parts, data=fields)
    return answer


def shown(answer: Response) -> str:
    """The words of a page."""
    plain = re.sub(r"<[^>]*>", " ", answer.text.replace("</b>", ""))
    return " ".join(unescape(plain).split())
