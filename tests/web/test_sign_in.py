"""The way in: the same words and the same work for whoever is refused, whatever the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from syditval.store import Person, Role, acts, add_person, change_person, person
from syditval.web.allowance import Allowance
from syditval.web.sign_in import path_within
from syditval.web.site import Rates, Site
from tests.web.site import NOW, PASSWORD, client, shown

REFUSED = "The name or the password is wrong, or there were too many attempts"


def attempt(site: Site, name: str, password: str, after: str = "") -> tuple[int, str]:
    """The status, and where it leads or what the page says."""
    answer = client(site).post("/sign-in", data={"name": name, "password": password, "after": after})
    return answer.status_code, answer.headers.get("Location") or shown(answer)


@pytest.mark.parametrize("name", ["Karin", "karin", " KARIN "])
def test_the_right_password_leads_in(site: Site, name: str) -> None:
    assert attempt(site, name, PASSWORD) == (303, "/")


@pytest.mark.parametrize(
    ("name", "password"),
    [("Karin", "wrong"), ("Karin", ""), ("Nobody", PASSWORD), ("", ""), ("Karin\x00", "x")],
)
def test_everything_wrong_is_refused_alike(site: Site, name: str, password: str) -> None:
    status, said = attempt(site, name, password)

    assert status == 401
    assert REFUSED in said


def test_somebody_without_a_password_cannot_sign_in(site: Site) -> None:
    add_person(site.database, Person("Proxad", Role.AUDITOR))

    assert attempt(site, "Proxad", "")[0] == 401


def test_nor_can_somebody_who_was_shut_out(site: Site) -> None:
    karin = person(site.database, "Karin")
    assert karin is not None
    change_person(site.database, replace(karin, is_enabled=False))

    status, said = attempt(site, "Karin", PASSWORD)

    assert (status, REFUSED in said) == (401, True)
    assert acts(site.database, 1)[0].act == "sign-in-failed"


def test_five_failures_lock_out_for_a_while_even_with_the_right_password(site: Site) -> None:
    for _ in range(5):
        assert attempt(site, "Karin", "wrong")[0] == 401

    assert attempt(site, "Karin", PASSWORD)[0] == 401
    assert attempt(site, "Olle", PASSWORD)[0] == 303
    later = replace(site, clock=lambda: NOW + timedelta(minutes=16))
    assert attempt(later, "Karin", PASSWORD)[0] == 303


def test_attempts_while_locked_out_do_not_prolong_it(site: Site) -> None:
    for _ in range(5):
        attempt(site, "Karin", "wrong")
    locked = person(site.database, "Karin")

    attempt(replace(site, clock=lambda: NOW + timedelta(minutes=10)), "Karin", "wrong")

    assert person(site.database, "Karin") == locked


def test_a_good_sign_in_forgets_the_failures_before_it(site: Site) -> None:
    for _ in range(4):
        attempt(site, "Karin", "wrong")
    attempt(site, "Karin", PASSWORD)
    attempt(site, "Karin", "wrong")

    assert attempt(site, "Karin", PASSWORD)[0] == 303


def test_attempts_from_one_address_are_counted_whatever_the_names(site: Site) -> None:
    few = replace(site, rates=Rates(Allowance(attempts_per_minute=3)))

    statuses = [attempt(few, f"name {number}", "wrong")[0] for number in range(4)]

    assert statuses == [401, 401, 401, 429]


def test_it_is_written_down_without_any_password(site: Site) -> None:
    attempt(site, "Karin", "my secret")
    attempt(site, "Karin", PASSWORD)

    written = acts(site.database, 10)
    assert [(act.who, act.act, act.outcome) for act in written] == [
        ("Karin", "sign-in", "finance"),
        ("Karin", "sign-in-failed", "B002"),
    ]
    assert "secret" not in str(written)


def test_it_leads_to_where_somebody_wanted_to_go(site: Site) -> None:
    browser = client(site)
    asked = browser.get("/entities/Tek%20%3F?year=2023&x=1")
    form = browser.get(asked.headers["Location"]).text

    assert asked.headers["Location"] == "/sign-in?after=/entities/Tek%2520%253F%3Fyear%3D2023%26x%3D1"
    assert 'value="/entities/Tek%20%3F?year=2023&amp;x=1"' in form
    wanted = "/entities/Tek%20%3F?year=2023&x=1"
    assert attempt(site, "Karin", PASSWORD, wanted) == (303, wanted)


def test_it_does_so_in_another_language_too(site: Site) -> None:
    form = client(site).get("/sign-in?after=/months/1%3Fx%3D1").text

    assert 'href="?lang=sv&amp;after=/months/1%3Fx%3D1"' in form


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example/?year=2024",
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/\tx",
        "http:/evil.example",
    ],
)
def test_it_leads_to_no_other_site(site: Site, elsewhere: str) -> None:
    assert path_within(elsewhere) == ""
    assert attempt(site, "Karin", PASSWORD, elsewhere) == (303, "/")


def test_signing_out_forgets_the_cookie(site: Site) -> None:
    browser = client(site)
    browser.post("/sign-in", data={"name": "Karin", "password": PASSWORD})

    out = browser.post("/sign-out")

    assert out.headers["Location"] == "/sign-in"
    assert browser.get("/account").status_code == 303
