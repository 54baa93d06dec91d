"""What is found in tables that nobody described, and what is not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates import Axis, find_aggregates, find_sums_of_rows
from syditval.model.relation import Form
from syditval.recognition.regions import number_sheets
from tests.aggregates.tables import found, lattice, line, written
from tests.text_tables import workbook
from tests.thorough import tries


class TestATotal:
    def test_stands_behind_its_parts(self) -> None:
        table = """
                | Budget | Utfall | Prognos
        Skola   | 51243  | 48718  | 52017
        Vård    | 23187  | 26434  | 24501
        Kultur  | 8741   | 6422   | 8090
        Summa   | 83171  | 81574  | 84608
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 3)"]

    def test_or_before_them(self) -> None:
        table = """
                | Budget | Utfall | Prognos
        Totalt  | 83171  | 81574  | 84608
        Skola   | 51243  | 48718  | 52017
        Vård    | 23187  | 26434  | 24501
        Kultur  | 8741   | 6422   | 8090
        """
        assert found(table) == ["2 = 3 + 4 + 5 (3 of 3)"]

    def test_or_between_them(self) -> None:
        table = """
                | Budget | Utfall | Prognos
        Lokaler | 51243  | 48718  | 52017
        Drift   | 74430  | 75152  | 76518
        Inköp   | 23187  | 26434  | 24501
        """
        assert found(table) == ["3 = 2 + 4 (3 of 3)"]

    def test_need_not_be_called_anything(self) -> None:
        """The columns agree on it."""
        table = """
                | Budget | Utfall | Prognos
        Skola   | 51243  | 48718  | 52017
        Vård    | 23187  | 26434  | 24501
        Kultur  | 8741   | 6422   | 8090
                | 83171  | 81574  | 84608
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 3)"]

    def test_of_a_single_column_is_found_where_it_is_named_or_too_large_for_chance(self) -> None:
        assert found("Skola | 4117\nVård | 2306\nKultur | 1204\nSumma | 7627") == ["4 = 1 + 2 + 3 (1 of 1)"]
        assert found("Skola | 4117\nVård | 2306\nKultur | 1204\n | 7627") == ["4 = 1 + 2 + 3 (1 of 1)"]

    def test_may_be_off_by_what_rounding_explains(self) -> None:
        table = """
                | Budget | Utfall | Prognos
        Skola   | 51243  | 48718  | 52017
        Vård    | 23187  | 26434  | 24501
        Kultur  | 8741   | 6422   | 8090
        Summa   | 83172  | 81574  | 84607
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 3)"]

    def test_is_printed_across_columns_as_well_as_down(self) -> None:
        table = """
                | Kvartal 1 | Kvartal 2 | Kvartal 3 | Året
        Skola   | 4117      | 3981      | 5120      | 13218
        Vård    | 2306      | 2874      | 2511      | 7691
        Summa   | 6423      | 6855      | 7631      | 20909
        """
        assert found(table) == ["4 = 2 + 3 (4 of 4)", "E = B + C + D (3 of 3)"]


class TestTotalsOfTotals:
    def test_add_up_subtotals_and_not_their_parts(self) -> None:
        table = """
                    | Budget | Utfall
        Skola       | 51243  | 48718
        Förskola    | 23187  | 26434
        Summa barn  | 74430  | 75152
        Hemtjänst   | 18402  | 17911
        Boende      | 30875  | 31260
        LSS         | 9120   | 9987
        Summa äldre | 58397  | 59158
        Totalt      | 132827 | 134310
        """
        assert found(table) == ["4 = 2 + 3 (2 of 2)", "8 = 5 + 6 + 7 (2 of 2)", "9 = 4 + 8 (2 of 2)"]

    def test_may_come_first_and_have_parents_before_their_children(self) -> None:
        table = """
                    | Budget | Utfall
        Totalt      | 132827 | 134310
        Barn        | 74430  | 75152
        Skola       | 51243  | 48718
        Förskola    | 23187  | 26434
        Äldre       | 58397  | 59158
        Hemtjänst   | 18402  | 17911
        Boende      | 30875  | 31260
        LSS         | 9120   | 9987
        """
        assert set(found(table)) == {"2 = 3 + 6 (2 of 2)", "3 = 4 + 5 (2 of 2)", "6 = 7 + 8 + 9 (2 of 2)"}

    def test_go_on_from_a_subtotal_to_the_result(self) -> None:
        table = """
                     | Budget | Utfall | Prognos
        Skola        | 51243  | 48718  | 52017
        Vård         | 23187  | 26434  | 24501
        Verksamheten | 74430  | 75152  | 76518
        Räntor       | 8741   | 6422   | 8090
        Resultat     | 83171  | 81574  | 84608
        """
        assert set(found(table)) == {"4 = 2 + 3 (3 of 3)", "6 = 4 + 5 (3 of 3)"}


class TestSections:
    def test_each_have_their_own_total(self) -> None:
        table = """
                    | Budget | Utfall
        Intäkter
        Avgifter    | 4117   | 3981
        Bidrag      | 2306   | 2874
        Hyror       | 1219   | 1102
        Summa       | 7642   | 7957

        Kostnader
        Löner       | 41830  | 40217
        Lokaler     | 9075   | 9120
        Övrigt      | 3318   | 2946
        Summa       | 54223  | 52283
        """
        assert set(found(table)) == {"6 = 3 + 4 + 5 (2 of 2)", "12 = 9 + 10 + 11 (2 of 2)"}

    def test_of_one_line_have_one_too(self) -> None:
        table = """
                     | Budget | Utfall | Prognos
        Skola        | 51243  | 48718  | 52017
        Förskola     | 23187  | 26434  | 24501
        Summa barn   | 74430  | 75152  | 76518
        Räntor       | 8402   | 7911   | 8115
        Summa räntor | 8402   | 7911   | 8115
        Totalt       | 82832  | 83063  | 84633
        """
        assert found(table) == ["4 = 2 + 3 (3 of 3)", "7 = 4 + 6 (3 of 3)", "6 = 5 (3 of 3)"]


def test_rows_of_which_are_not_added() -> None:
    table = """
                    | Budget | Utfall
    Löner           | 51243  | 48718
    varav pensioner | 8712   | 9034
    Hyror           | 23187  | 26434
    Övrigt          | 6021   | 5877
    Summa           | 80451  | 81029
    """
    assert found(table) == ["6 = 2 + 4 + 5 (2 of 2)"]


def test_columns_are_added_every_second() -> None:
    table = """
         | Män 2022 | Kvinnor 2022 | Män 2023 | Kvinnor 2023 | Män  | Kvinnor
    Nord | 4117     | 3981         | 5120     | 4877         | 9237 | 8858
    Syd  | 2306     | 2874         | 2511     | 2630         | 4817 | 5504
    Väst | 1219     | 1102         | 1377     | 1298         | 2596 | 2400
    Öst  | 7731     | 7112         | 7020     | 8103         | 14751 | 15215
    """
    assert set(found(table)) == {"F = B + D (4 of 4)", "G = C + E (4 of 4)"}


def test_a_column_called_a_difference_is_one() -> None:
    """Budget is outcome and variance just as well, but it is the variance that is reckoned."""
    table = """
            | Budget | Utfall | Avvikelse
    Skola   | 51243  | 48718  | 2525
    Vård    | 23187  | 26434  | -3247
    Kultur  | 8741   | 6422   | 2319
    Teknik  | 15020  | 14988  | 32
    """
    assert found(table) == ["D = B - C (4 of 4)"]


class TestOneFigureOverAnother:
    def test_in_per_cent(self) -> None:
        table = """
                | Budget | Utfall | Utfall i % av budget
        Skola   | 51243  | 48718  | 95.1
        Vård    | 23187  | 26434  | 114.0
        Kultur  | 8741   | 6422   | 73.5
        Teknik  | 15020  | 14988  | 99.8
        """
        assert found(table) == ["D = C in % of B (4 of 4)"]

    def test_as_a_quotient(self) -> None:
        table = """
                | Kostnad | Elever | Kostnad per elev
        Åsen    | 51243   | 487    | 105.2
        Berget  | 23187   | 312    | 74.3
        Dalen   | 8741    | 154    | 56.8
        Ängen   | 15020   | 98     | 153.3
        """
        assert found(table) == ["D = B / C (4 of 4)"]

    def test_as_a_change_from_one_year_to_the_next(self) -> None:
        table = """
                | 2022   | 2023   | Förändring
        Skola   | 51243  | 53718  | 4.8%
        Vård    | 23187  | 26434  | 14.0%
        Kultur  | 8741   | 6422   | -26.5%
        Teknik  | 15020  | 14112  | -6.0%
        """
        assert found(table) == ["D = change in % from B to C (4 of 4)"]

    def test_as_a_change_beside_what_it_led_to(self) -> None:
        """2 475 more, to 53 718: that is 4.8 per cent of the 51 243 there were."""
        table = """
                | Utfall | Förändring | Förändring i %
        Skola   | 53718  | 2475       | 4.8
        Vård    | 26434  | 3247       | 14.0
        Kultur  | 6422   | -2319      | -26.5
        Teknik  | 14112  | -908       | -6.0
        """
        assert found(table) == ["D = growth in % by C to B (4 of 4)"]


def test_columns_are_read_anew_under_every_heading() -> None:
    """Two tables on one sheet: column D is a difference in one and a percentage in the other."""
    table = """
            | Budget | Utfall | Avvikelse
    Skola   | 51243  | 48718  | 2525
    Vård    | 23187  | 26434  | -3247
    Kultur  | 8741   | 6422   | 2319
    Teknik  | 15020  | 14988  | 32
    Fritid  | 4117   | 3981   | 136

            | Budget | Utfall | Andel
    Norr    | 41170  | 40128  | 97.5
    Söder   | 33061  | 35410  | 107.1
    Öster   | 12190  | 10275  | 84.3
    Väster  | 28740  | 29307  | 102.0
    Mitten  | 9134   | 8206   | 89.8
    """
    assert set(found(table)) == {"D = B - C (5 of 5)", "D = C in % of B (5 of 5)"}


def test_an_average_of_columns() -> None:
    table = """
            | T1  | T2  | T3  | Medel
    Skola   | 512 | 487 | 530 | 509.7
    Vård    | 231 | 264 | 245 | 246.7
    Kultur  | 87  | 64  | 81  | 77.3
    Teknik  | 150 | 149 | 142 | 147.0
    """
    assert found(table) == ["E = average of B, C, D (4 of 4)"]


def test_a_result_of_columns_some_of_which_count_against_the_others() -> None:
    table = """
          | Anslag | Intäkt | Kostnad | Avsatt | Resultat
    Nord  | 4117   | 812    | -4530   | 211    | 188
    Syd   | 3306   | 654    | -3871   | 154    | -65
    Väst  | 2219   | 377    | -2402   | 87     | 107
    Öst   | 5731   | 901    | -6120   | 305    | 207
    Mitt  | 6412   | 533    | -6718   | 402    | -175
    Kust  | 1873   | 240    | -1950   | 76     | 87
    Fjäll | 2941   | 418    | -3102   | 133    | 124
    """
    assert found(table) == ["F = B + C + D - E (7 of 7)"]


@pytest.mark.parametrize(
    "names",
    ["Budget Utfall Avvikelse Andel S:a", "Budget Actual Variance Percentage Total"],
    ids=["Swedish", "English"],
)
def test_a_whole_report_in_either_language(names: str) -> None:
    budget, actual, variance, share, total = names.split()
    table = f"""
            | {budget} | {actual} | {variance} | {share}
    A       | 51243    | 48718    | 2525       | 95.1%
    B       | 23187    | 26434    | -3247      | 114.0%
    C       | 8741     | 6422     | 2319       | 73.5%
    {total} | 83171    | 81574    | 1597       | 98.1%
    """
    assert found(table) == ["5 = 2 + 3 + 4 (3 of 3)", "E = C in % of B (4 of 4)", "D = B - C (4 of 4)"]


class TestWhatDoesNotHold:
    """Two digits change places: the total of Utfall is 81 574."""

    def test_is_the_one_crossing_where_it_does_not(self) -> None:
        table = """
                | Budget | Utfall | Prognos
        Skola   | 51243  | 48718  | 52017
        Vård    | 23187  | 26434  | 24501
        Kultur  | 8741   | 6422   | 8090
        Summa   | 83171  | 81754  | 84608
        """
        assert found(table) == ["5 = 2 + 3 + 4 (2 of 3, not in C)"]

    def test_needs_no_name_where_the_other_columns_agree(self) -> None:
        table = """
                | Budget | Utfall | Prognos | Plan
        Skola   | 51243  | 48718  | 52017   | 51200
        Vård    | 23187  | 26434  | 24501   | 24770
        Kultur  | 8741   | 6422   | 8090    | 8200
                | 83171  | 81754  | 84608   | 84170
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 4, not in C)"]

    def test_may_be_far_off_where_a_part_is_ten_times_too_large(self) -> None:
        table = """
                | Budget | Utfall | Prognos | Plan
        Skola   | 51243  | 48718  | 52017   | 51200
        Vård    | 23187  | 26434  | 24501   | 24770
        Kultur  | 8741   | 6422   | 80900   | 8200
        Summa   | 83171  | 81574  | 84608   | 84170
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 4, not in D)"]

    def test_may_be_a_total_that_adds_up_nowhere(self) -> None:
        """Then nothing but its name speaks for it; the block beside it is what comes nearest."""
        table = """
                | Budget | Utfall
        Skola   | 51243  | 48718
        Vård    | 23187  | 26434
        Kultur  | 8741   | 6422
        Summa   | 84171  | 81754
        """
        assert found(table) == ["5 should be 2 + 3 + 4 (0 of 2, not in B C)"]

    def test_is_doubtful_where_a_part_is_blank(self) -> None:
        table = """
                | Budget | Utfall | Prognos | Plan
        Skola   | 51243  | 48718  | 52017   | 51200
        Vård    | 23187  | 26434  | 24501   | 24770
        Kultur  | 8741   |        | 8090    | 8200
        Summa   | 83171  | 81574  | 84608   | 84170
        """
        assert found(table) == ["5 = 2 + 3 + 4 (3 of 4, not in C, blank in C)"]

    def test_is_nothing_that_a_withheld_part_explains(self) -> None:
        table = """
                | Budget | Utfall | Prognos | Plan
        Skola   | 51243  | 48718  | 52017   | 51200
        Vård    | 23187  | x      | 24501   | 24770
        Kultur  | 8741   | 6422   | 8090    | 8200
        Summa   | 83171  | 81574  | 84608   | 84170
        """
        assert not any("not in" in each for each in found(table))

    def test_may_be_a_difference(self) -> None:
        table = """
                | Budget | Utfall | Avvikelse
        Skola   | 51243  | 48718  | 2525
        Vård    | 23187  | 26434  | -3247
        Kultur  | 8741   | 6422   | 2391
        Teknik  | 15020  | 14988  | 32
        """
        assert found(table) == ["D = B - C (3 of 4, not in 4)"]

    def test_may_be_a_percentage(self) -> None:
        table = """
                | Budget | Utfall | Andel
        Skola   | 51243  | 48718  | 95.1%
        Vård    | 23187  | 26434  | 114.0%
        Kultur  | 8741   | 6422   | 74.5%
        Teknik  | 15020  | 14988  | 99.8%
        """
        assert found(table) == ["D = C in % of B (3 of 4, not in 4)"]

    def test_may_be_an_average(self) -> None:
        table = """
                | T1  | T2  | T3  | Medel
        Skola   | 512 | 487 | 530 | 509.7
        Vård    | 231 | 264 | 245 | 246.7
        Kultur  | 87  | 64  | 81  | 73.7
        Teknik  | 150 | 149 | 142 | 147.0
        """
        assert found(table) == ["E = average of B, C, D (3 of 4, not in 4)"]


NOTHING = {
    "zeros": """
         | Budget | Utfall | Prognos
    Nord | 0      | 0      | 0
    Syd  | 0      | 0      | 0
    Väst | 0      | 0      | 0
    """,
    "tiny integers": """
         | Budget | Utfall | Prognos
    Nord | 1      | 2      | 1
    Syd  | 2      | 1      | 3
    Väst | 3      | 3      | 4
    """,
    "an agreement in one column of three": """
         | Budget | Utfall | Prognos
    Nord | 4117   | 3981   | 4870
    Syd  | 2306   | 2874   | 2511
    Väst | 6423   | 5120   | 6039
    Öst  | 1219   | 1733   | 1377
    """,
    "six equal months, where every part is in proportion": """
           | Jan  | Feb  | Mars | April | Maj  | Juni
    Skola  | 2000 | 2000 | 2000 | 2000  | 2000 | 2000
    Vård   | 1000 | 1000 | 1000 | 1000  | 1000 | 1000
    Kultur | 3000 | 3000 | 3000 | 3000  | 3000 | 3000
    Teknik | 1500 | 1500 | 1500 | 1500  | 1500 | 1500
    """,
    "marks from one to five": """
          | Ann | Bo | Cia | Dan | Eva
    Mat   | 3   | 4  | 2   | 5   | 1
    Pris  | 2   | 2  | 4   | 3   | 5
    Läge  | 5   | 4  | 4   | 2   | 3
    Värme | 1   | 3  | 5   | 4   | 4
    Ljus  | 4   | 5  | 3   | 3   | 2
    Ljud  | 2   | 1  | 3   | 5   | 4
    """,
}


@pytest.mark.parametrize("table", NOTHING.values(), ids=NOTHING)
def test_a_coincidence_is_no_relation(table: str) -> None:
    assert found(table) == []


def test_tables_of_random_figures_hold_no_relation() -> None:
    dice = random.Random(20240430)
    tables = [
        written({f"Rad {name}": [dice.randint(1000, 9999) for _ in range(5)] for name in "abcdefgh"})
        for _ in range(tries(60, thorough=200))
    ]
    assert [found(table) for table in tables if found(table)] == []


def amounts_of(dice: random.Random) -> list[list[int]]:
    """Some rows of some amounts in kronor, none of them in thousands taken for a year."""
    columns = dice.randint(2, 6)
    return [[dice.randint(3 * 10**6, 10**8) for _ in range(columns)] for _ in range(dice.randint(2, 10))]


# Amounts out of a hat: simple ones (3 000 everywhere) are sums of one another by chance.
amounts = st.integers(0, 2**32).map(random.Random).map(amounts_of)


def with_total(rows: list[list[int]], sign: int = 1) -> dict[str, list[int]]:
    """Rows in thousands and their total, each figure rounded from the kronor behind it."""
    totals = [sum(figures) for figures in zip(*rows, strict=True)]
    named = {f"Rad {place}": figures for place, figures in enumerate(rows)} | {"Summa": totals}
    return {name: [sign * round(amount / 1000) for amount in figures] for name, figures in named.items()}


def whole(rows: list[list[int]]) -> list[str]:
    """The one line that says that the last row is the total of all others, in every column."""
    parts = " + ".join(str(row) for row in range(2, len(rows) + 2))
    return [f"{len(rows) + 2} = {parts} ({len(rows[0])} of {len(rows[0])})"]


class TestAnyTable:
    """Properties over generated amounts."""

    @given(amounts)
    def test_a_rounded_total_is_found_and_holds_everywhere(self, rows: list[list[int]]) -> None:
        assert found(written(with_total(rows))) == whole(rows)

    @given(amounts)
    def test_turning_every_sign_changes_nothing(self, rows: list[list[int]]) -> None:
        assert found(written(with_total(rows, sign=-1))) == found(written(with_total(rows)))

    @given(amounts, st.randoms(use_true_random=False))
    def test_nor_does_the_order_of_the_columns(self, rows: list[list[int]], dice: random.Random) -> None:
        order = list(range(len(rows[0])))
        dice.shuffle(order)
        shuffled = [[row[place] for place in order] for row in rows]

        assert found(written(with_total(shuffled))) == whole(rows)

    @given(amounts, st.data())
    def test_an_unrelated_column_makes_nothing_fail_elsewhere(
        self, rows: list[list[int]], data: st.DataObject
    ) -> None:
        table = with_total(rows)
        beside = data.draw(st.lists(st.integers(1000, 9999), min_size=len(table), max_size=len(table)))
        wider = written({name: [*table[name], other] for name, other in zip(table, beside, strict=True)})
        fails = {crossing for each in find_aggregates(lattice(wider)) for crossing in each.fails}

        assert fails <= {len(rows[0]) + 2}

    @given(amounts, st.data())
    def test_a_wrong_digit_in_a_total_is_the_one_failure(
        self, rows: list[list[int]], data: st.DataObject
    ) -> None:
        rows = [[*row, *row[:1]] for row in rows]
        table = with_total(rows)
        wrong = data.draw(st.integers(0, len(rows[0]) - 1))
        table["Summa"][wrong] += 100 * len(rows)

        assert wrong + 2 in {
            place for each in find_aggregates(lattice(written(table))) for place in each.fails
        }


def test_percentages_beside_amounts_are_not_said_to_fail() -> None:
    table = """
            | Budget | Utfall | Andel | Elever
    Skola   | 51243  | 48718  | 95.1% | 487
    Vård    | 23187  | 26434  | 88.0% | 312
    Kultur  | 8741   | 6422   | 73.5% | 154
    Summa   | 83171  | 81574  | 77.7% | 953
    """
    (total, *_) = found(table)

    assert total == "5 = 2 + 3 + 4 (3 of 3)"


def test_the_grounds_say_how_many_crossings_agree_and_what_speaks_for_it() -> None:
    table = """
            | Budget | Utfall | Prognos
    Skola   | 51243  | 48718  | 52017
    Vård    | 23187  | 26434  | 24501
    Kultur  | 8741   | 6422   | 8090
    Summa   | 83171  | 81754  | 84608
    ! bold 5
    """
    (total,) = find_aggregates(lattice(table))
    grounds = total.grounds

    assert (grounds.found, grounds.agreeing, grounds.tried, grounds.witnesses) == ("neighbours", 2, 3, 2)
    assert (grounds.named, grounds.stressed) == (True, True)
    assert grounds.against_chance >= 6


def test_a_lattice_without_names_gives_the_same_sums() -> None:
    table = lattice("A | 51243 | 48718\nB | 23187 | 26434\n | 74430 | 75152")
    nameless = replace(table, row_names={}, column_names={})

    assert [line(each) for each in find_aggregates(nameless)] == ["3 = 1 + 2 (2 of 2)"]


ODD = [
    "0",
    "-1",
    "100",
    "0.1",
    f"{10**18}",
    f"0.{'0' * 20}1",
    "1 %",
    "-",
    "..",
    "x",
    "#REF!",
    "=A1",
    "2024",
    "",
]
NAMES = ["Summa", "Totalt", "varav lön", "Andel", "Snitt", "Avvikelse", "Skola", ""]


@given(st.lists(st.lists(st.sampled_from(ODD), min_size=2, max_size=5), min_size=2, max_size=7), st.data())
def test_nothing_that_cells_hold_brings_the_search_down(rows: list[list[str]], data: st.DataObject) -> None:
    lines = [" | ".join([data.draw(st.sampled_from(NAMES)), *row]) for row in rows]

    for sheet in number_sheets(workbook("\n".join(["Namn | A | B | C | D | E", *lines]))):
        every = find_aggregates(sheet.lattice)
        for each in every:
            assert each.target not in each.parts
        of_rows = [
            each for each in every if each.axis is Axis.COLUMN and each.form in (Form.SUM, Form.DIFFERENCE)
        ]
        assert find_sums_of_rows(sheet.lattice) == of_rows


def test_a_row_of_which_is_not_added_even_where_rounding_would_hide_it() -> None:
    table = """
                       | 2021   | 2020
    Övriga tjänster    | 220.0  | 205.7
    varav revision     | 0.1    | 0.1
    Lämnade bidrag     | 65.5   | 78.1
    Lokaler            | 296.6  | 293.4
    Summa              | 582.1  | 577.2
    """

    assert found(table)[0] == "6 = 2 + 4 + 5 (2 of 2)"
