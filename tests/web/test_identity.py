"""Who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from syditval.store import Role, change_person, person
from syditval.web.app import application
from syditval.web.identity import is_alone
from syditval.web.site import Manner, Proxy, Site
from tests.web.site import client, shown, with_people

PROXY = Manner(is_local=False, is_secure=True, proxy=Proxy(frozenset({"10.0.0.5"}), "X-Remote-User"))


def through_the_proxy(site: Site, headers: Mapping[str, str]) -> TestClient:
    """Somebody whom the proxy lets through."""
    app = application(replace(site, manner=PROXY))
    return TestClient(app, client=("10.0.0.5", 1), headers=headers, follow_redirects=False)


class TestAlone:
    def test_everybody_on_this_computer_is_the_only_user_and_is_told_so(self, alone: Site) -> None:
        page = shown(client(alone).get("/"))

        assert "the only user of this computer" in page
        assert "Nobody signs in here: whoever uses this computer sees and sends everything." in page

    def test_the_name_stands_on_every_page(self, alone: Site) -> None:
        pages = [shown(client(alone).get(path)) for path in ("/", "/overview", "/acts", "/account")]

        assert ["the only user of this computer" in page for page in pages] == [True] * 4

    def test_it_ends_with_the_first_person(self, alone: Site) -> None:
        browser = client(alone)
        assert browser.get("/").status_code == 200

        with_people(alone)

        assert browser.get("/").status_code == 303

    @pytest.mark.parametrize(
        "manner", [Manner(is_local=False, is_secure=True), replace(PROXY, is_local=True)]
    )
    def test_nobody_is_alone_where_others_come(self, alone: Site, manner: Manner) -> None:
        assert is_alone(alone)
        assert not is_alone(replace(alone, manner=manner))


class TestThroughTheProxy:
    def test_whom_it_names_is_in(self, site: Site) -> None:
        assert "Rut" in shown(through_the_proxy(site, {"X-Remote-User": "rut"}).get("/account"))

    def test_a_stranger_to_us_is_told_so(self, site: Site) -> None:
        answer = through_the_proxy(site, {"X-Remote-User": "Nobody"}).get("/")

        assert answer.status_code == 403
        assert "not among the users here" in answer.text

    def test_so_is_somebody_who_is_let_in_no_longer(self, site: Site) -> None:
        rut = person(site.database, "Rut")
        assert rut is not None
        change_person(site.database, replace(rut, is_enabled=False))

        assert through_the_proxy(site, {"X-Remote-User": "Rut"}).get("/").status_code == 403

    @pytest.mark.parametrize(
        "headers", [[], [("X-Remote-User", "")], [("X-Remote-User", "Rut"), ("X-Remote-User", "Ada")]]
    )
    def test_nobody_or_two_at_once_are_nobody(self, site: Site, headers: list[tuple[str, str]]) -> None:
        """There is no form to be led to: it is the proxy that signs in."""
        answer = through_the_proxy(site, {}).get("/", headers=headers)

        assert answer.status_code == 401
        assert "Location" not in answer.headers

    def test_our_own_sessions_are_nothing_there(self, site: Site) -> None:
        rut = person(site.database, "Rut")
        assert rut is not None
        browser = through_the_proxy(site, {})
        browser.cookies.set(site.sessions.cookie, site.sessions.sealed(rut))

        assert browser.get("/").status_code == 401

    def test_a_proxy_that_names_nobody_leaves_the_sign_in_to_us(self, site: Site) -> None:
        manner = replace(PROXY, proxy=Proxy(frozenset({"10.0.0.5"})))
        browser = TestClient(
            application(replace(site, manner=manner)), client=("10.0.0.5", 1), follow_redirects=False
        )

        assert browser.get("/", headers={"X-Remote-User": "Ada"}).headers["Location"] == "/sign-in?after=/"


def test_a_header_is_nothing_without_a_proxy(site: Site) -> None:
    assert client(site).get("/", headers={"X-Remote-User": "Ada"}).status_code == 303


def test_the_role_is_that_of_now_and_not_of_the_sign_in(site: Site) -> None:
    browser = client(site, "Ada")
    ada = person(site.database, "Ada")
    assert ada is not None

    change_person(site.database, replace(ada, role=Role.AUDITOR))

    assert browser.get("/acts").status_code == 403
