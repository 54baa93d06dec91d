"""What the names of lines say."""

from __future__ import annotations

import pytest

from syditval.aggregates.words import (
    alike,
    does_not_add_up,
    is_called_total,
    names_average,
    names_change,
    names_difference,
    names_of_which,
    names_ratio,
    names_total,
    tells_both,
)

# Names by what they say; "called" is a total that can hardly be anything else.
NAMES = """
Summa kostnader       | total called
Totalt                | total called
S:a                   | total called
  Delsumma            | total called
Grand total           | total called
Sub-total             | total called
Netto                 | total difference
Nettokostnad          | total difference
Årets resultat        | total difference
Alla kommuner         | total
Kommunen totalt       | total
Varav löner           | of-which
därav pensioner       | of-which
of which salaries     | of-which
Budget-avvikelse      | difference
Återstår              | difference
Remaining             | difference
Budget variance       | difference
Andel av budget       | ratio
Utfall i %            | ratio change
Kostnad per elev      | ratio
Hazard rate           | ratio
Täckningsgrad         | ratio
Genomsnitt            | ratio average
Medelvärde            | ratio average
Average               | ratio average
Avg. score            | average
Förändring            | change difference
Växt och ökning       | change
Growth                | change
Skola                 |
Summary               |
Allmän plats          |
Personal              |
Gradering             |
Separation            |
"""
ROWS = [[field.strip() for field in line.split("|")] for line in NAMES.strip("\n").splitlines()]


@pytest.mark.parametrize(("name", "says"), ROWS)
def test_names_say_what_a_line_holds(name: str, says: str) -> None:
    questions = {
        "total": names_total,
        "called": is_called_total,
        "of-which": names_of_which,
        "difference": names_difference,
        "ratio": names_ratio,
        "change": names_change,
        "average": names_average,
    }
    assert {what for what, asked in questions.items() if asked(name)} == set(says.split())


def test_what_is_called_a_total_is_named_as_one() -> None:
    called = [name for name, _ in ROWS if is_called_total(name)]

    assert len(called) == 6
    assert all(map(names_total, called))


@pytest.mark.parametrize(
    ("name", "one", "other", "tells"),
    [
        ("2009/2008", "2009", "2008", True),
        ("Utfall av budget", "Utfall", "Budget", True),
        ("Förändring 2009", "Utfall 2009", "Utfall 2008", False),
        ("Andel", "Utfall", "Budget", False),
        ("Utfall", "Utfall", "Utfall", False),
    ],
)
def test_a_name_may_repeat_what_tells_two_others_apart(name: str, one: str, other: str, tells: bool) -> None:
    assert tells_both(name, one, other) is tells
    assert tells_both(name, other, one) is tells


def test_names_are_alike_when_their_letters_are() -> None:
    assert alike(["Summa", "Skola", "SUMMA:", "", "summa 2", "", "Vård"]) == {"summa": [0, 2, 4]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Pris", True), ("Snittkostnad", True), ("Andel", True), ("Unit price", True), ("Utfall", False)],
)
def test_a_column_of_prices_or_averages_does_not_add_up(name: str, expected: bool) -> None:
    assert does_not_add_up(name) is expected
