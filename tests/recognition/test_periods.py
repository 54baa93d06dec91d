"""The date a table speaks of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.recognition.periods import Month, is_mid_month, month_of, period_of, year_of


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


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Utfall 240430", Month(4, 2024)),
        ("2024-04", Month(4, 2024)),
        ("202401-202404", Month(4, 2024)),
        ("2024 jan-apr", Month(4, 2024)),
        ("jan-apr", Month(4, None)),
        ("Januari–augusti", Month(8, None)),
        ("t.o.m. sept.", Month(9, None)),
        ("30 april", Month(4, None)),
        ("tertial 1", Month(4, None)),
        ("Tertialrapport 2 2024", Month(8, 2024)),
        ("T3", Month(12, None)),
        ("andra kvartalet", Month(6, None)),
        ("Kv 1 2024", Month(3, 2024)),
        ("Delår 1", None),
        ("Prognos 2", None),
        ("tertial 4", None),
        ("Marknad och majoritet", None),
        ("2016–2019", None),
    ],
)
def test_a_month_is_read_without_its_year_too(text: str, month: Month | None) -> None:
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "is_mid"),
    [
        ("2024-05-08", True),
        ("8 maj 2024", True),
        ("den 12 juni", True),
        ("2024-04-30", False),
        ("2024-01-01--2024-04-30", False),
        ("30 april", False),
        ("april 2024", False),
    ],
)
def test_a_day_in_the_middle_of_a_month_is_told_from_its_end(text: str, is_mid: bool) -> None:
    assert is_mid_month(text) is is_mid


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_month_of_every_day(day: date) -> None:
    assert month_of(f"{day:%y%m%d}") == month_of(f"{day:%Y-%m}") == Month(day.month, day.year)
