"""Which two columns a difference column is made of: read from the figures, ties broken by rule."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from syditval.model.table import Basis
from syditval.recognition.differences import MOST_LINES
from tests.recognition.found import difference_of, formula, table_in

HEADER = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"

# Four lines, none of them alike.
LINES = [
    {"label": "Intäkter", "budget": -900, "actual": -310, "forecast": -950},
    {"label": "Personal", "budget": 500, "actual": 170, "forecast": 480},
    {"label": "Lokaler", "budget": 400, "actual": 130, "forecast": 435},
    {"label": "Övrigt", "budget": 90, "actual": 41, "forecast": 77},
]


@pytest.mark.parametrize(("minuend", "subtrahend"), [*permutations(["budget", "actual", "forecast"], 2)])
def test_every_ordered_pair_is_told_from_the_others(minuend: str, subtrahend: str) -> None:
    lines = [[*line.values(), line[minuend] - line[subtrahend]] for line in LINES]
    table = table_in(HEADER + "\n".join(" | ".join(map(str, line)) for line in lines))

    assert formula(table, "variance") == f"{minuend} - {subtrahend} by figures"


class TestErrorsInTheFigures:
    TABLE = """
    Benämning | Budget | Utfall | Prognos | Avvikelse
    Intäkter  | -900   | -310   | -950    | 50
    Personal  | 500    | 170    | 480     | 20
    Lokaler   | 400    | 130    | 435     | 35
    Övrigt    | 90     | ca 41  | 77      | 31
    Datorer   | 60     | 20     | 80      | -20
    Resor     | 30     | 10     | ca 20   | 10
    """

    def test_do_not_hide_the_formula(self) -> None:
        found = difference_of(table_in(self.TABLE), "variance")

        assert (found.minuend, found.subtrahend, found.basis) == ("budget", "forecast", Basis.FIGURES)
        assert (found.hits, found.rows) == (3, 5)

    def test_but_a_formula_that_fails_on_most_lines_is_none(self) -> None:
        table = table_in(HEADER + "A | 100 | 50 | 90 | 12\nB | 70 | 35 | 60 | -7\nC | 50 | 25 | 41 | 81")

        assert table.differences == ()
        assert table.undetermined == ("variance",)

    def test_one_line_that_happens_to_agree_is_no_formula(self) -> None:
        table = table_in(HEADER + "A | 100 | 50 | 90 | 10\nB | 100 | 50 | 90 | 3")

        assert table.undetermined == ("variance",)


class TestTies:
    """Where forecast and budget are the same on every line, several formulas fit."""

    EQUAL = """
    Projekt | Budget | Bokfört | Avvikelse | Procent | Prognos | Avvikelse
    Skola   | 3000   | 417     | 2583      | 13.9    | 3000    | 0
    Badhus  | 1953   | 936     | 1017      | 47.9    | 1953    | 0
    Vägar   | 1652   | 794     | 858       | 48.0    | 1652    | 0
    """

    def test_a_column_of_zeros_has_the_order_that_the_kind_states(self) -> None:
        assert formula(table_in(self.EQUAL), "variance") == "budget - forecast by kind"

    def test_the_words_of_the_heading_come_first(self) -> None:
        named = (
            HEADER.replace("Avvikelse", "Avv prognos - budget")
            + "A | 100 | 50 | 100 | 0\nB | 70 | 35 | 70 | 0"
        )

        assert formula(table_in(named), "variance") == "forecast - budget by header"

    def test_then_the_columns_nearest_to_the_left(self) -> None:
        near = "Benämning | Budget | Utfall | Prognos | Avvikelse\nA | 100 | 90 | 90 | 10\nB | 70 | 65 | 65 | 5\nC | 50 | 49 | 49 | 1"
        far = "Benämning | Prognos | Budget | Utfall | Avvikelse\nA | 90 | 100 | 90 | 10\nB | 65 | 70 | 65 | 5\nC | 49 | 50 | 49 | 1"

        assert formula(table_in(far), "variance") == "budget - actual by nearest columns"
        assert formula(table_in(near), "variance") == "budget - forecast by kind"

    def test_few_telling_lines_are_a_coincidence_even_without_a_tie(self) -> None:
        few = HEADER + "A | 100 | 50 | 90 | 10\nB | 70 | 35 | 70 | 0\nC | 50 | 25 | 50 | 0"

        assert formula(table_in(few), "variance") == "budget - forecast by nearest columns"

    def test_blank_lines_tell_nothing_and_the_kind_decides(self) -> None:
        empty = HEADER + "A | 100 | 50 | 90 | ca 10\nB | 70 | 35 | 60 | ca 10"
        found = difference_of(table_in(empty), "variance")

        assert (found.basis, found.hits, found.rows) == (Basis.KIND, 0, 0)


class TestWhatIsMissing:
    def test_a_difference_of_one_column_is_undetermined(self) -> None:
        table = table_in("Benämning | Budget | Avvikelse\nA | 100 | 10\nB | 50 | 5")

        assert (table.differences, table.undetermined) == ((), ("variance",))

    def test_an_absent_column_is_neither_found_nor_undetermined(self) -> None:
        table = table_in("Benämning | Budget | Utfall | Prognos\nA | 100 | 10 | 90\nB | 50 | 5 | 50")

        assert (table.differences, table.undetermined) == ((), ())


class TestWithoutSigns:
    """Revenue and cost both positive, a variance where plus is good on either."""

    GOOD_IS_PLUS = """
    Benämning | Budget | Utfall | Prognos | Avvikelse
    Intäkter  | 900    | 310    | 950     | 50
    Bidrag    | 200    | 60     | 180     | -20
    Personal  | 500    | 170    | 480     | 20
    Lokaler   | 400    | 130    | 435     | -35
    Övrigt    | 90     | 41     | 77      | 13
    Resultat  | 110    | 29     | 138     | 28
    """

    def test_the_difference_turns_on_revenue_and_on_a_total_that_is_revenue_less_cost(self) -> None:
        table = table_in(self.GOOD_IS_PLUS)
        found = difference_of(table, "variance")

        assert (found.minuend, found.subtrahend, found.hits, found.rows) == ("budget", "forecast", 6, 6)
        turned = [row.label for row in table.rows if row.number in found.reversed_rows]
        assert turned == ["Intäkter", "Bidrag", "Resultat"]

    def test_a_total_that_is_cost_less_revenue_does_not_turn(self) -> None:
        table = table_in(
            self.GOOD_IS_PLUS.replace("| 110    | 29     | 138     | 28", "| -110   | -29    | -138    | 28")
        )
        found = difference_of(table, "variance")

        assert [row.label for row in table.rows if row.number in found.reversed_rows] == [
            "Intäkter",
            "Bidrag",
        ]

    def test_many_lines_of_revenue_do_not_hide_the_formula(self) -> None:
        more = "\n".join(f"Intäkter {n} | {n}00 | {n}0 | {n}07 | 7" for n in range(1, 9))
        found = difference_of(
            table_in(self.GOOD_IS_PLUS.replace("    Personal", f"{more}\n    Personal")), "variance"
        )

        assert (found.minuend, found.subtrahend, found.hits) == ("budget", "forecast", 14)

    def test_a_difference_that_runs_one_way_turns_nowhere(self) -> None:
        plain = """
        Benämning | Budget | Utfall | Prognos | Avvikelse
        Intäkter  | 900    | 310    | 950     | -50
        Personal  | 500    | 170    | 480     | 20
        Lokaler   | 400    | 130    | 435     | -35
        Resultat  | 0      | 10     | 35      | -35
        """

        assert difference_of(table_in(plain), "variance").reversed_rows == frozenset()

    def test_where_there_are_signs_a_wrong_sign_is_wrong(self) -> None:
        signed = """
        Benämning | Budget | Utfall | Prognos | Avvikelse
        Intäkter  | -900   | -310   | -950    | -50
        Personal  | 500    | 170    | 480     | 20
        Lokaler   | 400    | 130    | 435     | -35
        Övrigt    | 90     | 41     | 77      | 13
        """
        found = difference_of(table_in(signed), "variance")

        assert (found.hits, found.rows, found.reversed_rows) == (3, 4, frozenset())


def test_a_long_table_is_asked_on_some_of_its_lines_and_on_its_total() -> None:
    amounts = random.Random(7)
    lines = [(n, *(amounts.randrange(10_000) for _ in range(3))) for n in range(3 * MOST_LINES)]
    text = "\n".join(f"Rad {n} | {b} | {u} | {p} | {b - p}" for n, b, u, p in lines)
    found = difference_of(table_in(f"{HEADER}{text}\nSumma | 1 | 2 | 3 | -2"), "variance")

    assert (found.minuend, found.subtrahend) == ("budget", "forecast")
    assert found.hits == found.rows <= MOST_LINES + 1
