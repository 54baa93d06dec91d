"""The first page: the form that sends months in, and how the last ones stand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from syditval.store import Role
from syditval.web.screens.front import MOST_ENTRIES, home
from tests.reports.html_reader import Element, named, read, texts_of
from tests.web.screens.example_screens import ELSEWHERE, MONTHS, OTHERS, UNIT, entry, viewer
from tests.web.screens.table_rows import table_rows

OFFICER = viewer(Role.FINANCE, "sv")


def fields(page: str) -> dict[str, Element]:
    return {each.attributes["name"]: each for each in named(page, "input", "select")}


def test_the_form_takes_several_workbooks_and_what_they_may_not_state() -> None:
    page = home(OFFICER, MONTHS, OFFICER.entities, ())
    (form,) = (each for each in named(page, "form") if each.attributes["action"] == "/upload")

    assert (form.attributes["method"], form.attributes["enctype"]) == ("post", "multipart/form-data")
    assert [*fields(page)] == ["workbook", "entity", "period", "decision"]
    assert fields(page)["workbook"].shape[1][-2:] == ("required", "aria-describedby")
    assert "multiple" in fields(page)["workbook"].attributes


def test_somebody_from_finance_chooses_among_their_own_entities() -> None:
    page = home(OFFICER, MONTHS, OFFICER.entities, ())

    assert [each.attributes["value"] for each in named(page, "option")] == ["", UNIT, OTHERS[0]]
    assert not any("selected" in each.attributes for each in named(page, "option"))


def test_an_only_entity_is_chosen_already() -> None:
    officer = replace(OFFICER, entities=(UNIT,))
    options = list(named(home(officer, (), (UNIT,), ()), "option"))

    assert ["selected" in each.attributes for each in options] == [False, True]


def test_those_who_see_all_write_the_entity_and_are_helped() -> None:
    page = home(viewer(Role.ADMINISTRATOR, "sv"), (), (UNIT, *OTHERS), ())

    assert (fields(page)["entity"].name, fields(page)["entity"].attributes["list"]) == ("input", "entities")
    assert [each.attributes["value"] for each in named(page, "option")] == [UNIT, *OTHERS]


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("2024-04", True),
        ("1999-12", True),
        ("2024-13", False),
        ("2024-00", False),
        ("24-04", False),
        ("2024-4", False),
    ],
)
def test_the_month_has_a_form(written: str, fits: bool) -> None:
    pattern = fields(home(OFFICER, (), (), ()))["period"].attributes["pattern"]

    assert bool(re.fullmatch(pattern, written)) is fits


def test_an_auditor_has_no_form() -> None:
    assert "workbook" not in fields(home(viewer(Role.AUDITOR, "sv"), MONTHS, (UNIT,), ()))


def test_each_entity_leads_to_its_months_and_says_how_the_latest_stands() -> None:
    page = home(OFFICER, MONTHS, OFFICER.entities, ())
    lines = [" ".join(each.text.split()) for each in named(page, "li") if "section" in each.around]

    assert f"{UNIT} april 2024 2 fel 1 varning" in lines
    assert f"{OTHERS[0]} Inget har skickats in än." in lines
    assert "/entities/Sydn%C3%A4rkes%20IT" in {each.attributes["href"] for each in named(page, "a")}


def test_what_was_sent_last_stands_first_and_not_everything_stands_there() -> None:
    many = [entry(number, 1 + number % 11, version=number) for number in range(1, 40)]
    rows = table_rows(home(OFFICER, many, OFFICER.entities, ()))

    assert len(rows) == 1 + MOST_ENTRIES
    assert rows[1].startswith("november 2024")


def test_notices_are_told_and_the_drop_script_is_asked_for() -> None:
    page = home(OFFICER, ELSEWHERE, (), ("Bara du är här.",))

    assert "Bara du är här." in texts_of(page, "p")
    assert [each.attributes for each in named(page, "script")] == [{"src": "/static/drop.js", "defer": ""}]
    assert [
        each.text
        for each in read(page)
        if "data-only-with-script" in each.attributes and "hidden" in each.attributes
    ]
