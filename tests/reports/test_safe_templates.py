"""What every template can rely on: texts are escaped, nothing in them hides, nothing is left undefined."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from syditval.reports.safe_templates import safe_templates


def filled(template: str, **fields: object) -> str:
    return safe_templates("syditval.reports").from_string(template).render(**fields)


def test_markup_in_a_text_is_escaped_in_text_and_in_attributes() -> None:
    assert filled('<p title="{{ text }}">{{ text }}</p>', text="\"'<b>&") == (
        '<p title="&#34;&#39;&lt;b&gt;&amp;">&#34;&#39;&lt;b&gt;&amp;</p>'
    )


def test_what_hides_in_a_text_is_shown() -> None:
    assert filled("{{ text }}", text="a\N{RIGHT-TO-LEFT OVERRIDE}b\x00\nc\ud800") == "a\\u202eb\\x00 c\\ud800"


def test_what_a_macro_gives_is_escaped_once() -> None:
    assert (
        filled("{% macro bold(x) %}<b>{{ x }}</b>\n{% endmacro %}{{ bold(text) }}", text="<")
        == "<b>&lt;</b>\n"
    )


def test_a_name_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        filled("{{ nobody }}")
