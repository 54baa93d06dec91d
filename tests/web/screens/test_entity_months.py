"""One entity over a year: its drawings in words and figures, and all that came in."""

from __future__ import annotations

from dataclasses import replace

from syditval.messages import texts
from syditval.model.period import Period
from syditval.store import Role
from syditval.web.screens.entity_months import described, entity
from syditval.web.screens.plot import plots_of
from tests.reports.html_reader import named, read, texts_of
from tests.web.screens.example_screens import MONTHS, TOTALS, UNIT, amounts, entry, totals, viewer
from tests.web.screens.table_rows import table_rows

OFFICER = viewer(Role.FINANCE, "sv")
PAGE = entity(OFFICER, UNIT, MONTHS, TOTALS)
LAST_YEAR = replace(entry(90, 11), period=Period(2023, 11))


def test_a_drawing_says_in_words_what_it_shows() -> None:
    made = plots_of(2024, TOTALS)[0]

    assert [sentence.replace("\xa0", " ") for sentence in described(made, texts("sv"))] == [
        "I april: utfallet hittills är 14 197 tkr; årsbudgeten är 43 306 tkr; "
        "helårsprognosen är 44 906 tkr (+1 600 tkr mot budget).",
        "Iakttagelser: februari 1 varning; mars 3 noteringar; april 1 fel, 1 varning.",
    ]


def test_what_is_not_known_is_not_told() -> None:
    (made,) = plots_of(2024, [totals(1, "budget", amounts(None, -5, None))])

    assert described(made, texts("en")) == ["January: the outcome to date is -5\xa0000\xa0kr."]


def test_each_drawing_is_an_image_with_a_name_and_a_description() -> None:
    elements = read(PAGE)
    drawings = [each for each in elements if each.attributes.get("role") == "img"]
    ids = {each.attributes["id"]: each for each in elements if "id" in each.attributes}

    assert [each.name for each in drawings] == ["svg", "svg"]
    for drawing in drawings:
        title, told = (ids[name] for name in drawing.attributes["aria-labelledby"].split())
        assert (title.name, told.name) == ("title", "desc")
        assert title.text.startswith("Utfall mot")
        assert "Iakttagelser: " in told.text


def test_the_drawing_has_its_months_lanes_and_marks() -> None:
    written = texts_of(PAGE, "text")

    assert written[: 6 + 12] == [
        "0", "10 000", "20 000", "30 000", "40 000", "50 000",
        *["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ]  # fmt: skip
    assert written[18:25] == ["fel", "varningar", "noteringar", "1", "3", "1", "1"]


def test_points_are_drawn_with_a_form_for_each_series_and_not_at_the_start_of_the_year() -> None:
    first = PAGE[: PAGE.index("</figure>")]
    drawn = first[first.index('role="img"') :]

    assert drawn.count('<circle class="outcome"') == 4
    assert drawn.count('<path class="forecast"') == 4
    assert drawn.count('<path class="shape error"') == 1


def test_the_figures_of_a_drawing_stand_in_a_table() -> None:
    assert table_rows(PAGE)[:5] == [
        "Månad | Årsbudget | Budget i jämn takt | Utfall hittills | Helårsprognos | Iakttagelser",
        "januari | 43 306 | 3 609 | 3 120 | 43 306 | inga iakttagelser",
        "februari | 43 306 | 7 218 | 6 870 | 43 800 | 1 varning",
        "mars | 43 306 | 10 826 | 10 702 | 44 206 | 3 noteringar",
        "april | 43 306 | 14 435 | 14 197 | 44 906 | 1 fel 1 varning",
    ]


def test_each_drawing_tells_the_findings_of_its_own_tables() -> None:
    assert table_rows(PAGE)[6:9] == [
        "januari | 11 334 | 944 | 0 | 11 334 | inga iakttagelser",
        "februari | 11 334 | 1 889 | 210 | 11 334 | inga iakttagelser",
        "april | 11 334 | 3 778 | 2 519 | 10 900 | 1 fel",
    ]


def test_in_another_language_it_is_the_same_year() -> None:
    (other,) = (each for each in named(PAGE, "a") if "hreflang" in each.attributes)

    assert other.attributes["href"] == "?lang=en&year=2024"


def test_an_amount_that_is_not_known_is_a_dash() -> None:
    page = entity(OFFICER, UNIT, MONTHS, [totals(1, "budget", amounts(None, 12_000, None))])

    assert table_rows(page)[1] == "januari | - | - | 12 000 | - | inga iakttagelser"


def test_everything_that_came_in_is_listed_the_latest_first() -> None:
    assert table_rows(PAGE)[-6:] == [
        "april 2024 | 2 fel 1 varning | 2024-05-08 11:12 UTC anna.ek | 2 gäller",
        "april 2024 | återtagen | 2024-05-08 09:12 UTC anna.ek | 1 återtagen av anna.ek",
        "mars 2024 | 3 noteringar | 2024-04-09 09:12 UTC anna.ek | 2 gäller",
        "mars 2024 | avvisad | 2024-04-08 09:12 UTC anna.ek | 1 gäller inte",
        "februari 2024 | 1 varning | 2024-03-08 09:12 UTC anna.ek | 1 gäller",
        "januari 2024 | inga iakttagelser | 2024-02-08 09:12 UTC anna.ek | 1 gäller",
    ]


def test_what_was_replaced_says_so() -> None:
    older = replace(MONTHS[0], is_current=False)

    assert table_rows(entity(OFFICER, UNIT, [older], ()))[1].endswith("1 ersatt av en senare version")


def test_other_years_are_a_link_away() -> None:
    page = entity(OFFICER, UNIT, (*MONTHS, LAST_YEAR), TOTALS, 2023)
    links = {each.text: each.attributes for each in named(page, "a") if each.text.isdigit()}

    assert links["2024"]["href"] == "/entities/Sydn%C3%A4rkes%20IT?year=2024"
    assert links["2023"]["aria-current"] == "page"
    assert table_rows(page)[1:] == [
        "november 2023 | inga iakttagelser | 2024-12-08 09:12 UTC anna.ek | 1 gäller"
    ]
    assert "2023" not in texts_of(PAGE, "a")


def test_how_many_tables_there_are_beside_the_one_drawn_is_told() -> None:
    page = entity(OFFICER, UNIT, MONTHS, [replace(TOTALS[0], tables=3)])

    assert "Den första av 3 sådana tabeller i arbetsboken." in " ".join(texts_of(page, "figcaption"))


def test_an_entity_that_sent_nothing_says_so() -> None:
    assert "Inget har skickats in än." in texts_of(entity(OFFICER, UNIT, (), ()), "p")
