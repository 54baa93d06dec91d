"""A text stays a text wherever in Markdown it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it.token import Token

from syditval.messages import texts
from syditval.reports.markdown_text import Paper, escaped, pipe_table
from syditval.reports.streams import shown
from tests.reports.hostile_reports import TRICKS, hostile_texts
from tests.reports.markdown_reader import blocks, inlines, plain, tables

PLACES = ("{}", "- {}", "1. a\n\n   {}", "# {}", "a **b** {}", "| a | {} |\n| --- | --- |\n| {} | b |")


@pytest.mark.parametrize("place", PLACES)
@given(text=hostile_texts)
def test_a_text_is_read_as_it_is_shown_and_as_nothing_else(place: str, text: str) -> None:
    told, harmless = escaped(f"x{text}"), escaped("x")
    first = escaped(text) or harmless

    for each in (told, first):
        assert blocks(place.replace("{}", each)) == blocks(place.replace("{}", harmless))
    before, after = (plain(inlines_of(place, each)) for each in (harmless, told))
    assert after == before.replace("x", shown(f"x{text}", "utf-8").strip())


def inlines_of(place: str, text: str) -> list[Token]:
    """What stands in a place, but for what is set in bold there."""
    return [part for part in inlines(place.replace("{}", text)) if part.tag != "strong"]


@pytest.mark.parametrize("trick", ["*a*", "[a](b)", "<b>", "`a`", "~~a~~", "&amp;", "a\\", "| a |"])
def test_the_same_texts_would_be_markup_if_they_were_not_escaped(trick: str) -> None:
    assert escaped(trick) != trick
    assert trick in plain(inlines(escaped(trick)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://b.se and www.b.se", "https\\://b.se and www\\.b.se"),
        ("@team and #12, a@b.se", "@<!-- -->team and \\#<!-- -->12, a@<!-- -->b.se"),
        ("#REF! @ 5", "\\#REF! @ 5"),
        ("- a", "\\- a"),
        ("2024. a 5. b", "2024\\. a 5. b"),
        ("a\r\nb\N{RIGHT-TO-LEFT OVERRIDE}", "a  b\\\\u202e"),
    ],
)
def test_links_mentions_lists_and_line_breaks_are_broken(text: str, told: str) -> None:
    assert escaped(text) == told


def test_what_an_encoding_lacks_cannot_become_markup_either() -> None:
    assert escaped("a ≮b≯ å", "cp1252") == "a \\<b\\> å"


@given(hostile_texts)
def test_a_table_keeps_its_cells(text: str) -> None:
    paper = Paper(texts("en"), "utf-8")
    cells = (paper.text(text), paper.lines((text, "", text)), "1")
    (table,) = tables(pipe_table(("a", "b", "c"), [cells, cells], 2))
    seen = shown(text, "utf-8").strip()

    assert table == [["a", "b", "c"], *[[seen, seen * 2, "1"]] * 2]


def test_a_table_has_its_amounts_flush_right() -> None:
    assert pipe_table(("a", "b"), [("x", "1")], 1) == "| a | b |\n| --- | ---: |\n| x | 1 |"


def test_a_text_of_the_catalogue_is_a_text_too() -> None:
    paper = Paper(texts("sv"), "utf-8")

    assert paper.say("markdown", "title", file=TRICKS[6]) == "Avstämning av \\# heading"
