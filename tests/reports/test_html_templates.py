"""The templates of the page are safe ones, with what they may call."""

from __future__ import annotations

from syditval.reports.html_templates import number, page_templates


def test_a_text_is_escaped_and_a_count_written_by_what_they_may_call() -> None:
    template = page_templates().from_string("{{ text }} {{ number(1234567) }}")

    assert template.render(text="<") == "&lt; 1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"


def test_counts_are_grouped_as_amounts_are() -> None:
    assert number(1_234_567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
