"""A lattice seen along one axis: its lines, its crossings, what is known of them before any search."""

from __future__ import annotations

from tests.aggregates.tables import along, down, places

REPORT = """
        | Budget | Utfall | Andel
Skola   | 512.5  | 487.2  | 95.1%
Vård    | 231.5  |        | 114.2%
Kultur  | 87.1   | x      | 73.6%
Teknik  | 64.2   | 61.9   | 96.4%

Summa   | 895.3  | 549.1  | 61.3%
! bold 7
"""


def test_lines_are_rows_down_the_columns_and_columns_along_the_rows() -> None:
    rows, columns = down(REPORT), along(REPORT)

    assert (places(rows, rows.lines), places(columns, columns.lines)) == ("2 3 4 5 7", "B C D")
    assert (rows.names[0], rows.names[4]) == ("Skola", "Summa")
    assert columns.names == ("Budget", "Utfall", "Andel")
    assert (rows.places, rows.crossings) == (columns.crossings, columns.places)
    assert (rows.values == columns.values.T).all()


def test_what_is_absent_is_nought_and_known_to_be_absent() -> None:
    rows = down(REPORT)

    assert rows.values[:, 1].tolist() == [487.2, 0, 0, 61.9, 549.1]
    assert rows.present[:, 1].tolist() == [True, False, False, True, True]
    assert rows.withheld[:, 1].tolist() == [False, False, True, False, False]


def test_every_figure_has_half_a_step_and_the_variance_of_an_even_error() -> None:
    rows = down(REPORT)

    assert rows.half[0].tolist() == [0.05, 0.05, 0.05]
    assert (rows.variance == rows.half**2 / 3).all()
    assert (rows.size >= 0).all()


def test_names_say_which_lines_are_totals_and_which_are_ratios() -> None:
    rows, columns = down(REPORT), along(REPORT)

    assert rows.totals.tolist() == rows.called.tolist() == [False, False, False, False, True]
    assert columns.ratios.tolist() == [False, False, True]


def test_percentages_need_not_add_up() -> None:
    assert down(REPORT).shares.tolist() == [[False, False, True]] * 5
    assert (along(REPORT).shares == down(REPORT).shares.T).all()


def test_rows_are_stressed_and_columns_never() -> None:
    assert down(REPORT).stressed == {4}
    assert along(REPORT).stressed == frozenset()


def test_rows_fall_into_bands_where_one_holds_no_number() -> None:
    bands = along(REPORT).bands

    assert bands is not None
    assert [band.tolist() for band in bands] == [[0, 1, 2, 3], [4]]
    assert down(REPORT).bands is None


def test_one_column_alone_has_nothing_to_agree_with() -> None:
    assert down("Skola | 512\nVård | 231").is_single
    assert not along("Skola | 512\nVård | 231").is_single


class TestAnAmountThatAllFiguresAreMultiplesOf:
    def test_is_one_step_in_most_tables(self) -> None:
        assert down("512 | 0.5\n231 | 0.3\n87 | 0.7").grain.tolist() == [1, 0.1]

    def test_is_more_in_round_ones(self) -> None:
        assert down("2500 | 12000\n1000 | -18000\n-1500 | 6000").grain.tolist() == [500, 6000]

    def test_is_one_where_there_is_nothing_but_zeros(self) -> None:
        assert down("0 | 12\n0 | 35").grain.tolist() == [1, 1]


class TestTheChanceThatTwoFiguresAreEqual:
    def test_is_that_of_drawing_two_of_them(self) -> None:
        marks = "\n".join("4 | 4117" if row % 2 else f"5 | {2306 + row}" for row in range(8))
        common = down(marks).common

        assert common[0] == 2 * (4 * 3) / (8 * 7)

    def test_is_not_told_by_few_figures_nor_by_few_that_are_equal(self) -> None:
        different = "\n".join(f"{4117 + 13 * row} | 7" for row in range(12))

        assert down("4 | 4\n4 | 4\n4 | 4").common.tolist() == [0, 0]
        assert down(different).common.tolist() == [0, 1]


def test_the_spread_of_a_line_is_that_of_its_middle_figures() -> None:
    years = " | ".join(str(3000 + 10 * place) for place in range(1, 12))
    spread = down(f"512 | 487 | 231\n{years}").spread

    assert spread.tolist() == [float("inf"), 80]


def test_an_amount_that_no_double_holds_is_passed_over() -> None:
    face = down(f"Skola | {10**15 + 1} | 512\nVård | 487 | 231")

    assert face.present.tolist() == [[False, True], [True, True]]
