"""A session is a cookie that nobody can forge, and that ends by itself, or everywhere at once."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from starlette.requests import HTTPConnection
from starlette.responses import Response

from syditval.store import Person, Role, change_person, person, sign_out_everywhere
from syditval.web.sessions import Sessions
from syditval.web.site import Site
from tests.web.site import PASSWORD, client

KARIN = Person("Karin", Role.FINANCE, ("Tekniska",), sessions_from=3)
SECRET = b"a secret of thirty-two characters"


def asking(cookie: str, value: str) -> HTTPConnection:
    """Somebody with a cookie."""
    header = (b"cookie", f"{cookie}={value}".encode())
    return HTTPConnection({"type": "http", "headers": [header]})


def test_a_session_says_who_it_is_of() -> None:
    sessions = Sessions(SECRET, is_secure=False)

    assert sessions.claimed(asking("syditval", sessions.sealed(KARIN))) == ("Karin", 3)


@pytest.mark.parametrize(
    ("is_secure", "cookie"),
    [
        (False, "syditval={}; HttpOnly; Max-Age=28800; Path=/; SameSite=lax"),
        (True, "__Host-syditval={}; HttpOnly; Max-Age=28800; Path=/; SameSite=lax; Secure"),
    ],
)
def test_the_cookie_is_kept_from_scripts_and_other_sites(is_secure: bool, cookie: str) -> None:
    sessions, response = Sessions(SECRET, is_secure=is_secure), Response()

    sessions.begin(response, KARIN)

    value = response.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    assert response.headers["Set-Cookie"] == cookie.format(value)


def test_a_forged_one_says_nothing() -> None:
    sessions, other = Sessions(SECRET, is_secure=False), Sessions(SECRET[::-1], is_secure=False)
    good = sessions.sealed(KARIN)
    middle = len(good) // 2
    forged = [other.sealed(KARIN), good[:-1], good[:middle] + "x" + good[middle:], "", "a.b.c", ".", good * 2]

    assert [sessions.claimed(asking("syditval", value)) for value in forged] == [None] * len(forged)


def test_one_that_seals_something_else_says_nothing() -> None:
    sessions = Sessions(SECRET, is_secure=False)
    others = [sessions._signer.dumps(value) for value in ("Karin", ["Karin"], [3, "Karin"], {"Karin": 3})]

    assert [sessions.claimed(asking("syditval", str(value))) for value in others] == [None] * len(others)


def test_it_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(SECRET, is_secure=False, seconds=60)
    value, begun = sessions.sealed(KARIN), time.time()

    monkeypatch.setattr(time, "time", lambda: begun + 59)
    assert sessions.claimed(asking("syditval", value)) is not None
    monkeypatch.setattr(time, "time", lambda: begun + 62)
    assert sessions.claimed(asking("syditval", value)) is None


class TestOnTheSite:
    def test_a_session_from_before_the_sign_in_is_of_no_use_after_it(self, site: Site) -> None:
        """Session fixation: whoever plants a cookie does not share what comes after."""
        browser = client(site)
        browser.cookies.set("syditval", "planted")
        browser.post("/sign-in", data={"name": "Karin", "password": PASSWORD})

        planter = client(site)
        planter.cookies.set("syditval", "planted")
        assert planter.get("/account").status_code == 303

    def test_two_sign_ins_are_two_sessions(self, site: Site) -> None:
        one, other = (
            client(site).post("/sign-in", data={"name": "Karin", "password": PASSWORD}) for _ in "ab"
        )

        assert one.cookies["syditval"]
        assert other.cookies["syditval"]

    def test_all_end_at_once(self, site: Site) -> None:
        browsers = [client(site, "Karin") for _ in "abc"]
        other = client(site, "Olle")

        assert browsers[0].post("/sign-out-everywhere").status_code == 303

        assert [each.get("/account").status_code for each in browsers] == [303, 303, 303]
        assert other.get("/account").status_code == 200

    def test_they_end_when_somebody_is_let_in_no_longer(self, site: Site) -> None:
        browser = client(site, "Karin")
        karin = person(site.database, "Karin")
        assert karin is not None

        change_person(site.database, replace(karin, is_enabled=False))

        assert browser.get("/account").status_code == 303

    def test_they_end_when_the_command_line_says_so(self, site: Site) -> None:
        browser = client(site, "Karin")

        sign_out_everywhere(site.database, "Karin")

        assert browser.get("/account").status_code == 303


def test_the_cookie_is_taken_back_as_it_was_given() -> None:
    """Else a browser would not heed it."""
    response = Response()
    Sessions(SECRET, is_secure=True).end(response)

    told = response.headers["Set-Cookie"].split("; ")
    assert {"Max-Age=0", "Path=/", "Secure", "HttpOnly", "SameSite=lax"} <= {*told}
