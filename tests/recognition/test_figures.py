"""Cells to figures: their worth, their precision, and what cannot be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cells import Cell, CellKind, Sheet
from syditval.model.table import ColumnType, Row, RowRole
from syditval.recognition.figures import FigureReader, is_number
from syditval.recognition.grid import Grid
from tests.recognition.found import grid
from tests.text_tables import sheet

AMOUNT, PERCENT, COUNT = ColumnType.AMOUNT, ColumnType.PERCENT, ColumnType.COUNT


def read(drawn: Grid, holds: ColumnType = AMOUNT, unit: Unit = Unit.TKR) -> tuple[Decimal, list[Figure]]:
    """The step and the figures of a sheet's first column."""
    rows = [Row(number, RowRole.DETAIL, "", "") for number in range(1, max(drawn.rows) + 1)]
    step, figures = FigureReader(drawn, rows, [1], unit).column(1, holds)
    return step, list(figures.values())


def values(cells: str, holds: ColumnType = AMOUNT) -> str:
    """A column of cells set off by semicolons, as their values, or their states where they have none."""
    _, figures = read(grid(cells.replace(";", "\n")), holds)
    return "; ".join(str(figure.state if figure.value is None else figure.value) for figure in figures)


def formatted(number: str, number_format: str, holds: ColumnType = AMOUNT) -> Figure:
    """The figure of one stored number with a number format."""
    cell = Cell(CellKind.NUMBER, Decimal(number), None, number_format)
    (figure,) = read(Grid(Sheet("Drift", {(1, 1): cell})), holds)[1]
    return figure


class TestStates:
    def test_a_blank_a_dash_and_a_zero_are_three_things(self) -> None:
        assert values("0; - ; ;1") == "0; nil; blank; 1"
        assert values('"0"; Ej aktuellt; .. ;1') == "0; nil; nil; 1"

    @pytest.mark.parametrize(
        ("cell", "state"),
        [
            ("ca 400", "unreadable amount"),
            ("12 106 3 463", "unreadable amount"),
            ("13,9 %", "unreadable amount"),
            ("400 mkr", "other unit"),
            ("#REF!", "error value"),
            ("=B1*2", "not calculated"),
        ],
    )
    def test_what_cannot_be_read_has_a_state_and_no_value(self, cell: str, state: str) -> None:
        (figure,) = read(grid(cell))[1]

        assert figure.value is None
        assert figure.state == FigureState(state.removesuffix(" amount"))
        assert not figure.readable

    @pytest.mark.parametrize(
        ("kind", "value", "written"),
        [(CellKind.BOOLEAN, True, "TRUE"), (CellKind.BOOLEAN, False, "FALSE")],
    )
    def test_a_truth_value_is_no_amount(self, kind: CellKind, value: bool, written: str) -> None:
        (figure,) = read(Grid(Sheet("Drift", {(1, 1): Cell(kind, value)})))[1]

        assert (figure.state, figure.written) == (FigureState.UNREADABLE, written)

    def test_a_cell_of_blanks_is_blank(self) -> None:
        (figure,) = read(Grid(Sheet("Drift", {(1, 1): Cell(CellKind.TEXT, "  ")})))[1]

        assert figure.state is FigureState.BLANK

    def test_a_formula_is_read_by_its_stored_result_and_kept(self) -> None:
        (figure,) = read(grid("=SUM(B1:B9) -> 1652"))[1]

        assert (figure.value, figure.formula, figure.written) == (1652, "=SUM(B1:B9)", "1652")

    def test_what_is_written_is_kept_as_it_stands(self) -> None:
        figures = read(grid('- 43 306\nca 400\n12.50\n#REF!\n=A1\n""'))[1]

        assert [figure.written for figure in figures] == ["- 43 306", "ca 400", "12.50", "#REF!", "", ""]


class TestUnits:
    def test_the_tables_own_unit_may_stand_beside_an_amount(self) -> None:
        assert values("1 200 tkr;400 kkr;500") == "1200; 400; 500"

    def test_another_unit_is_never_converted(self) -> None:
        assert values("1 200 tkr;1,2 mkr;1 200 000 kr") == "1200; other unit; other unit"

    def test_a_percentage_has_no_unit_of_money(self) -> None:
        assert values("13,9 tkr;13,9 mkr;13,9 %", PERCENT) == "unreadable; unreadable; 13.9"


class TestPercentages:
    """As 13,9, as 0,139 with a % format, and as "13,9 %": in one column, too."""

    def test_are_read_in_all_three_forms(self) -> None:
        assert values("13.9;13.9%;13,9 %", PERCENT) == "13.9; 13.900; 13.9"

    @pytest.mark.parametrize("number_format", ["0.0%", "0%", "0.00 %", "#,##0.0%;[Red]-0.0%"])
    def test_a_percent_format_multiplies_by_a_hundred(self, number_format: str) -> None:
        assert formatted("0.139", number_format, PERCENT).value == Decimal("13.9")

    @pytest.mark.parametrize("number_format", ['0.0" %"', r"0.0\%", "General", "0.0"])
    def test_a_percent_sign_that_is_only_shown_does_not(self, number_format: str) -> None:
        assert formatted("13.9", number_format, PERCENT).value == Decimal("13.9")

    def test_an_amount_is_not_scaled_by_its_format(self) -> None:
        assert formatted("0.139", "0.0%").value == Decimal("0.139")


class TestSteps:
    def test_a_column_is_as_fine_as_its_habit(self) -> None:
        step, figures = read(grid("13.9\n5\n48\n11.2\n47.9"), PERCENT)

        assert step == Decimal("0.1")
        assert {figure.step for figure in figures} == {Decimal("0.1")}

    def test_one_stray_long_decimal_is_fine_alone(self) -> None:
        """It neither widens nor kills the tolerance of its neighbours."""
        step, figures = read(grid("3000\n2533\n1652.3700001\n2196\n1953"))

        assert step == 1
        assert [str(figure.step) for figure in figures] == ["1", "1", "0.01", "1", "1"]

    def test_texts_count_with_the_decimals_they_are_written_with(self) -> None:
        assert read(grid("1 074,0\n2748,6\n12,8"))[0] == Decimal("0.1")
        assert read(grid("- 43 306\n12 106"))[0] == 1

    def test_a_blank_is_as_fine_as_its_column(self) -> None:
        figures = read(grid('400\n""\n-\n1200'))[1]

        assert {figure.step for figure in figures} == {Decimal(1)}

    def test_counts_are_exact(self) -> None:
        step, figures = read(grid("12\n13.5"), COUNT)

        assert step == 0
        assert {figure.step for figure in figures} == {Decimal(0)}

    def test_a_column_of_nothing_has_whole_steps(self) -> None:
        assert read(grid("-\n-"))[0] == 1


class TestWhatIsShown:
    """1 652.37 displayed as 1 652: both are kept, the stored figure first."""

    @pytest.mark.parametrize(
        ("number_format", "shown", "step"),
        [
            ("#,##0", "1652", "1"),
            ("0", "1652", "1"),
            ("0.0", "1652.4", "0.1"),
            ("# ##0;-# ##0", "1652", "1"),
            ('#,##0" kr"', "1652", "1"),
            ("#,##0_);(#,##0)", "1652", "1"),
            ("[Red]#,##0", "1652", "1"),
            ("(#,##0)", "1652", "1"),
        ],
    )
    def test_a_format_with_fewer_places_shows_a_rounded_figure(
        self, number_format: str, shown: str, step: str
    ) -> None:
        figure = formatted("1652.37", number_format)

        assert figure.value == Decimal("1652.37")
        assert (figure.shown, figure.shown_step) == (Decimal(shown), Decimal(step))

    @pytest.mark.parametrize(
        "number_format", ["General", "0.00", "#,##0.000", "0.00E+00", "#,##0,", "yyyy-mm-dd", "@", ""]
    )
    def test_other_formats_show_nothing_that_we_could_compute(self, number_format: str) -> None:
        figure = formatted("1652.37", number_format)

        assert (figure.shown, figure.shown_step) == (None, None)

    def test_halves_are_shown_rounded_away_from_zero(self) -> None:
        assert [formatted(number, "0").shown for number in ("0.5", "1.5", "-2.5")] == [1, 2, -3]

    def test_a_percentage_is_shown_in_per_cent(self) -> None:
        figure = formatted("0.48063", "0.0%", PERCENT)

        assert (figure.value, figure.shown) == (Decimal("48.063"), Decimal("48.1"))


def test_the_decimal_mark_is_decided_for_the_whole_table() -> None:
    """ "202.000" is 202 000 in one table and 202 with three decimals in another."""
    rows = [Row(number, RowRole.DETAIL, "", "") for number in (1, 2)]
    swedish = grid('"202.000" | "121.194"\n13,9 | 12,5')
    english = grid('"202.000" | "121.5"\n"13.941" | "12.52"')

    for drawn, value in ((swedish, 202000), (english, 202)):
        figures = FigureReader(drawn, rows, [1, 2], Unit.MKR).column(1, AMOUNT)[1]
        assert figures[1].value == value


def test_a_column_may_be_read_as_more_than_one_thing() -> None:
    rows = [Row(1, RowRole.DETAIL, "", "")]
    reader = FigureReader(Grid(sheet("13.9%")), rows, [1], Unit.TKR)

    assert reader.column(1, PERCENT)[1][1].value == Decimal("13.9")
    assert reader.column(1, AMOUNT)[1][1].value == Decimal("0.139")


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("12", True),
        ("12 106", True),
        ("- 43 306", True),
        ("13,9 %", True),
        ("=A1", True),
        ("2024", True),
        ('"2024"', False),
        ('"240430"', False),
        ("Summa", False),
        ("-", False),
        ("#REF!", False),
    ],
)
def test_numbers_and_texts_that_read_as_numbers_count_as_figures(cell: str, counts: bool) -> None:
    (only,) = sheet(cell).cells.values()

    assert is_number(only) is counts
    assert not is_number(only._replace(kind=CellKind.BOOLEAN))
