"""The auditor's view: each month of each entity in a cell, told in words too."""

from __future__ import annotations

from syditval.store import Role
from syditval.web.screens.all_entities import overview
from tests.reports.html_reader import named, texts_of
from tests.web.screens.example_screens import ELSEWHERE, MONTHS, OTHERS, UNIT, viewer

AUDITOR = viewer(Role.AUDITOR, "sv")
ENTRIES = (*MONTHS, *ELSEWHERE)
PAGE = overview(AUDITOR, ENTRIES)


def test_each_entity_is_a_row_the_worst_first() -> None:
    assert texts_of(PAGE, "th")[13:] == [OTHERS[2], UNIT, OTHERS[0], OTHERS[1]]


def test_a_month_says_what_it_shows_and_leads_to_its_page() -> None:
    links = [link for each in named(PAGE, "a") if (link := each.attributes["href"]).startswith("/months/")]

    # The figure is for the eye, the words behind it are for the ear.
    assert texts_of(PAGE, "td")[12:16] == [
        "inga iakttagelser",
        "11 varning",
        "33 noteringar",
        "22 fel, 1 varning",
    ]
    assert links[2:6] == ["/months/1", "/months/2", "/months/4", "/months/6"]


def test_a_missing_month_says_so_and_one_that_is_to_come_is_empty() -> None:
    cells = texts_of(PAGE, "td")

    assert cells[1] == "saknas"
    assert cells[4:12] == [""] * 8


def test_states_are_counted() -> None:
    keys = [each for each in named(PAGE, "span") if each.attributes.get("class") == "key"]

    assert [" ".join(each.text.split()) for each in keys] == [
        "avvisad 1", "saknas 2", "fel 2", "varningar 1", "noteringar 5", "inga iakttagelser 5"
    ]  # fmt: skip


def test_years_are_chosen_by_plain_links() -> None:
    page = overview(AUDITOR, ENTRIES, 2023)
    links = {each.text: each.attributes for each in named(page, "a") if each.text.isdigit()}

    assert [each["href"] for each in links.values()] == ["/overview?year=2024", "/overview?year=2023"]
    assert "aria-current" in links["2023"]
    assert texts_of(page, "caption") == ["Månader 2023 per enhet"]


def test_nothing_sent_in_is_said() -> None:
    assert "Inget har skickats in än." in texts_of(overview(AUDITOR, ()), "p")
