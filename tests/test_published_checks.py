"""Sentences about a table are made into places of that table, or refused."""

from __future__ import annotations

import pytest

from tests.published_checks import Axis, Expected, Kind, expectations
from tests.published_tables import PublishedTable

TABLE = PublishedTable(
    "made up",
    "Drift",
    (("tkr", "Utfall", "Förändring", "Förändring", "Budget", "Avvikelse"),),
    (
        ("Skola", "110", "10", "10 %", "100", "10"),
        ("varav lov", "7", "7", "", "3", "4"),
        ("Vård", "60", "10", "20 %", "70", "– 10"),
        ("Summa", "170", "20", "13,3 %", "170", "0"),
        ("Kultur", "30", "5", "20 %", "30", "0"),
        ("Fritid", "21", "1", "5 %", "20", "1"),
        ("Summa", "50", "6", "13,6 %", "50", "1"),
    ),
)


def expected(sentence: str, reported: str, computed: str) -> Expected:
    check = {"check": sentence, "reported": reported, "computed": computed, "verdict": "holds"}
    (only,) = expectations(TABLE, [check])
    return only


class TestDownAColumn:
    def test_a_sum_is_found_among_rows_of_one_label_by_its_figures(self) -> None:
        found = expected("column 'Utfall': row 'Summa' = sum of 2 rows", "50", "51")

        assert (found.kind, found.axis, found.target) == (Kind.SUM, Axis.COLUMN, (6, 1))
        assert found.parts == ((1, (4, 1)), (1, (5, 1)))
        assert found.places == {(6, 1), (4, 1), (5, 1)}

    def test_an_of_which_row_may_be_left_out(self) -> None:
        found = expected("column 'Utfall': row 'Summa' = sum of 2 rows", "170", "170")

        assert found.parts == ((1, (0, 1)), (1, (2, 1)))

    def test_of_columns_with_one_heading_it_is_the_one_whose_figures_fit(self) -> None:
        found = expected("column 'Förändring': row 'Summa' = sum of 2 rows", "20", "20")

        assert found.target == (3, 2)

    def test_what_fits_by_chance_does_not_fit_the_other_columns(self) -> None:
        sentence = "column '{}': row 'Summa' = sum of 2 rows"
        checks = [
            {"check": sentence.format(name), "reported": reported, "computed": computed, "verdict": "holds"}
            for name, reported, computed in (
                ("Avvikelse", "0", "0"),
                ("Utfall", "170", "170"),
                ("Budget", "170", "170"),
            )
        ]
        found = expectations(TABLE, checks)

        assert {tuple(row for _, (row, _) in each.parts) for each in found} == {(0, 2)}

    def test_income_less_outlay_is_a_difference(self) -> None:
        found = expected("column 'Utfall': row 'Vård' = sum of 2 rows", "60", "80")

        assert found.kind is Kind.DIFFERENCE
        assert found.parts == ((1, (0, 1)), (-1, (4, 1)))


class TestAcrossARow:
    def test_a_difference_of_columns(self) -> None:
        found = expected("row 'Vård' (#2): Avvikelse = Utfall - Budget", "– 10", "-10")

        assert (found.kind, found.axis, found.target) == (Kind.DIFFERENCE, Axis.ROW, (2, 5))
        assert found.parts == ((1, (2, 1)), (-1, (2, 4)))

    def test_a_sum_of_columns(self) -> None:
        found = expected("row 'Skola' (#0): Utfall = Budget + Avvikelse", "110", "110")

        assert (found.kind, found.count) == (Kind.SUM, 2)

    def test_a_share(self) -> None:
        found = expected("row 'Summa' (#6): Förändring = Utfall / Budget", "13,6 %", "100")

        assert (found.kind, found.parts) == (Kind.PERCENTAGE, ((1, (6, 1)), (1, (6, 4))))

    def test_a_change_and_what_it_led_to(self) -> None:
        found = expected("row 'Skola' (#0): Förändring % = change / (utfall - change)", "10 %", "10.000")

        assert (found.target, found.parts) == ((0, 3), ((1, (0, 2)), (1, (0, 1))))

    def test_a_change_below_the_rows_it_is_about(self) -> None:
        table = PublishedTable(
            "made up",
            "Invest",
            (("", "2020", "2021"),),
            (("Utgifter", "100", "125"), ("Förändring, %", "", ""), ("Utgifter", "", "25,0")),
        )
        check = {"reported": "25,0", "computed": "25.000", "verdict": "holds"}
        (found,) = expectations(table, [{"check": "row 'Utgifter' (#2): change % 2021 vs 2020", **check}])

        assert (found.kind, found.target) == (Kind.PERCENTAGE, (2, 2))
        assert found.parts == ((1, (0, 2)), (1, (0, 1)))


@pytest.mark.parametrize(
    "sentence", ["prose total vs column sum", "cross-edition: row 'Vård' Utfall 2020 vs 2021 edition"]
)
def test_what_needs_more_than_the_table_is_out_of_scope(sentence: str) -> None:
    found = expected(sentence, "1", "2")

    assert (found.kind, found.axis, found.target, found.places) == (
        Kind.OUT_OF_SCOPE,
        None,
        None,
        frozenset(),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "column 'Utfall': row 'Summa' = sum of 3 rows",
        "column 'Utfall': row 'Trafik' = sum of 2 rows",
        "row 'Skola' (#0): Avvikelse = Utfall - Budget",
    ],
)
def test_a_check_about_nothing_in_the_table_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match="nothing in the table"):
        expected(sentence, "170", "999")
