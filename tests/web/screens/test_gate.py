"""The way in, and refusals."""

from __future__ import annotations

import pytest

from syditval.store import Role
from syditval.web.screens.gate import refusal, sign_in
from tests.reports.html_reader import named, read, texts_of
from tests.web.screens.example_screens import viewer


def test_the_form_asks_for_name_and_password_and_knows_where_to_go_then() -> None:
    page = sign_in("sv", "", "/months/6")
    fields = {each.attributes["name"]: each.attributes for each in named(page, "input")}

    assert [*fields] == ["name", "password", "after"]
    assert (fields["password"]["type"], fields["after"]["value"]) == ("password", "/months/6")
    assert (fields["name"]["autocomplete"], fields["password"]["autocomplete"]) == (
        "username",
        "current-password",
    )
    assert [each.attributes["action"] for each in named(page, "form")] == ["/sign-in"]


def test_why_an_attempt_failed_is_told_at_once() -> None:
    (alert,) = (each for each in read(sign_in("sv", "Fel lösenord.", "")) if "role" in each.attributes)

    assert (alert.attributes["role"], alert.text) == ("alert", "Fel lösenord.")
    assert not [each for each in read(sign_in("sv", "", "")) if "role" in each.attributes]


@pytest.mark.parametrize(
    ("status", "heading"), [(404, "Sidan finns inte"), (429, "För ofta"), (418, "Det gjordes inte")]
)
def test_a_refusal_says_what_and_why(status: int, heading: str) -> None:
    page = refusal(viewer(Role.AUDITOR, "sv"), "sv", status, "Därför att.")

    assert texts_of(page, "h1") == [heading]
    assert "Därför att." in texts_of(page, "p")
    assert f"Status {status}" in texts_of(page, "p")


def test_nobody_is_offered_no_way_to_where_only_others_may_go() -> None:
    for page in (sign_in("en", "", ""), refusal(None, "en", 404, "")):
        assert list(named(page, "nav")) == []
        assert "/sign-out" not in {each.attributes.get("action") for each in named(page, "form")}
