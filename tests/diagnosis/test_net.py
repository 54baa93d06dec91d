"""The relations of a table as a net: what each cell takes part in, what fails, what formulas stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.arithmetic import Policy, RatioBasis
from syditval.diagnosis.net import grain_of
from syditval.diagnosis.rule import LinearRule, Rule
from tests.arithmetic.figures import figure
from tests.diagnosis.netted import Netted, at, netted, netted_region, spans, told, told_span, values

TYPED = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -900    | 0
Personal  | 500    | 170    | 505     | -5
Lokaler   | 400    | 130    | 400     | 0
Summa     | 0      | 90     | 5       | -5
"""

# The variances follow their rows; the totals are formulas too, the one of the variances over variances.
LIVE = """
Benämning | Budget            | Utfall | Prognos           | Avvikelse
Intäkter  | -900              | -300   | -900              | =B2-D2 -> 0
Personal  | 500               | 170    | 505               | -5
Lokaler   | 400               | 130    | 400               | =B4-D4 -> 0
Summa     | =SUM(B2:B4) -> 0  | 0      | =SUM(D2:D4) -> 5  | =SUM(E2:E4) -> -5
"""


def weights(rule: Rule) -> str:
    """What each cell adds to target less terms: ``+B5 -B2``."""
    assert isinstance(rule, LinearRule)
    signs = {1: "+", -1: "-"}
    return " ".join(f"{signs[int(weight)]}{cell.a1}" for cell, weight in sorted(rule.weights.items()))


def parts(net: Netted) -> dict[str, list[str]]:
    """The relations that each cell takes part in, but for cells that take part in none."""
    cells = {cell.a1: net.named(net.net.numbers_of(cell)) for cell in sorted(net.net.figures)}
    return {address: names for address, names in cells.items() if names}


class TestATableOfTypedFigures:
    net = netted(TYPED)

    def test_each_cell_takes_part_in_a_sum_and_in_a_difference_but_for_the_actuals(self) -> None:
        found = parts(self.net)

        assert found["B3"] == ["F101 B5", "V101 E3"]
        assert found["C3"] == ["F101 C5"]
        assert found["E3"] == ["F101 E5", "V101 E3"]
        assert found["E5"] == ["F101 E5", "V101 E5"]
        assert len(found) == 16

    def test_the_rules_of_a_cell_are_those_relations(self) -> None:
        rules = self.net.net.rules_of(at("B3"))

        assert rules == [self.net.rule("F101 B5"), self.net.rule("V101 E3")]
        assert self.net.net.rules_of(at("Z9")) == []

    def test_a_rule_is_made_once(self) -> None:
        assert self.net.rule("F101 B5") is self.net.rule("F101 B5")

    def test_what_fails_is_told_by_the_verdicts(self) -> None:
        assert self.net.failing == ["F101 C5"]

    def test_the_sums_down_the_columns_are_by_the_row_of_their_total(self) -> None:
        footings = self.net.net.footings

        assert {row: sorted(columns) for row, columns in footings.items()} == {5: [2, 3, 4, 5]}
        assert footings[5][3] is self.net.rule("F101 C5")

    def test_figures_stand_in_their_columns(self) -> None:
        assert self.net.net.columns == (2, 3, 4, 5)

    def test_a_sum_and_a_difference_weigh_their_cells(self) -> None:
        assert weights(self.net.rule("F101 B5")) == "-B2 -B3 -B4 +B5"
        assert weights(self.net.rule("V101 E5")) == "-B5 +D5 +E5"


class TestLiveFormulas:
    net = netted(LIVE)

    def test_are_told_by_what_they_are_over(self) -> None:
        live = {
            cell.a1: told(term.figure.cell for term in terms) for cell, terms in self.net.net.live.items()
        }

        assert live == {"B5": "B2 B3 B4", "D5": "D2 D3 D4", "E2": "B2 D2", "E4": "B4 D4", "E5": "E2 E3 E4"}

    def test_are_no_suspects_while_they_agree_with_their_cells(self) -> None:
        assert {each for each in parts(self.net) if at(each) in self.net.net.live} == set()

    def test_prove_nothing_of_their_own_cells(self) -> None:
        own = [name for name in self.net.names if self.net.net.is_own(self.net.number(name))]

        assert own == ["F101 B5", "F101 D5", "F101 E5", "V101 E2", "V101 E4"]

    def test_stand_for_their_cells_in_other_relations(self) -> None:
        """B5 - D5 - E5 with the formulas taken apart: the live lines cancel out, the typed variance is left."""
        assert weights(self.net.rule("V101 E5")) == "-B3 +D3 +E3"
        assert parts(self.net) == {
            "B3": ["V101 E3", "V101 E5"],
            "C2": ["F101 C5"],
            "C3": ["F101 C5"],
            "C4": ["F101 C5"],
            "C5": ["F101 C5"],
            "D3": ["V101 E3", "V101 E5"],
            "E3": ["V101 E3", "V101 E5"],
        }

    def test_leave_over_what_their_cells_leave_over(self) -> None:
        wrong = netted(
            LIVE.replace("505               | -5", "505               | -50").replace("-> -5", "-> -50")
        )
        rule = wrong.rule("V101 E5")

        assert wrong.failing == ["V101 E3", "V101 E5"]
        assert not rule.holds({})
        assert rule.holds(values("E3 -5"))
        assert rule.holds(values("B3 455"))

    def test_have_no_footings(self) -> None:
        assert {row: sorted(columns) for row, columns in self.net.net.footings.items()} == {5: [3]}

    def test_are_suspects_as_soon_as_they_fail(self) -> None:
        """A result that was stored before a line changed."""
        stale = netted(LIVE.replace("=SUM(D2:D4) -> 5", "=SUM(D2:D4) -> 95"))

        assert "D5" not in {cell.a1 for cell in stale.net.live}
        assert stale.failing == ["F101 D5", "V101 E5"]
        assert parts(stale)["D5"] == ["F101 D5", "V101 E5"]

    def test_of_totals_of_live_totals_stand_for_the_lines(self) -> None:
        nested = netted_region("""
        |            | Ja               | Ju | Jl | Au
        | Barn       | 10               | 12 | 13 | 9
        | Unga       | 20               | 21 | 19 | 25
        | Vuxna      | 31               | 30 | 35 | 37
        | Alla       | =SUM(C2:C4) -> 61 | =SUM(D2:D4) -> 63 | =SUM(E2:E4) -> 67 | =SUM(F2:F4) -> 71
        """)

        assert {cell.a1 for cell in nested.net.live} == {"C5", "D5", "E5", "F5"}
        assert parts(nested) == {}

    def test_that_come_back_to_themselves_are_left_as_cells(self) -> None:
        circular = netted(LIVE.replace("| 500               |", "| =B5-B2-B4 -> 500 |"))

        assert "B5" in {cell.a1 for cell in circular.net.live}
        assert circular.rule("V101 E5").holds({})


class TestCellsWithoutAnAmount:
    net = netted("""
    Benämning | Budget            | Utfall | Prognos          | Avvikelse
    Intäkter  | -900              | -300   | -900             | 0
    Personal  | 500               | ca 170 | 505              | -5
    Lokaler   | 400               |        | 400              | 0
    Summa     | =SUM(B2:B4) -> 0  | -10    | =SUM(D2:D4) -> 5 |
    """)

    def test_are_open_where_a_relation_needs_them(self) -> None:
        """A text, and a total that is not given; a blank line is nothing, as it should be."""
        assert told(self.net.net.open_cells) == "C3 E5"

    def test_count_as_nothing(self) -> None:
        assert [self.net.net.value(at(address)) for address in ("C3", "C4", "E5", "C2")] == [0, 0, 0, -300]

    def test_keep_their_relations_though_these_were_not_checked(self) -> None:
        assert parts(self.net)["C3"] == ["F101 C5"]
        assert parts(self.net)["E5"] == ["F101 E5", "V101 E5"]
        assert self.net.failing == []

    def test_are_told_by_these(self) -> None:
        assert told_span(self.net.rule("F101 C5").room(at("C3"), {})) == "288.0 to 292.0"
        assert told_span(self.net.rule("F101 C5").room(at("C4"), {})) == "any"
        assert told_span(self.net.rule("F101 C5").room(at("C4"), spans("C3 170 170"))) == "118.0 to 122.0"


@pytest.mark.parametrize(
    ("written", "step", "grain"),
    [("410", "1", "1"), ("410", "1000", "1000"), ("410.25", "0", "0.01"), ("410", "0", "1"), ("", "0", "1")],
)
def test_a_figure_is_told_to_its_step_or_where_it_is_exact_to_its_last_place(
    written: str, step: str, grain: str
) -> None:
    assert grain_of(figure(written, step)) == Decimal(grain)


def test_an_exact_figure_may_be_told_as_finely_as_those_around_it() -> None:
    net = netted("""
    Ekonomiskt resultat (kr)
    Benämning | Budget  | Utfall | Prognos | Avvikelse
    Intäkter  | -900    | -300   | -900    | 0
    Personal  | 500.25  | 170.25 | 505.25  | -5
    Lokaler   | 400.5   | 130.25 | 400     | 0.5
    Summa     | 0.75    | 0.5    | 5.25    | -4.5
    """).net

    assert (net.figures[at("C3")].step, grain_of(net.figures[at("C3")])) == (0, 1)
    assert net.grain(at("C3")) == Decimal("0.01")


def test_columns_that_hold_the_same_on_many_rows_are_alike() -> None:
    net = netted(TYPED).net

    assert net.are_alike(2, 4)
    assert net.are_alike(4, 2)
    assert not net.are_alike(2, 3)


def test_percentages_of_shown_amounts_are_of_exact_ones() -> None:
    text = """
    Investeringsredovisning
    Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
    Gator   | 1652   | 794     | 858       | 48.0          | 1652    | 0
    Skola   | 1000   | 501     | 499       | 50.1          | 1000    | 0
    Summa   | 2652   | 1295    | 1357      | 48.8          | 2652    | 0
    """

    behind, shown = netted(text), netted(text, Policy(ratio_basis=RatioBasis.SHOWN))

    assert behind.failing == []
    assert shown.failing == ["V103 E3"]
    assert told_span(shown.rule("V103 E4").room(at("E4"), {})) == "50.05 to 50.15"


def test_what_was_not_checked_for_want_of_figures_is_no_rule() -> None:
    """Nothing less nothing is not checked; nor does it wait for an amount, as a total does."""
    net = netted(TYPED.replace("-900   | -300   | -900    | 0", "       | -300   |         |  "))

    assert parts(net)["E2"] == ["F101 E5"]
    assert told(net.net.open_cells) == ""
