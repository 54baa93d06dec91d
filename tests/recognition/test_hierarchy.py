"""What each total of a table is of, by its label or by the figures."""

from __future__ import annotations

from syditval.model.table import RowRole
from tests.recognition.found import rows, table_in

COSTS_ALONE = """
Benämning       | Budget | Utfall | Prognos | Avvikelse
Intäkter        | -5000  | -1700  | -5100   | 100
Personal        | 20000  | 6100   | 20500   | -500
Övrigt          | 5000   | 2000   | 5000    | 0
Summa kostnader | 25000  | 8100   | 25500   | -500
Nettokostnad    | 20000  | 6400   | 20400   | -400
"""

RUNNING = """
Benämning    | Budget | Utfall | Prognos | Avvikelse
Intäkter     | 5000   | 1000   | 5000    | 0
Kostnader    | -26000 | -9300  | -26000  | 0
Netto        | -21000 | -8300  | -21000  | 0
Skatter      | 22000  | 7000   | 22000   | 0
Resultat 1   | 1000   | -1300  | 1000    | 0
Räntor       | 20     | -10    | 20      | 0
Resultat     | 1020   | -1310  | 1020    | 0
"""

PARENTS = """
Benämning       | Budget | Utfall | Prognos | Avvikelse
Kommunstyrelsen | 37512  | 12871  | 37209   | 303
Kansli          | 14257  | 4614   | 14100   | 157
Ekonomi         | 23255  | 8257   | 23109   | 146
Revision        | 613    | 205    | 619     | -6
Byggnadsnämnden | 11807  | 3705   | 11964   | -157
Administration  | 1507   | 460    | 1466    | 41
Plan och bygg   | 10300  | 3245   | 10498   | -198
Summa           | 49932  | 16781  | 49792   | 140
"""


def sums(text: str) -> dict[int, tuple[int, ...]]:
    """The rows that each total is of, by row number; the first line is row 2."""
    return {each.total: each.parts for each in table_in(text).sums}


class TestSubtotals:
    def test_lines_since_the_subtotal_before_are_the_rule(self) -> None:
        plain = COSTS_ALONE.replace("Personal ", "Summa intäkter | -5000 | -1700 | -5100 | 100\nPersonal ")

        assert sums(plain) == {3: (2,), 6: (4, 5), 7: (2, 4, 5)}

    def test_a_sum_of_costs_leaves_out_the_revenue_above_them(self) -> None:
        assert sums(COSTS_ALONE)[5] == (3, 4)

    def test_also_where_one_of_its_columns_is_wrong(self) -> None:
        assert sums(COSTS_ALONE.replace("8100", "8010"))[5] == (3, 4)

    def test_a_running_result_is_of_all_lines_so_far(self) -> None:
        assert sums(RUNNING)[6] == (2, 3, 5)

    def test_a_subtotal_that_no_lines_explain_keeps_its_own(self) -> None:
        """It is then told as wrong, against the lines that it should hold."""
        assert sums(COSTS_ALONE.replace("25000  | 8100   | 25500", "777 | 888 | 999"))[5] == (2, 3, 4)

    def test_a_subtotal_of_no_lines_is_of_nothing(self) -> None:
        assert 6 not in sums(COSTS_ALONE.replace("Nettokostnad", "Netto | 7 | 8 | 9 | -2\nNettokostnad"))


class TestTheTotal:
    def test_is_of_all_lines(self) -> None:
        assert sums(COSTS_ALONE)[6] == (2, 3, 4)

    def test_is_of_the_subtotals_where_a_line_is_wrong(self) -> None:
        """Then the line's own subtotal is told, and the total is not."""
        assert sums(PARENTS.replace("4614", "4164"))[9] == (2, 5, 6)

    def test_leaves_out_loose_lines_that_it_is_not_of(self) -> None:
        outside = PARENTS.replace("49932  | 16781  | 49792   | 140", "49319  | 16576  | 49173   | 146")

        assert sums(outside)[9] == (2, 6)

    def test_of_its_own_section_alone_leaves_the_lines_above_out(self) -> None:
        own = "Benämning | Utfall | Budget | Avvikelse\nA | 31 | 52 | -21\nB | 43 | 65 | -22\nSumma | 74 | 117 | -43\n"

        assert sums(own + "C | 11 | 18 | -7\nD | 17 | 24 | -7\nSumma | 28 | 42 | -14") == {
            4: (2, 3),
            7: (5, 6),
        }

    def test_that_nothing_explains_is_of_all_lines(self) -> None:
        wrong = PARENTS.replace("49932  | 16781  | 49792   | 140", "1 | 2 | 3 | -2")

        assert sums(wrong) == {2: (3, 4), 6: (7, 8), 9: (3, 4, 5, 7, 8)}


class TestParents:
    def test_are_subtotals_of_the_lines_below_them(self) -> None:
        assert sums(PARENTS) == {2: (3, 4), 6: (7, 8), 9: (3, 4, 5, 7, 8)}
        assert rows(table_in(PARENTS), RowRole.SUBTOTAL) == ["Kommunstyrelsen", "Byggnadsnämnden"]

    def test_without_a_total_they_are_found_too(self) -> None:
        open_ended = PARENTS.rsplit("Summa", 1)[0]

        assert sums(open_ended) == {2: (3, 4), 6: (7, 8)}
        assert rows(table_in(open_ended), RowRole.TOTAL) == []

    def test_a_table_that_its_labels_explain_is_not_searched(self) -> None:
        """Kommunstyrelsen is then one line of its own among others, whatever adds up to it."""
        every = PARENTS.replace("49932  | 16781  | 49792   | 140", "99251  | 33357  | 98965   | 286")

        assert sums(every) == {9: (2, 3, 4, 5, 6, 7, 8)}


class TestParentsWithoutSigns:
    TABLE = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | 90714  | 31405  | 91226   | 512
Hyror     | 30213  | 10304  | 30619   | 406
Arrenden  | 60501  | 21101  | 60607   | 106
Kostnader | 80512  | 27718  | 81117   | -605
Personal  | 50208  | 17107  | 50415   | -207
Lokaler   | 30304  | 10611  | 30702   | -398
Resultat  | 10202  | 3687   | 10109   | -93
"""

    def test_what_stands_below_a_parent_of_revenue_is_revenue(self) -> None:
        """A result is revenue less cost, and a variance may run the other way on revenue."""
        table = table_in(self.TABLE)

        assert sums(self.TABLE) == {2: (3, 4), 5: (6, 7), 8: (3, 4, 6, 7)}
        assert table.total_weights == {6: -1, 7: -1}
        assert {3, 4} <= table.differences[0].reversed_rows

    def test_a_result_is_the_subtotal_of_revenue_less_that_of_cost(self) -> None:
        """Where no label says so of the lines."""
        lines = self.TABLE.strip("\n").splitlines()
        below = [lines[0], *lines[2:4], lines[1], *lines[5:7], lines[4], lines[7]]
        found = table_in("\n".join(below))

        assert {each.total: each.parts for each in found.sums} == {4: (2, 3), 7: (5, 6), 8: (4, 7)}
        assert found.total_weights == {7: -1}

    def test_and_a_plain_total_is_not(self) -> None:
        plain = self.TABLE.replace("10202  | 3687   | 10109 ", "171226 | 59123  | 172343")

        assert sums(plain)[8] == (3, 4, 6, 7)
        assert table_in(plain).total_weights == {}


class TestTotalsAboveTheirLines:
    TABLE = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Nettolån  | 6952   | 4158   | 7421    | -469
Primärt   | 3682   | 2793   | 4794    | -1112
Utlåning  | 2238   | 1100   | 2634    | -396
Räntor    | 1032   | 265    | -7      | 1039
"""

    def test_one_of_all_lines_is_the_table_s(self) -> None:
        assert sums(self.TABLE) == {2: (3, 4, 5)}
        assert rows(table_in(self.TABLE), RowRole.TOTAL) == ["Nettolån"]

    def test_lines_below_the_last_section_s_total_belong_to_the_table(self) -> None:
        sections = """
Benämning   | Budget | Utfall | Prognos | Avvikelse
Summa       | 12504  | 5357   | 12510   | -6
Summa inre  | 5920   | 3893   | 7428    | -1508
Primärt     | 3682   | 2793   | 4794    | -1112
Utlåning    | 2238   | 1100   | 2634    | -396
Summa yttre | 6584   | 1464   | 5082    | 1502
Räntor      | 1032   | 265    | -7      | 1039
Bidrag      | 5552   | 1199   | 5089    | 463
"""
        assert sums(sections) == {2: (4, 5, 7, 8), 3: (4, 5), 6: (7, 8)}
        assert rows(table_in(sections), RowRole.TOTAL) == ["Summa"]


def test_a_row_that_all_its_of_which_rows_add_up_to_is_a_sum_and_stays_a_line() -> None:
    every = PARENTS.replace("Kansli ", "varav kansli ").replace("Ekonomi ", "varav ekonomi ")

    assert sums(every)[2] == (3, 4)
    assert "Kommunstyrelsen" in rows(table_in(every), RowRole.DETAIL)
