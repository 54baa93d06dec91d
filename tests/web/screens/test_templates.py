"""The templates of the screens are safe ones, with what they may call."""

from __future__ import annotations

from syditval.store import Role
from syditval.version import VERSION
from syditval.web.screens.templates import rendered, templates
from tests.reports.html_reader import texts_of
from tests.web.screens.example_screens import viewer


def test_the_templates_are_safe_ones() -> None:
    assert templates().from_string("{{ text }} {{ version }}").render(text="<") == f"&lt; {VERSION}"


def test_a_screen_is_in_the_language_asked_for() -> None:
    somebody = viewer(Role.AUDITOR, "sv")

    assert texts_of(rendered("account", "en", somebody), "h1") == ["Your account"]
    assert texts_of(rendered("account", "sv", somebody), "h1") == ["Ditt konto"]
