"""What was done by whom, and who somebody is."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages import texts
from syditval.store import Role
from syditval.web.audit import Deed
from syditval.web.screens.records import account, acts
from tests.reports.html_reader import named, texts_of
from tests.web.screens.example_screens import ACTS, OTHERS, UNIT, viewer
from tests.web.screens.table_rows import table_rows

ADMINISTRATOR = viewer(Role.ADMINISTRATOR, "sv")


def test_acts_are_told_in_words_where_there_are_any() -> None:
    assert table_rows(acts(ADMINISTRATOR, ACTS))[1:] == [
        "2024-05-08 11:12 UTC | anna.ek | skickade in | entry 6 | 10.20.0.14 | med iakttagelser",
        "2024-05-08 10:12 UTC | anna.ek | återtog | entry 5 | 10.20.0.14 | klart",
        "2024-05-08 08:12 UTC | okänd | misslyckades att logga in |  | 192.0.2.7 | R001 Filen finns inte",
    ]
    assert "dance" in table_rows(acts(ADMINISTRATOR, [replace(ACTS[0], act="dance")]))[1]


def test_every_deed_has_its_words_and_no_words_are_left_over() -> None:
    assert set(texts("sv").entries["screen_act"]) == set(Deed)


def test_nothing_done_is_said() -> None:
    assert "Inget har hänt än." in texts_of(acts(ADMINISTRATOR, ()), "p")


def test_the_account_says_who_one_is_and_ends_all_sessions() -> None:
    page = account(viewer(Role.FINANCE, "sv"))

    assert texts_of(page, "dd") == ["anna.ek", "ekonom", UNIT, OTHERS[0]]
    assert "/sign-out-everywhere" in {each.attributes["action"] for each in named(page, "form")}


def test_those_who_see_all_have_all_entities() -> None:
    assert texts_of(account(viewer(Role.AUDITOR, "sv")), "dd") == ["anna.ek", "revisor", "alla"]


def test_whoever_is_alone_has_no_sessions_to_end() -> None:
    page = account(viewer(Role.ADMINISTRATOR, "sv", is_alone=True))

    assert list(named(page, "form")) == []


def test_every_role_has_a_word() -> None:
    assert set(texts("sv").entries["screen_role"]) == set(Role)
