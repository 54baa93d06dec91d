"""What every template can rely on: texts are escaped, nothing in them hides, nothing is left undefined."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from syditval.store import Role
from syditval.web.screens.templates import rendered, templates
from tests.reports.html_reader import texts_of
from tests.web.screens.example_screens import viewer


def filled(template: str, **fields: object) -> str:
    return templates().from_string(template).render(**fields)


def test_markup_in_a_text_is_escaped_in_text_and_in_attributes() -> None:
    assert filled('<p title="{{ text }}">{{ text }}</p>', text="\"'<b>&") == (
        '<p title="&#34;&#39;&lt;b&gt;&amp;">&#34;&#39;&lt;b&gt;&amp;</p>'
    )


def test_what_hides_in_a_text_is_shown() -> None:
    assert filled("{{ text }}", text="a\N{RIGHT-TO-LEFT OVERRIDE}b\x00\nc\ud800") == "a\\u202eb\\x00 c\\ud800"


def test_a_name_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        filled("{{ nobody }}")


def test_a_screen_is_in_the_language_asked_for() -> None:
    somebody = viewer(Role.AUDITOR, "sv")

    assert texts_of(rendered("account", "en", somebody), "h1") == ["Your account"]
    assert texts_of(rendered("account", "sv", somebody), "h1") == ["Ditt konto"]
