"""The report as a page: what stands on it and where, whole, valid, and nothing but what we wrote is markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import assume, given

from syditval.model.report import Report
from tests.reports.every_example import EVERY, written
from tests.reports.example_causes import with_causes
from tests.reports.example_pages import everything, with_excerpts
from tests.reports.example_reports import budget, clean, nothing_recognised, report, with_findings
from tests.reports.example_sums import summing
from tests.reports.hostile_reports import TRICKS, hostile, hostile_texts, nothing_hides
from tests.reports.html_reader import named, read, texts_of

Golden = Callable[[str, str], None]
STYLE = "\n".join(
    files("syditval.reports").joinpath(name).read_text(encoding="utf-8")
    for name in ("common.css", "page.css")
)
STYLED = "reports/clean"
LARGE = {"everything": everything, "sums": summing, "clean": clean}


def page(of: Report, encoding: str = "utf-8") -> str:
    return written("html", of, encoding)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EVERY)
def test_the_page_reads_as_agreed(golden: Golden, example: str, language: str) -> None:
    before, style, after = page(with_excerpts(EVERY[example](language))).partition(STYLE)

    # The style is the same on all pages: one golden file has it, and the others have what is their own.
    assert style
    golden(f"{example}.{language}.html", before + (style if example == STYLED else "") + after)


def test_the_sections_stand_in_the_order_in_which_they_are_read() -> None:
    assert texts_of(page(everything("en")), "h2") == [
        "Summary",
        "Causes",
        "Could not be localised",
        "Other findings",
        "Waived findings",
        "Not checked",
        "Guarded too little",
        "Tables",
        "The codes of this report",
        "Provenance",
    ]


def test_it_begins_with_what_was_found_and_in_which_file() -> None:
    text = page(with_findings("en"))
    first, *_ = named(text, "header")

    assert texts_of(text, "h1") == ["Review of april.xlsx"]
    assert "3 errors, 2 warnings, 3 notes. 19 of 21 relations checked" in first.text
    assert f"SHA-256 3f9a41c2d0e1{'7' * 52}" in first.text
    assert (
        "xlsx: 2 sheets, 23 rows, 138 cells, 80 numbers, 1 formula, 9\N{NO-BREAK SPACE}321 bytes"
        in first.text
    )


def test_each_cause_is_told_with_its_findings_and_one_table() -> None:
    first, *_ = (each for each in read(page(everything("en"))) if each.attributes.get("id") == "c1")
    told = first.text.replace("\N{NO-BREAK SPACE}", " ")

    assert "Drift!D6 should be 10 906" in told
    assert told.count("From Drift!A4:E15, tkr") == 1
    assert "wrong cell: 10 996 should be → 10 906" in told
    assert [line for line in told.splitlines() if line.startswith("error ")] == [
        "error certain ",
        "error V101 Drift!E6 inconsistent ",
        "error F101 Drift!D15 inconsistent ",
    ]


def test_no_finding_is_lost() -> None:
    told = everything("en")
    text = "".join(texts_of(page(told), "main"))

    assert all(finding.id in text for finding in told.findings)


def test_what_does_not_count_is_marked_and_says_why() -> None:
    elements = read(page(everything("en")))

    assert [each.text for each in elements if each.attributes.get("class") == "tag aside"] == [
        "below materiality",
        "waived",
    ]
    assert [each.text.split()[0] for each in elements if each.attributes.get("class") == "standing"] == [
        "Waived",
        "Below",
        "Waived",
    ]


def test_waived_findings_are_listed_with_reason_name_last_day_and_cap() -> None:
    (table,) = (
        each for each in named(page(everything("en")), "table") if each.attributes.get("class") == "waived"
    )

    assert table.text.split("\n")[-3] == (
        "'Månader, 2024'!E25V101Avrundning i huvudbokenA. Berg2025-03-3112\N{NO-BREAK SPACE}kr"
    )


def test_a_line_of_bars_says_its_amounts_to_those_who_do_not_see_it() -> None:
    drawings = [each for each in named(page(clean("sv")), "svg") if each.attributes.get("role") == "img"]
    titles = texts_of(page(clean("sv")), "title")

    assert len(drawings) == len(titles) - 1 == 10 + 5
    assert titles[1] == "Intäkter: Budget -43 306, Utfall 240430 -14 286, Årsprognos -43 706"


def test_sums_are_shown_as_a_tree_with_what_does_not_hold() -> None:
    rows = texts_of(page(summing("en")), "tr")

    assert "B11 = B6 + B9:B10Summa3 of 4 columns" in rows
    assert "inconsistent: C11" in rows


def test_nothing_recognised_is_said_and_what_was_looked_for() -> None:
    text = page(nothing_recognised("en"))

    assert "No table was recognised in this workbook" in text
    assert "Looked for tables of these kinds: budget, investment." in text
    assert texts_of(text, "h2") == ["Summary", "Not checked", "Provenance"]


def test_a_report_on_sums_of_a_workbook_without_figures_says_so() -> None:
    assert "There is no figure in this workbook" in page(replace(nothing_recognised("en"), schemas=()))


def test_that_nothing_was_found_is_said_of_what_was_checked_only() -> None:
    assert "None among the relations that were checked." in page(clean("en"))
    assert "None among" not in page(nothing_recognised("en"))


def test_where_it_all_comes_from_stands_at_the_end() -> None:
    *_, last = (each for each in named(page(everything("en")), "section"))
    told = " ".join(last.text.split())

    assert told.startswith(f"Provenance Made bysyditval 1.0.0 Kinds looked for budget SHA-256 {'b' * 64}")
    assert f"Options rounding nearest materiality 100 tkr Rules applied F101 SHA-256 {'a' * 64}" in told


# The page as a document.


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", LARGE)
def test_it_is_a_sound_document(example: str, language: str) -> None:
    text = page(LARGE[example](language))
    elements = read(text)

    assert text.startswith("<!doctype html>\n")
    assert elements[0].attributes == {"lang": language}
    levels = [int(each.name[1]) for each in elements if re.fullmatch("h[1-6]", each.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    links = [each.attributes["href"] for each in elements if "href" in each.attributes]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("example", LARGE)
def test_every_table_has_a_caption_and_its_headings_a_direction(example: str) -> None:
    elements = read(page(LARGE[example]("sv")))

    assert sum(each.name == "table" for each in elements) == sum(each.name == "caption" for each in elements)
    assert all(each.attributes.get("scope") in ("row", "col") for each in elements if each.name == "th")


def test_what_scrolls_can_be_reached_by_keyboard_and_has_a_name() -> None:
    boxes = [each for each in read(page(everything("sv"))) if each.attributes.get("class") == "scroll"]

    assert boxes
    assert all(each.attributes["tabindex"] == "0" and each.attributes["aria-label"] for each in boxes)


def test_it_runs_nothing_and_asks_for_nothing() -> None:
    text = page(everything("en"))
    names = {each.name for each in read(text)}
    (policy,) = (each for each in named(text, "meta") if "http-equiv" in each.attributes)

    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image"}
    assert not {name for each in read(text) for name in each.attributes if name.startswith("on")}
    assert "url(" not in re.sub(r"url\(#\w+\)", "", text)
    assert "http" not in text.replace("http-equiv", "")


# Texts of a workbook.

SHAPES = [each.shape for each in read(page(with_excerpts(hostile("plain"))))]


@given(hostile_texts)
def test_nothing_of_a_workbook_becomes_markup_or_hides(text: str) -> None:
    assume(text.strip())
    spoilt = page(with_excerpts(hostile(text)))

    assert [each.shape for each in read(spoilt)] == SHAPES
    assert nothing_hides(spoilt)


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_are_shown_as_they_are_written(trick: str) -> None:
    spoilt = page(with_excerpts(hostile(f"({trick})")))

    assert texts_of(spoilt, "title")[0].startswith("Review of (")
    assert [each.shape for each in read(spoilt)] == SHAPES


def test_templates_of_ours_in_a_text_are_not_filled_in() -> None:
    assert "{{ 7 * 7 }}{% raw %}" in page(hostile("{{ 7 * 7 }}{% raw %}"))


# Streams.


def test_a_stream_that_lacks_characters_gets_them_by_number() -> None:
    text = page(everything("sv"), "cp1252")

    assert text.isascii()
    assert read(text) == read(page(everything("sv")))


def test_the_style_needs_no_character_by_number() -> None:
    assert STYLE.isascii()


def test_the_same_report_gives_the_same_page() -> None:
    assert page(everything("sv")) == page(everything("sv"))


def test_a_report_without_relations_has_its_tables_still() -> None:
    assert texts_of(page(report("en", [budget()])), "h3") == ["Drift!A4:E15 budget, Ekonomiskt resultat"]


def test_the_page_of_causes_leads_with_them() -> None:
    assert texts_of(page(with_causes("en")), "h2")[1] == "Causes"
