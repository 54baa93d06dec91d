"""From where a request may come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient

from syditval.web.app import application
from syditval.web.guards import host_name, origin_of, refuse_other_sites, refuse_strangers
from syditval.web.refusals import PageRefusal
from syditval.web.site import Manner, Proxy, Site

PROXY = Manner(is_local=False, is_secure=True, proxy=Proxy(frozenset({"10.0.0.5"}), "X-Remote-User"))


def asking(client: str = "127.0.0.1", **headers: str) -> HTTPConnection:
    """A request from an address, with some headers."""
    raw = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "http", "headers": raw, "client": (client, 50_000) if client else None})


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8377", "127.0.0.1:8377", "[::1]:8377", "[::1]", "LOCALHOST"]
)
def test_this_computer_by_its_own_names(host: str) -> None:
    refuse_strangers(asking(host=host), Manner())


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8377", "192.168.1.4:8377", ""]
)
def test_and_by_no_other(host: str) -> None:
    with pytest.raises(PageRefusal) as refused:
        refuse_strangers(asking(host=host), Manner())

    assert refused.value.code == "B006"


def test_a_page_for_others_has_any_name() -> None:
    refuse_strangers(asking("192.0.2.9", host="budget.kommunen.se"), Manner(is_local=False, is_secure=True))


@pytest.mark.parametrize("address", ["10.0.0.5", "::ffff:10.0.0.5"])
def test_the_proxy_is_known_by_its_address(address: str) -> None:
    refuse_strangers(asking(address, host="budget.kommunen.se"), PROXY)


@pytest.mark.parametrize("address", ["10.0.0.6", "127.0.0.1", "::1", ""])
def test_nobody_goes_round_the_proxy(address: str) -> None:
    with pytest.raises(PageRefusal) as refused:
        refuse_strangers(asking(address, host="localhost", x_remote_user="Ada"), PROXY)

    assert refused.value.code == "B007"


OURS = {"host": "localhost:8377"}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {"origin": "http://localhost:8377"},
        {"origin": "https://localhost:8377"},
        {"origin": "https://evil.example", "sec_fetch_site": "same-origin"},
    ],
)
def test_a_change_asked_for_here(headers: dict[str, str]) -> None:
    """A browser that sends Sec-Fetch-Site knows better than any comparison of names behind a proxy."""
    refuse_other_sites(asking(**OURS, **headers))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:8378"},
        {"origin": "http://localhost"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site", "origin": "http://localhost:8377"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_a_change_asked_for_elsewhere(headers: dict[str, str]) -> None:
    with pytest.raises(PageRefusal) as refused:
        refuse_other_sites(asking(**OURS, **headers))

    assert refused.value.code == "B005"


def test_no_host_is_no_origin() -> None:
    with pytest.raises(PageRefusal):
        refuse_other_sites(asking(origin="http://"))


@pytest.mark.parametrize(
    ("address", "forwarded", "manner", "origin"),
    [
        ("192.0.2.9", "198.51.100.1", Manner(), "192.0.2.9"),
        ("10.0.0.5", "198.51.100.1", PROXY, "198.51.100.1"),
        ("10.0.0.5", "203.0.113.7, 198.51.100.1", PROXY, "198.51.100.1"),
        ("10.0.0.5", "a text with\nlines", PROXY, "10.0.0.5"),
        ("10.0.0.6", "198.51.100.1", PROXY, "10.0.0.6"),
        ("", "198.51.100.1", Manner(), ""),
    ],
)
def test_the_address_that_is_written_down(address: str, forwarded: str, manner: Manner, origin: str) -> None:
    assert origin_of(asking(address, x_forwarded_for=forwarded), manner) == origin


def test_the_name_in_a_host() -> None:
    assert [*map(host_name, ("a:1", "a", "[::1]", "[::1]:80", "A:x", ""))] == [
        "a",
        "a",
        "[::1]",
        "[::1]",
        "a:x",
        "",
    ]


def test_a_strange_host_is_told_so_on_a_page(alone: Site) -> None:
    answer = TestClient(application(alone), base_url="http://evil.example").get("/")

    assert answer.status_code == 403
    assert "open it as http://localhost" in answer.text


def test_behind_a_proxy_nobody_else_is_answered(site: Site) -> None:
    behind = application(replace(site, manner=PROXY))
    around = TestClient(behind, client=("10.0.0.6", 1), headers={"X-Remote-User": "Ada"})

    assert {around.get(path).status_code for path in ("/", "/acts", "/health", "/sign-in")} == {403}
