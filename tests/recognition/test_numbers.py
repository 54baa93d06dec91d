"""Numbers on a sheet that nobody described: which cells hold one, and how finely it is meant."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.amounts import Figure
from syditval.recognition.amount_text import Mark
from syditval.recognition.numbers import figures_of, numbers_on, sheet_mark
from tests.recognition.found import grid


def values(text: str) -> str:
    """The numbers on a sheet in the order of reading, rows apart by semicolons."""
    found = numbers_on(grid(text))
    rows = sorted({row for row, _ in found})
    return "; ".join(
        " ".join(f"{found[place].value:f}" for place in sorted(found) if place[0] == row) for row in rows
    )


def figures(text: str) -> list[Figure]:
    """The figures of a sheet in the order of reading."""
    drawn = grid(text)
    found = figures_of(drawn, numbers_on(drawn))
    return [found[place] for place in sorted(found)]


def steps(text: str) -> str:
    """To what each figure is written, in the order of reading."""
    return " ".join(format(figure.step, "f") for figure in figures(text))


class TestTheDecimalMarkOfASheet:
    @pytest.mark.parametrize(
        ("texts", "mark"),
        [
            ("13,9 | 5", Mark.COMMA),
            ("13.9 | 5", Mark.POINT),
            ("1.652,37", Mark.COMMA),
            ("1,652.37", Mark.POINT),
            ("341,627 | 138", Mark.POINT),  # thousands, as nothing else is a fraction
            ("341.627 | 138", Mark.COMMA),
            ("0,123 | 0,456", Mark.COMMA),  # nobody writes 0 123
            ("0.123 | 0.456", Mark.POINT),
            ("-0,123 | 1,456", Mark.COMMA),
            ("$1,250.50", Mark.POINT),
            ("341,627 | 13,9", Mark.COMMA),  # what only one mark explains decides
            ("512 | Skola", Mark.COMMA),
            ("", Mark.COMMA),
        ],
    )
    def test_is_what_its_texts_can_only_mean(self, texts: str, mark: Mark) -> None:
        assert sheet_mark(text.strip() for text in texts.split("|")) is mark

    def test_settles_what_each_amount_is_worth(self) -> None:
        assert values('341,627 | "138"') == "341627 138"
        assert values('0,123 | "138"') == "0.123 138"
        assert values("341,627 | 13,9") == "341.627 13.9"


class TestANumber:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("-43306", "-43306"),
            ("1 652", "1652"),
            ("(230)", "-230"),
            ("−230", "-230"),
            ("$ 1 250", "1250"),
            ("1 250 €", "1250"),
            ("*512", "512"),
            ("512r", "512"),
            ("95,1 %", "95.1"),
            ("=SUM(B2:B3) -> 12", "12"),
        ],
    )
    def test_is_stored_as_one_or_reads_as_one(self, cell: str, value: str) -> None:
        assert values(cell) == value

    @pytest.mark.parametrize(
        "cell", ["-", "..", "x", "Skola", "12 106 3 463", "2024-04-30 {date}", "#REF!", "=B1*2", "ca 400"]
    )
    def test_is_nothing_else(self, cell: str) -> None:
        assert values(f"{cell} | 512") == "512"

    def test_with_a_per_cent_format_is_in_per_cent(self) -> None:
        found = numbers_on(grid("13.9% | 13,9 % | 13.9"))

        assert [each.percent for each in found.values()] == [True, True, False]
        assert [each.value for each in found.values()] == [Decimal("13.9")] * 3


class TestHeadings:
    def test_a_row_of_years_is_one(self) -> None:
        assert values("Kommun | 2022 | 2023\nNord | 4117 | 3981") == "4117 3981"

    def test_so_is_a_column_of_years(self) -> None:
        assert values("2021 | 4117\n2022 | 3981\n2023 | 4870") == "4117; 3981; 4870"

    def test_a_year_among_amounts_is_an_amount(self) -> None:
        assert values("Nord | 2022 | 3981\nSyd | 2306 | 2874") == "2022 3981; 2306 2874"

    def test_so_is_a_single_one_below_other_figures(self) -> None:
        """And one above them all is a heading."""
        assert values("Skola | 2306\nVård | 1950\nSumma | 4256") == "2306; 1950; 4256"
        assert values(" | 2023\nSkola | 2306\nVård | 1850") == "2306; 1850"

    def test_so_is_what_stands_in_a_row_called_a_total(self) -> None:
        assert values("Skola | 1011 | 950\nVård | 1002 | 1100\nSumma | 2013 | 2050").endswith("; 2013 2050")

    def test_what_counts_the_rows_is_no_figure(self) -> None:
        assert values("1 | 4117\n2 | 3981\n3 | 4870") == "4117; 3981; 4870"
        assert values("0 | 4117\n1 | 3981\n2 | 4870") == "4117; 3981; 4870"

    def test_nor_is_what_counts_the_columns(self) -> None:
        assert values("1 | 2 | 3\n4117 | 3981 | 4870") == "4117 3981 4870"

    @pytest.mark.parametrize("counted", ["1\n2", "2\n3\n4", "1\n2\n4", "3\n2\n1"])
    def test_a_few_small_figures_count_nothing(self, counted: str) -> None:
        assert values(counted) == counted.replace("\n", "; ")


class TestTheStep:
    """How finely a figure is meant: 12 in a column of one decimal is 12.0."""

    @pytest.mark.parametrize(
        ("column", "each"),
        [
            ("512\n487\n231", "1 1 1"),
            ("13.9\n12\n11.2", "0.1 0.1 0.1"),
            ("13.9\n12\n11", "0.1 1 1"),  # one figure is no habit; it keeps its own place
            ("13,9\n12,0\n11,2", "0.1 0.1 0.1"),
        ],
    )
    def test_is_a_habit_of_the_column(self, column: str, each: str) -> None:
        assert steps(column) == each

    def test_is_its_own_for_each_column(self) -> None:
        assert steps("512 | 95.1\n231 | 114.5\n87 | 73.5") == "1 0.1 1 0.1 1 0.1"

    def test_is_one_in_a_row_of_whole_amounts_among_columns_of_decimals(self) -> None:
        shares = "40.1 | 40.2 | 39.9 | 40.4\n59.9 | 59.8 | 60.1 | 59.6"

        assert steps(f"{shares}\n512 | 487 | 231 | 264") == " ".join(["0.1"] * 8 + ["1"] * 4)

    def test_of_decimals_that_a_program_padded_is_that_of_what_it_takes_to_write_them(self) -> None:
        """Four decimals everywhere are a format; two are how amounts are written."""
        assert steps("512,0000 | 487,5000\n231,0000 | 264,5000") == "1 0.1 1 0.1"
        assert steps("512,00 | 487,50\n231,00 | 264,50") == "0.01 0.01 0.01 0.01"

    def test_is_a_base_that_all_counts_are_multiples_of(self) -> None:
        fives = "\n".join(
            f"{5 * a} | {5 * b}" for a, b in zip(range(11, 27, 2), range(40, 120, 10), strict=True)
        )

        assert set(steps(fives).split()) == {"5"}
        assert set(steps(fives.replace("55 |", "56 |")).split()) == {"1"}

    def test_is_no_base_of_few_figures_or_of_larger_multiples(self) -> None:
        tens = "\n".join(f"{10 * a} | {30 + 10 * a * a}" for a in range(11, 19))

        assert steps("55 | 65\n75 | 85") == "1 1 1 1"
        assert set(steps(tens).split()) == {"1"}


class TestAFigure:
    def test_keeps_what_was_written_and_the_formula(self) -> None:
        (text,) = figures("1 652,5")
        (formula,) = figures("=SUM(B2:B3) -> 12")

        assert (text.written, text.value, text.cell.a1) == ("1 652,5", Decimal("1652.5"), "A1")
        assert (formula.written, formula.formula) == ("12", "=SUM(B2:B3)")

    def test_is_shown_coarser_where_its_format_says_so(self) -> None:
        shown, plain = figures("1652.37 {0} | 1652.37")

        assert (shown.shown, shown.shown_step) == (Decimal(1652), Decimal(1))
        assert (plain.shown, plain.shown_step) == (None, None)

    def test_in_per_cent_is_as_fine_as_it_is_stored(self) -> None:
        (share,) = figures("13.9%")

        assert (share.value, share.step, share.shown) == (Decimal("13.9"), Decimal("0.1"), None)

    def test_has_no_noise_of_doubles(self) -> None:
        noisy, plain = figures("4833359.70999975 | 512.25")

        assert (noisy.value, plain.value) == (Decimal("4833359.71000"), Decimal("512.25"))


@given(st.lists(st.integers(-(10**7), 10**7), min_size=1, max_size=12), st.integers(0, 2))
def test_every_amount_reads_the_same_stored_and_written(amounts: list[int], places: int) -> None:
    """But for years, counters and more digits than a spreadsheet vouches for: none of these is here."""
    exact = [Decimal(amount * 10**4 + 9999).scaleb(-places) for amount in amounts]
    stored = figures("\n".join(f"{amount:f}" for amount in exact))
    texts = figures("\n".join(f"{amount:f}".replace(".", ",") + " kr" for amount in exact))

    assert [each.value for each in stored] == [each.value for each in texts] == exact
