"""Lines that are one line over another."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.ratios import ratios
from tests.aggregates.tables import along, found, written


def test_percentages_and_changes_in_one_table() -> None:
    table = """
            | Budget | Utfall | Andel i % | Utfall 2022 | Förändring 2022-2023 i %
    Skola   | 51243  | 48718  | 95.1      | 47911       | 1.7
    Vård    | 23187  | 26434  | 114.0     | 25103       | 5.3
    Kultur  | 8741   | 6422   | 73.5      | 6630        | -3.1
    Teknik  | 15020  | 14988  | 99.8      | 13204       | 13.5
    """
    assert set(found(table)) >= {"D = C in % of B (4 of 4)", "F = change in % from E to C (4 of 4)"}


def test_a_line_has_one_reading_and_three_lines_have_one() -> None:
    table = """
            | Budget | Utfall | Andel
    Skola   | 51243  | 48718  | 95.1
    Vård    | 23187  | 26434  | 114.0
    Kultur  | 8741   | 6422   | 73.5
    Teknik  | 15020  | 14988  | 99.8
    """
    (only,) = ratios(along(table))

    assert (only.reading.target, only.reading.part, only.reading.whole) == (2, 1, 0)


def test_a_product_is_stated_as_its_first_factor() -> None:
    """Price times number is the amount: the price is the amount over the number."""
    table = """
            | Pris  | Antal | Belopp
    Bord    | 1250  | 17    | 21250
    Stol    | 431   | 64    | 27584
    Lampa   | 219   | 87    | 19053
    Skåp    | 3120  | 13    | 40560
    """
    assert found(table) == ["B = D / C (4 of 4)"]


def test_rows_are_quotients_too() -> None:
    table = """
             | 2020  | 2021  | 2022  | 2023  | 2024  | 2025  | 2026
    Kostnad  | 51243 | 48718 | 52017 | 53118 | 55204 | 49833 | 57741
    Intäkt   | 23187 | 26434 | 24501 | 24970 | 28113 | 22909 | 30117
    Täckningsgrad | 45.2% | 54.3% | 47.1% | 47.0% | 50.9% | 46.0% | 52.2%
    """
    assert found(table) == ["4 = 3 in % of 2 (7 of 7)"]


@pytest.mark.parametrize("wrong", ["73.5", "74.5"])
def test_a_wrong_percentage_leaves_the_others(wrong: str) -> None:
    table = f"""
            | Budget | Utfall | Andel
    Skola   | 51243  | 48718  | 95.1
    Vård    | 23187  | 26434  | 114.0
    Kultur  | 8741   | 6422   | {wrong}
    Teknik  | 15020  | 14988  | 99.8
    """
    (share,) = ratios(along(table))

    assert share.holds.tolist() == [True, True, wrong == "73.5", True]


def test_two_lines_have_no_quotient() -> None:
    assert ratios(along("Skola | 512 | 95.1\nVård | 231 | 114.0")) == []


@given(st.integers(0, 2**32).map(random.Random))
def test_figures_without_a_connection_are_no_quotients(dice: random.Random) -> None:
    rows = {f"Rad {row}": [dice.randint(1000, 9999) for _ in range(5)] for row in range(8)}

    assert ratios(along(written(rows))) == []


@given(st.integers(0, 2**32).map(random.Random))
def test_percentages_of_amounts_out_of_a_hat_are_always_found(dice: random.Random) -> None:
    """Printed to a tenth of a per cent of what lies behind the printed thousands."""
    heading = " | Budget | Utfall | Utfall i % av budget"
    pairs = [(dice.randint(10**7, 10**8), dice.randint(10**7, 10**8)) for _ in range(6)]
    rows = [
        f"Rad {row} | {round(budget, -3) // 1000} | {round(actual, -3) // 1000} | {100 * actual / budget:.1f}"
        for row, (budget, actual) in enumerate(pairs)
    ]
    assert found("\n".join([heading, *rows])) == ["D = C in % of B (6 of 6)"]


def test_a_product_is_stated_as_its_first_factor_where_the_figures_speak_for_the_second() -> None:
    """Numbers of one and two say little of themselves; it is the price that is found."""
    table = """
    Vara   | Antal | Pris   | Belopp
    Penna  | 1     | 12.50  | 12.50
    Block  | 2     | 31.90  | 63.80
    Lampa  | 1     | 249.00 | 249.00
    Bord   | 2     | 895.00 | 1790.00
    Stol   | 2     | 412.00 | 824.00
    Hylla  | 1     | 178.00 | 178.00
    """

    assert found(table) == ["B = D / C (6 of 6)"]
