"""Footing: each amount column adds up to its total, and each subtotal is that of the lines above it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.arithmetic import Policy, RoundingMode
from syditval.checks import total_differs
from syditval.model.table import Basis, Difference
from tests.checks.examined import SHIPPED, examined, table_of
from tests.checks.nested_tables import nested_table
from tests.seed import BUDGET, INVESTMENT
from tests.thorough import tries

BUDGET_COLUMNS = ("B", "C", "D", "E")


def test_every_amount_column_of_a_budget_is_footed() -> None:
    assert examined(BUDGET).verdicts("F101") == {f"{column}14": "exact" for column in BUDGET_COLUMNS}


def test_percentages_are_not_added_up() -> None:
    assert list(examined(INVESTMENT).verdicts("F101")) == ["B9", "C9", "D9", "F9", "G9"]


def test_a_total_that_is_off_by_more_than_rounding_is_an_error_at_the_total() -> None:
    found = examined(BUDGET.replace('"-89"', '"91"'))

    assert found.findings == ["error F101 C14"]
    assert found.sentences() == [
        "The lines of Utfall 240430 (10) add up to -89, but Summa says 91: a difference of +180 tkr, of which "
        "rounding explains at most 5,5."
    ]


def test_the_lines_of_the_total_are_related_to_it() -> None:
    (finding,) = examined(BUDGET.replace('"-89"', '"91"')).checked.findings

    assert [cell.a1 for cell in finding.related] == [f"C{row}" for row in range(4, 14)]


SUBTOTALS = """
                   | Budget | Utfall | Prognos | Avvikelse
Intäkter           |        |        |         |
Bidrag             | -600   | -200   | -600    | 0
Taxor              | -300   | -100   | -300    | 0
Summa intäkter     | -900   | -300   | -900    | 0
Kostnader          |        |        |         |
Personal           | 500    | 170    | 500     | 0
Lokaler            | 450    | 130    | 450     | 0
Summa kostnader    | 950    | 300    | 950     | 0
Summa              | 50     | 0      | 50      | 0
"""


class TestSubtotals:
    def test_each_holds_the_lines_since_the_one_before_and_the_last_holds_all(self) -> None:
        found = examined(SUBTOTALS)

        assert found.verdicts("F101") == {
            f"{column}{row}": "exact" for row in (5, 9, 10) for column in BUDGET_COLUMNS
        }
        assert found.findings == []

    def test_a_subtotal_that_is_wrong_is_told_there_and_not_at_the_total(self) -> None:
        assert examined(SUBTOTALS.replace("950    | 300", "950    | 330")).findings == ["error F101 C9"]

    def test_a_subtotal_without_lines_of_its_own_is_not_held_against_nothing(self) -> None:
        found = examined(SUBTOTALS.replace("Summa   ", "Netto    | 77     | 7      | 77      | 0\nSumma  "))

        assert found.findings == []
        assert "B10" not in found.verdicts("F101")

    def test_unless_it_is_of_all_lines_so_far(self) -> None:
        found = examined(SUBTOTALS.replace("Summa   ", "Netto    | 50     | 0      | 50      | 0\nSumma  "))

        assert found.findings == []
        assert found.verdicts("F101")["B10"] == "exact"


OF_WHICH = """
                   | Budget | Utfall | Prognos | Avvikelse
Intäkter           | -900   | -300   | -900    | 0
Personal           | 500    | 170    | 500     | 0
varav semester     | 50     | 20     | 50      | 0
Lokaler            | 400    | 130    | 400     | 0
Summa              | 0      | 0      | 0       | 0
"""


def test_of_which_rows_are_part_of_the_line_above_and_not_added_again() -> None:
    found = examined(OF_WHICH)

    assert found.verdicts("F101") == {f"{column}6": "exact" for column in BUDGET_COLUMNS}
    assert found.verdicts("V101")["E4"] == "exact"


ALL_OF_IT = OF_WHICH.replace("Lokaler", "varav lön          | 450    | 150    | 450     | 0\nLokaler")


class TestOfWhichRowsThatAreAllOfTheirLine:
    def test_are_added_up_to_it(self) -> None:
        found = examined(ALL_OF_IT)

        assert found.findings == []
        assert {f"{column}3": "exact" for column in BUDGET_COLUMNS}.items() <= found.verdicts("F101").items()

    def test_and_one_of_them_that_is_wrong_is_an_error_at_the_line(self) -> None:
        found = examined(ALL_OF_IT.replace("450    | 150", "450    | 105"))

        assert found.findings == ["error F101 C3"]
        assert found.sentences() == [
            "The lines of Utfall (2) add up to 125, but Personal says 170: a difference of +45 tkr, of which "
            "rounding explains at most 1,5."
        ]


PARENTS = """
                | Budget | Utfall | Prognos | Avvikelse
Kommunstyrelsen | 37512  | 12871  | 37209   | 303
Kansli          | 14257  | 4614   | 14100   | 157
Ekonomi         | 23255  | 8257   | 23109   | 146
Byggnadsnämnden | 11807  | 3705   | 11964   | -157
Administration  | 1507   | 460    | 1466    | 41
Plan och bygg   | 10300  | 3245   | 10498   | -198
Summa           | 49319  | 16576  | 49173   | 146
"""


class TestParentsAboveTheirChildren:
    def test_are_totals_of_these_and_the_table_s_total_takes_either(self) -> None:
        found = examined(PARENTS)

        assert found.findings == []
        assert found.verdicts("F101") == {
            f"{column}{row}": "exact" for row in (2, 5, 8) for column in BUDGET_COLUMNS
        }

    def test_one_that_is_wrong_is_told_there_alone(self) -> None:
        assert examined(PARENTS.replace("12871", "12781")).findings == ["error F101 C2"]

    def test_a_child_that_is_wrong_is_told_at_its_parent_alone(self) -> None:
        assert examined(PARENTS.replace("4614", "4164")).findings == ["error F101 C2"]

    def test_a_total_that_is_wrong_is_told_there_alone(self) -> None:
        assert examined(PARENTS.replace("16576", "15676")).findings == ["error F101 C8"]


UNLABELLED = """
                   | Budget   | Utfall   | Prognos  | Avvikelse
Försäljning        | 355971   | 331905   | 337956   | 18015
Avgifter           | 226855   | 211489   | 230801   | -3946
                   | 582826   | 543394   | 568757   | 14069
Löner              | -1372451 | -1414499 | -1402211 | 29760
Tjänster           | -389344  | -398873  | -361935  | -27409
                   | -1761795 | -1813372 | -1764146 | 2351
Verksamhetsbidrag  | -1178969 | -1269978 | -1195389 | 16420
"""


class TestTotalsWithoutALabel:
    def test_are_known_by_their_figures(self) -> None:
        found = examined(UNLABELLED)

        assert found.findings == []
        assert found.verdicts("F101") == {
            f"{column}{row}": "exact" for row in (4, 7, 8) for column in BUDGET_COLUMNS
        }

    def test_one_that_is_wrong_is_told_there_alone(self) -> None:
        assert examined(UNLABELLED.replace("543394", "534394")).findings == ["error F101 C4"]


class TestAnyTable:
    """Sections, parents, of-which rows, labels or none, the total above or below: all of it at random."""

    @settings(max_examples=tries(15, thorough=100))
    @given(st.integers(0, 2**32))
    def test_that_is_right_has_every_total_checked_and_none_reported(self, seed: int) -> None:
        table = nested_table(seed)
        found = examined(table.text())

        assert found.findings == []
        assert {f"C{place + 2}" for place in table.totals} <= found.verdicts("F101").keys()

    @settings(max_examples=tries(15, thorough=100))
    @given(st.integers(0, 2**32))
    def test_in_which_one_total_is_wrong_has_exactly_that_one_reported(self, seed: int) -> None:
        table = nested_table(seed)
        wrong = table.random.choice(table.totals)
        table.change(wrong)

        assert examined(table.text()).findings == [f"error F101 C{wrong + 2}"]


TOTALS = """
                   | Budget | Utfall | Prognos | Avvikelse
Intäkter           | -900   | -300   | -900    | 0
Personal           | 500    | 170    | 500     | 0
Lokaler            | 400    | 130    | 400     | 0
Summa              | 0      | 0      | 0       | 0
"""


class TestWhatCannotBeFooted:
    def test_a_blank_total_is_not_zero(self) -> None:
        found = examined(
            TOTALS.replace("Summa              | 0      | 0 ", "Summa              | 0      |   ")
        )

        assert found.verdicts("F101")["C5"] == "not checked"
        assert found.gaps == ["C5 F101 (no total given)"]
        assert found.sentences() == ["F101 at Sheet1!C5: the total is left blank."]

    def test_a_line_that_cannot_be_read_leaves_its_column_unchecked(self) -> None:
        found = examined(TOTALS.replace("130 ", "ca130"))

        assert found.verdicts("F101") == {
            "B5": "exact",
            "C5": "not checked",
            "D5": "exact",
            "E5": "exact",
        }
        assert "C5 F101 (unreadable amount)" in found.gaps
        assert "F101 at Sheet1!C5: Sheet1!C4 holds no readable amount." in found.sentences()

    def test_a_table_without_a_total_says_so(self) -> None:
        found = examined(TOTALS.rsplit("Summa", 1)[0])

        assert found.verdicts("F101") == {}
        assert "A1 (no total row)" in found.gaps


ROUNDED = """
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 500     | 1500     | 25            | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 6000   | {total}    | 4983     | 17            | 6000    | 0
"""


class TestRounding:
    def test_explains_a_small_gap(self) -> None:
        found = examined(ROUNDED.format(total=1018))

        assert found.verdicts("F101")["C5"] == "rounding"
        assert found.findings == []

    def test_explains_nothing_beyond_half_a_step_a_figure(self) -> None:
        assert "error F101 C5" in examined(ROUNDED.format(total=1020)).findings

    def test_by_cutting_off_goes_one_way_only(self) -> None:
        """Cut-off lines add up to less than their cut-off total, never to more."""
        cut = Policy(RoundingMode.TRUNCATION)

        assert examined(ROUNDED.format(total=1019), policy=cut).verdicts("F101")["C5"] == "rounding"
        assert examined(ROUNDED.format(total=1016), policy=cut).verdicts("F101")["C5"] == "inconsistent"


def footed(**changes: object) -> dict[str, list[tuple[int, str]]]:
    """Each total of the table with subtotals, and the weights and cells that it is footed from."""
    table = replace(table_of(SUBTOTALS), **changes)  # type: ignore[arg-type]
    return {
        relation.target.cell.a1: [(term.weight, term.figure.cell.a1) for term in relation.terms]
        for relation in total_differs.relations(table, SHIPPED[0])
    }


class TestUnsignedLayouts:
    """Where neither revenue nor cost has a sign, the table says with which weight each line enters."""

    def test_cost_is_taken_from_revenue_in_the_total(self) -> None:
        assert footed(total_weights={7: -1, 8: -1})["B10"] == [(1, "B3"), (1, "B4"), (-1, "B7"), (-1, "B8")]

    def test_a_subtotal_of_costs_alone_adds_them_plainly(self) -> None:
        assert footed(total_weights={7: -1, 8: -1})["B9"] == [(1, "B7"), (1, "B8")]

    def test_a_subtotal_of_both_does_not(self) -> None:
        assert footed(total_weights={8: -1})["B9"] == [(1, "B7"), (-1, "B8")]

    def test_a_line_that_the_total_leaves_out_is_no_term_of_it(self) -> None:
        assert footed(total_weights={3: 0})["B10"] == [(1, "B4"), (1, "B7"), (1, "B8")]

    def test_a_variance_that_runs_the_other_way_on_revenue_adds_up_plainly(self) -> None:
        turned = Difference("variance", "budget", "forecast", Basis.FIGURES, reversed_rows=frozenset({3, 4}))
        totals = footed(total_weights={7: -1, 8: -1}, differences=(turned,))

        assert totals["E10"] == [(1, "E3"), (1, "E4"), (1, "E7"), (1, "E8")]
        assert totals["D10"] == [(1, "D3"), (1, "D4"), (-1, "D7"), (-1, "D8")]
