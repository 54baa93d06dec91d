"""Every route as everybody: nobody gets anywhere without having what the table says it needs."""

from __future__ import annotations

import pytest
from starlette.routing import Route

from syditval.web.app import application
from syditval.web.permissions import Need
from syditval.web.routes import GET, PAGES, POST, Page
from syditval.web.site import Site
from tests.web.site import client

# What each need is met by, for what is Tekniska's; Karin is of Tekniska, Olle of Skolan.
MAY = {
    Need.NOTHING: {"", "Karin", "Olle", "Rut", "Ada"},
    Need.SIGNED_IN: {"Karin", "Olle", "Rut", "Ada"},
    Need.UPLOAD: {"Karin", "Olle", "Ada"},
    Need.OVERSEE: {"Rut", "Ada"},
    Need.ADMINISTER: {"Ada"},
    Need.READ_ENTITY: {"Karin", "Rut", "Ada"},
    Need.READ_ENTRY: {"Karin", "Rut", "Ada"},
    Need.WITHDRAW_ENTRY: {"Karin", "Ada"},
    Need.SET_STATUS: {"Rut"},
}
WHO = ("", "Karin", "Olle", "Rut", "Ada")
# Signing out ends the session that the walk goes on with; the form is asked for everything but a password.
STAYING = [page for page in PAGES if not page.path.startswith("/sign-out")]


def address(page: Page) -> str:
    """The address of a page, of what is Tekniska's."""
    name = {"/entities/{name:path}": "Tekniska", "/static/{name}": "page.css"}.get(page.path, "1")
    return page.path.replace("{name:path}", name).replace("{name}", name)


def test_every_need_is_in_the_walk() -> None:
    assert set(MAY) == set(Need)
    assert {page.need for page in PAGES} == set(Need)


def test_the_application_has_no_route_that_is_not_in_the_table(stocked: Site) -> None:
    routes = [route for route in application(stocked).routes if isinstance(route, Route)]

    assert len(routes) == len(application(stocked).routes)
    assert [(route.path, route.methods) for route in routes] == [
        (page.path, {GET, "HEAD"} if page.method == GET else {POST}) for page in PAGES
    ]


@pytest.mark.parametrize("who", WHO, ids=lambda who: who or "nobody")
def test_nobody_gets_what_they_may_not_have(stocked: Site, who: str) -> None:
    """A form that lacks everything is refused as such by what would have taken it: 400, and 401 without a name."""
    browser = client(stocked, who)
    wrong = []
    for page in STAYING:
        status = browser.request(page.method, address(page)).status_code
        lacking = {401} if page.path == "/sign-in" else {400}
        answered = {200} | lacking if who in MAY[page.need] else refusals(page, who)
        if status not in answered:
            wrong.append((page.method, page.path, status))

    assert wrong == []


def refusals(page: Page, who: str) -> set[int]:
    """How somebody is refused: led to the form, told to sign in, told that it is not theirs, or not there."""
    if not who:
        return {303} if page.method == GET else {401}
    return {404} if who == "Olle" and "{name" in page.path else {403}


@pytest.mark.parametrize("page", [page for page in PAGES if "entry" in page.need or "entity" in page.need])
def test_what_is_not_there_and_what_is_not_theirs_look_alike(stocked: Site, page: Page) -> None:
    browser = client(stocked, "Olle")
    theirs = browser.request(page.method, address(page))
    absent = browser.request(page.method, address(page).replace("Tekniska", "Ingen").replace("/1", "/999999"))

    assert theirs.status_code == absent.status_code == 404
    assert theirs.text == absent.text


@pytest.mark.parametrize("page", [page for page in PAGES if page.method == POST], ids=lambda page: page.path)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "Sec-Fetch-Site": ""},
    ],
)
def test_no_change_is_made_from_elsewhere(stocked: Site, page: Page, headers: dict[str, str]) -> None:
    browser = client(stocked, "Ada")

    assert browser.post(address(page), headers=headers).status_code == 403


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.method} {page.path}")
def test_what_changes_something_cannot_be_read_nor_the_other_way_round(stocked: Site, page: Page) -> None:
    methods = {each.method for each in PAGES if each.path == page.path}
    other = POST if page.method == GET else GET

    answer = client(stocked, "Ada").request(other, address(page))

    assert answer.status_code == 405 or other in methods
