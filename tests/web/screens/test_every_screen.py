"""Every screen, in both languages: a sound document that can be heard, printed, and used by keyboard alone.

Nothing in it is styled or run but what the page ships, and nothing from people becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from syditval.web.static_files import shipped
from tests.reports.hostile_reports import TRICKS, nothing_hides
from tests.reports.html_reader import Element, read
from tests.web.screens.example_screens import every_screen, spoilt_screens

SCREENS = [(language, name) for language in ("en", "sv") for name in every_screen(language)]
LANGUAGES = {"en": "Svenska", "sv": "English"}
FIELDS = ("input", "select", "textarea")
COMMON, OWN = (shipped()[name][0].decode() for name in ("common.css", "page.css"))


@cache
def pages(language: str) -> dict[str, str]:
    return dict(every_screen(language))


@pytest.fixture(params=SCREENS, ids=" ".join)
def page(request: pytest.FixtureRequest) -> str:
    language, name = request.param
    return pages(language)[name]


@pytest.fixture
def elements(page: str) -> list[Element]:
    return read(page)


def values(elements: list[Element], *attributes: str) -> Iterator[str]:
    return (each.attributes[name] for each in elements for name in attributes if name in each.attributes)


# The document.


def test_it_has_one_heading_at_the_top_and_leaves_no_level_out(page: str, elements: list[Element]) -> None:
    levels = [int(each.name[1]) for each in elements if re.fullmatch("h[1-6]", each.name)]

    assert page.startswith("<!doctype html>\n")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_it_says_its_language_and_offers_the_other(elements: list[Element]) -> None:
    (other,) = (each for each in elements if "hreflang" in each.attributes)
    language = elements[0].attributes["lang"]

    assert other.text == LANGUAGES[language]
    assert parse_qs(urlsplit(other.attributes["href"]).query)["lang"] == [other.attributes["lang"]]
    assert next(each.text for each in elements if each.name == "title").endswith(" - syditval")


def test_it_has_its_landmarks_and_the_first_link_leads_past_them(elements: list[Element]) -> None:
    names = [each.name for each in elements]
    main = elements[names.index("main")]
    skip = elements[names.index("a")]

    assert [names.count(landmark) for landmark in ("header", "main", "footer")] == [1, 1, 1]
    assert skip.attributes["href"] == f"#{main.attributes['id']}"
    assert main.attributes["tabindex"] == "-1"
    assert all("aria-label" in each.attributes for each in elements if each.name == "nav")


def test_names_and_descriptions_stand_where_they_are_looked_for(elements: list[Element]) -> None:
    ids = [*values(elements, "id")]
    meant = {
        name
        for text in values(elements, "aria-labelledby", "aria-describedby", "for", "list")
        for name in text.split()
    }

    assert len(ids) == len(set(ids))
    assert meant <= set(ids)


def test_every_field_has_a_label_and_every_button_and_link_a_text(elements: list[Element]) -> None:
    labelled = {each.attributes["for"] for each in elements if each.name == "label" and each.text.strip()}
    shown = [each for each in elements if each.name in FIELDS and each.attributes.get("type") != "hidden"]

    assert all(each.attributes["id"] in labelled for each in shown)
    assert all(each.text.strip() for each in elements if each.name in ("a", "button", "summary"))


def test_every_table_has_a_caption_a_direction_for_its_headings_and_a_box_that_takes_the_keys(
    elements: list[Element],
) -> None:
    boxes = [each for each in elements if each.attributes.get("class") == "scroll"]
    tables = [each for each in elements if each.name == "table"]

    assert len(tables) == len(boxes) == sum(each.name == "caption" for each in elements)
    assert all(each.attributes["tabindex"] == "0" and each.attributes["aria-label"] for each in boxes)
    assert all(each.attributes.get("scope") in ("row", "col") for each in elements if each.name == "th")


def test_what_is_drawn_is_named_or_left_to_the_words_beside_it(elements: list[Element]) -> None:
    drawings = [each for each in elements if each.name == "svg" and "svg" not in each.around]

    assert all({"aria-hidden", "aria-labelledby"} & each.attributes.keys() for each in drawings)


# What the browser is told to refuse.


def test_it_brings_no_style_and_no_script_of_its_own(elements: list[Element]) -> None:
    names = {each.name for each in elements}
    loaded = {*values(elements, "src")}
    sheets = [each.attributes["href"] for each in elements if each.attributes.get("rel") == "stylesheet"]

    assert not names & {"style", "iframe", "object", "embed", "base", "img", "image"}
    assert not {
        name for each in elements for name in each.attributes if name == "style" or name.startswith("on")
    }
    assert loaded <= {"/static/drop.js"}
    assert sheets == ["/static/common.css", "/static/page.css"]
    assert not "".join(each.text for each in elements if each.name == "script")


def test_it_leads_nowhere_else(elements: list[Element]) -> None:
    links = [link for link in values(elements, "href", "src", "action") if link != "data:,"]

    assert [link for link in links if not re.match(r"/(?!/)|#|\?", link)] == []


def test_what_changes_anything_is_posted(elements: list[Element]) -> None:
    assert all(each.attributes["method"] == "post" for each in elements if each.name == "form")


# Texts that come from people.


SHAPES = {name: [each.shape for each in read(page)] for name, page in spoilt_screens("plain").items()}


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if trick.strip()])
def test_nothing_from_people_becomes_markup_or_hides(trick: str) -> None:
    spoilt = spoilt_screens(trick)

    assert {name: [each.shape for each in read(page)] for name, page in spoilt.items()} == SHAPES
    assert all(nothing_hides(page) for page in spoilt.values())


def test_templates_of_ours_in_a_text_are_not_filled_in() -> None:
    assert all("{{ 7 * 7 }}" in page for page in spoilt_screens("{{ 7 * 7 }}").values())


# What the screens are dressed in.


def colours(style: str) -> list[dict[str, str]]:
    """The colours by name, in the light and in the dark."""
    return [
        dict(re.findall(r"--([\w-]+): (#\w+)", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]


def test_their_colours_are_those_of_the_report_in_the_light_and_in_the_dark() -> None:
    light, dark = colours(COMMON)

    assert light.keys() == dark.keys()
    assert colours(OWN) == []


def test_the_style_loads_nothing_and_names_no_colour_that_there_is_not() -> None:
    assert "url(" not in COMMON + OWN
    assert "@import" not in COMMON + OWN
    assert set(re.findall(r"var\(--([\w-]+)\)", COMMON + OWN)) <= colours(COMMON)[0].keys()
