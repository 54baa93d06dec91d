"""The application: what holds for every request, whatever it is for."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syditval.store import StoreRefusal
from syditval.web import pages
from syditval.web.site import Site
from tests.web.site import client, shown


@pytest.mark.parametrize("path", ["/no/such/page", "/months", "/months/1/", "/static", "/sign-in/"])
def test_what_is_not_there_is_told_as_a_page(stocked: Site, path: str) -> None:
    answer = client(stocked, "Ada").get(path)

    assert answer.status_code == 404
    assert "There is no such page, or it is not yours to see" in shown(answer)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"])
def test_so_is_another_method(stocked: Site, method: str) -> None:
    answer = client(stocked, "Ada").request(method, "/months/1")

    assert answer.status_code == 405
    assert "The page cannot be asked in this way" in shown(answer)


def test_a_head_is_a_page_without_its_body(stocked: Site) -> None:
    answer = client(stocked, "Ada").head("/")

    assert answer.status_code == 200
    assert answer.content == b""


def test_a_store_that_cannot_be_asked_is_told_so(alone: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any, **__: Any) -> None:
        raise StoreRefusal("M008", place="months.sqlite")

    monkeypatch.setattr(pages, "entries", busy)

    assert client(alone).get("/").status_code == 503


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=TEXT, name=TEXT, value=TEXT)
def test_whatever_is_asked_for_is_answered(stocked: Site, path: str, name: str, value: str) -> None:
    browser = client(stocked, "Ada")
    for start in ("/", "/months/", "/entities/", "/static/"):
        assert browser.get(start + quote(path, safe=""), params={name: value}).status_code < 500
    assert browser.post("/months/1/withdraw", data={name: value}).status_code < 500
    assert (
        client(stocked).post("/sign-in", data={"name": name, "password": value, "after": path}).status_code
        < 500
    )
