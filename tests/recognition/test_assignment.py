"""Which role each column has where one heading may stand for several."""

from __future__ import annotations

import pytest

from tests.recognition.found import formula, roles, table_in

LINES = """
Skola   | {budget} | {booked} | {left} | {percent} | {forecast} | {variance}
"""

PROJECTS = [
    # budget, booked, remainder, per cent, forecast, variance
    ("Skola", 3000, 417, 2583, "13.9", 3100, -100),
    ("Badhus", 1953, 936, 1017, "47.9", 1900, 53),
    ("Vägar", 1652, 794, 858, "48.0", 1652, 0),
]


def investment(header: str, order: str) -> str:
    """An investment table with its figures in the order of some letters: b u r % p v."""
    fields = {letter: place for place, letter in enumerate("bur%pv", start=1)}
    lines = [[line[0], *(line[fields[letter]] for letter in order.split())] for line in PROJECTS]
    return header + "\n" + "\n".join(" | ".join(map(str, line)) for line in lines)


@pytest.mark.parametrize(
    ("header", "order", "found"),
    [
        (
            "Projekt | Budget | Bokfört | Avvikelse | Procent | Prognos | Avvikelse",
            "b u r % p v",
            "label budget booked remainder percent forecast variance",
        ),
        (
            "Projekt | Budget | Bokfört | Prognos | Avvikelse | Avvikelse | Procent",
            "b u p v r %",
            "label budget booked forecast variance remainder percent",
        ),
        (
            "Projekt | Budget | Prognos | Avvikelse | Bokfört | Avvikelse | Procent",
            "b p v u r %",
            "label budget forecast variance booked remainder percent",
        ),
        (
            "Projekt | Avvikelse | Avvikelse | Budget | Bokfört | Prognos | Procent",
            "v r b u p %",
            "label variance remainder budget booked forecast percent",
        ),
    ],
)
def test_two_columns_called_avvikelse_are_told_apart_by_arithmetic(
    header: str, order: str, found: str
) -> None:
    table = table_in(investment(header, order))

    assert roles(table) == found
    assert formula(table, "remainder") == "budget - booked by figures"


def test_and_by_place_where_the_figures_cannot_tell() -> None:
    """Nothing is booked and every forecast is the budget: both columns may be anything."""
    table = table_in("""
        Projekt | Budget | Bokfört | Avvikelse | Procent | Prognos | Avvikelse
        Skola   | -      | -       | -         | -       | -       | -
        Badhus  | 0      | 0       | 0         | 0       | 0       | 0
    """)

    assert roles(table) == "label budget booked remainder percent forecast variance"


def test_a_lone_avvikelse_of_budget_and_booked_is_what_remains() -> None:
    table = table_in(investment("Projekt | Budget | Bokfört | Avvikelse | Procent", "b u r %"))

    assert roles(table) == "label budget booked remainder percent"


def test_consumption_is_an_amount_where_it_is_subtracted_and_else_a_percentage() -> None:
    amount = table_in(
        investment("Projekt | Budget | Förbrukning | Återstår | Andel | Prognos | Avvikelse", "b u r % p v")
    )
    percentage = table_in(
        investment("Projekt | Budget | Utfall | Återstår | Förbrukning | Prognos | Avvikelse", "b u r % p v")
    )

    assert roles(amount) == roles(percentage) == "label budget booked remainder percent forecast variance"


def test_the_variance_to_date_and_that_of_the_year_are_told_apart() -> None:
    table = table_in("""
        Benämning | Budget ack | Utfall ack | Avvikelse | Årsbudget | Årsprognos | Avvikelse
        Intäkter  | -300       | -310       | 10        | -900      | -950       | 50
        Personal  | 160        | 170        | -10       | 500       | 480        | 20
        Lokaler   | 130        | 133        | -3        | 400       | 430        | -30
    """)

    assert roles(table) == "label period_budget actual period_variance budget forecast variance"
    assert formula(table, "variance") == "budget - forecast by figures"
    assert formula(table, "period_variance") == "period_budget - actual by figures"


def test_last_years_outcome_is_told_from_this_years_by_its_year() -> None:
    table = table_in("""
                 | Utfall 2023 | Budget 2024 | Utfall 2024 | Prognos 2024 | Avvikelse
        Intäkter | -800        | -900        | -300        | -950         | 50
        Personal | 510         | 500         | 170         | 480          | 20
    """)

    assert roles(table) == "label prior_year budget actual forecast variance"
