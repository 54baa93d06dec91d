"""With which weight each line enters the total."""

from __future__ import annotations

from tests.recognition.found import table_in

HEADER = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"

UNSIGNED = """
Intäkter | 900 | 310 | 950 | 50
Personal | 500 | 170 | 480 | 20
Lokaler  | 400 | 130 | 435 | -35
"""

TWO_TOTALS = """
Unitand - UTB | -3748457  | -9025151  | 0 | 5276694
Unitand - FO  | -11414358 | -5824208  | 0 | -5590150
TOTALT        | -15162815 | -14849359 | 0 | -313456
Dentmed - UTB | -3183151  | -4324908  | 0 | 1141758
Dentmed - FO  | 7066892   | 785102    | 0 | 6281790
"""


def weights(lines: str) -> dict[str, int]:
    """The weights that are not +1, by the lines' labels."""
    table = table_in(HEADER + lines.strip())
    return {
        row.label: table.total_weights[row.number] for row in table.rows if row.number in table.total_weights
    }


def test_lines_add_up_plainly() -> None:
    assert (
        weights(
            "Intäkter | -900 | -300 | -950 | 50\nPersonal | 500 | 170 | 480 | 20\nSumma | -400 | -130 | -470 | 70"
        )
        == {}
    )


def test_a_wrong_total_is_still_a_plain_one() -> None:
    assert (
        weights("Intäkter | -900 | -300 | -950 | 50\nPersonal | 500 | 170 | 480 | 20\nSumma | 1 | 2 | 3 | 4")
        == {}
    )


def test_without_a_total_there_is_nothing_to_weigh() -> None:
    assert weights(UNSIGNED) == {}


class TestWithoutSigns:
    def test_a_result_is_revenue_less_cost(self) -> None:
        assert weights(UNSIGNED + "Resultat | 0 | 10 | 35 | 35") == {"Personal": -1, "Lokaler": -1}

    def test_a_net_cost_is_cost_less_revenue(self) -> None:
        assert weights(UNSIGNED + "Nettokostnad | 0 | -10 | -35 | 35") == {"Intäkter": -1}

    def test_a_plain_total_stays_plain(self) -> None:
        assert weights(UNSIGNED + "Summa | 1800 | 610 | 1865 | 35") == {}

    def test_one_wrong_column_does_not_change_the_reading(self) -> None:
        assert weights(UNSIGNED + "Resultat | 0 | 99 | 35 | 35") == {"Personal": -1, "Lokaler": -1}

    def test_most_columns_must_agree(self) -> None:
        assert weights(UNSIGNED + "Resultat | 0 | 99 | 99 | 35") == {}


class TestTwoTotals:
    def test_a_last_total_of_its_own_section_leaves_the_others_out(self) -> None:
        own = TWO_TOTALS + "TOTALT | 3883742 | -3539806 | 0 | 7423548"

        assert weights(own) == {"Unitand - UTB": 0, "Unitand - FO": 0}

    def test_a_grand_total_takes_all_lines(self) -> None:
        assert weights(TWO_TOTALS + "TOTALT | -11279074 | -18389165 | 0 | 7110092") == {}

    def test_a_total_that_fits_neither_takes_all_lines(self) -> None:
        assert weights(TWO_TOTALS + "TOTALT | 1 | 2 | 3 | 4") == {}
