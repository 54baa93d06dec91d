"""In what language somebody is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.web.site import Manner, Site
from tests.web.site import client


@pytest.mark.parametrize(
    ("accepted", "ours", "language"),
    [
        ("", "sv", "sv"),
        ("", "en", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "en", "sv"),
        ("en-GB", "sv", "en"),
        ("fi, SV;q=0.5", "en", "sv"),
        ("fi,de", "sv", "sv"),
        (";;,,", "en", "en"),
    ],
)
def test_that_of_the_browser_else_ours(site: Site, accepted: str, ours: str, language: str) -> None:
    browser = client(replace(site, manner=Manner(language=ours)))

    assert f'lang="{language}"' in browser.get("/sign-in", headers={"Accept-Language": accepted}).text


def test_what_was_asked_for_holds_from_then_on(site: Site) -> None:
    browser = client(site)

    assert 'lang="sv"' in browser.get("/sign-in?lang=sv").text
    assert 'lang="sv"' in browser.get("/sign-in").text
    assert '<html lang="en"' in browser.get("/sign-in?lang=en").text
    assert '<html lang="en"' in browser.get("/sign-in").text


def test_the_cookie_is_kept_from_scripts(site: Site) -> None:
    cookie = client(site).get("/sign-in?lang=sv").headers["Set-Cookie"]

    assert cookie == "lang=sv; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax"


@pytest.mark.parametrize("asked", ["fi", "", "SV", "sv%0d%0aX:y", "../en"])
def test_others_are_neither_spoken_nor_remembered(site: Site, asked: str) -> None:
    answer = client(site).get(f"/sign-in?lang={asked}")

    assert 'lang="en"' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_refusal_is_in_that_language_too(site: Site) -> None:
    assert "Sidan finns inte" in client(site).get("/no/such/page?lang=sv").text
