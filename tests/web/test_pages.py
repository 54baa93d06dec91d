"""The pages that are read: what each shows to whom."""

from __future__ import annotations

import pytest

from syditval.web.site import Site
from tests.web.site import client, shown


@pytest.mark.parametrize(
    ("who", "theirs", "not_theirs"),
    [
        ("Karin", {"Tekniska"}, {"Skolan"}),
        ("Olle", {"Skolan"}, {"Tekniska"}),
        ("Rut", {"Tekniska", "Skolan"}, set()),
    ],
)
def test_the_first_page_shows_what_is_theirs(
    stocked: Site, who: str, theirs: set[str], not_theirs: set[str]
) -> None:
    page = shown(client(stocked, who).get("/"))

    assert all(entity in page for entity in theirs)
    assert not any(entity in page for entity in not_theirs)


@pytest.mark.parametrize(("who", "has_form"), [("Karin", True), ("Ada", True), ("Rut", False)])
def test_the_form_is_for_those_who_may_send(stocked: Site, who: str, has_form: bool) -> None:
    assert ('action="/upload"' in client(stocked, who).get("/").text) == has_form


def test_an_entity_has_its_months_and_its_plot(stocked: Site) -> None:
    page = client(stocked, "Karin").get("/entities/Tekniska")

    assert "/months/1" in page.text
    assert "<svg" in page.text


@pytest.mark.parametrize("year", ["2024", "2023"])
def test_of_a_year_that_is_asked_for(stocked: Site, year: str) -> None:
    assert client(stocked, "Rut").get(f"/overview?year={year}").status_code == 200
    assert client(stocked, "Rut").get(f"/entities/Skolan?year={year}").status_code == 200


@pytest.mark.parametrize("year", ["0", "20244", "x", "-2024", "²024"])
def test_what_is_no_year_is_no_page(stocked: Site, year: str) -> None:
    assert client(stocked, "Rut").get("/overview", params={"year": year}).status_code == 404


def test_an_entity_without_months_is_there_for_whoever_answers_for_it(stocked: Site) -> None:
    assert client(stocked, "Karin").get("/entities/Kultur").status_code == 200


def test_the_account_says_who_and_what(stocked: Site) -> None:
    page = shown(client(stocked, "Karin").get("/account"))

    assert "Karin" in page
    assert "Tekniska" in page


def test_the_acts_are_those_of_everybody(stocked: Site) -> None:
    client(stocked, "Olle").get("/months/2")

    page = shown(client(stocked, "Ada").get("/acts"))

    assert "Olle" in page
    assert "Ada" in page


def test_health_needs_nobody(stocked: Site) -> None:
    assert client(stocked).get("/health").text == "ok\n"
