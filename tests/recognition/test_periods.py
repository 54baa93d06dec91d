"""The date a table speaks of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.recognition.periods import period_of, year_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Utfall 240430", "2024-04-30"),
        ("Bokfört t.o.m. 240430", "2024-04-30"),
        ("2024-05-08", "2024-05-08"),
        ("kommunen 2021-12-31", "2021-12-31"),
        ("20240430", "2024-04-30"),
        ("till och med 30 april 2024", "2024-04-30"),
        ("Månadsuppföljning april 2024", "2024-04-30"),
        ("jan-apr 2024", "2024-04-30"),
        ("januari–augusti 2021", "2021-08-31"),
        ("Jan-Sept 2022", "2022-09-30"),
        ("sep. 2022", "2022-09-30"),
        ("februari 2024", "2024-02-29"),
        ("Period 201702", "2017-02-28"),
        ("T1 2024", "2024-04-30"),
        ("Tertial 2 2024", "2024-08-31"),
        ("kvartal 3, 2024", "2024-09-30"),
    ],
)
def test_dates_are_read_as_reports_write_them(text: str, day: str) -> None:
    assert period_of([text]) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Budget 2024",
        "30 april",
        "Prognos 2",
        "Marknad 2024",
        "Projekt 240431",
        "Konto 990000",
        "kvartal 5 2024",
        "T4 2024",
        "2016–2019",
    ],
)
def test_what_is_no_full_date_gives_no_period(text: str) -> None:
    assert period_of([text]) == ""


def test_of_several_dates_the_last_counts() -> None:
    assert period_of(["Budget 231231", "Utfall 240430", "Avvikelse"]) == "2024-04-30"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    written = [day.isoformat(), f"{day:%Y%m%d}", f"{day:%y%m%d}"]

    assert {period_of([text]) for text in written} == {day.isoformat()}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Utfall 2023", 2023),
        ("Utfall2013", 2013),
        ("Utfall 230430", 2023),
        ("Utfall 2024-04-30", 2024),
        ("Plan 2025-2027", 2027),
        ("Utfall", None),
        ("Konto 3010", None),
    ],
)
def test_a_heading_names_a_year_alone_or_in_a_date(text: str, year: int | None) -> None:
    assert year_of(text) == year


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert len(period_of([text])) in (0, 10)
    assert (year_of(text) or 1990) >= 1900
