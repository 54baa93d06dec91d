"""How many rounded figures stand behind a live formula, and what its relations make of that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import evaluate
from syditval.arithmetic.precision import rounded
from syditval.checks.live_roundings import with_roundings
from syditval.model.amounts import Figure
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Relation, Term, Verdict
from tests.arithmetic.figures import figure
from tests.checks.examined import examined

# Budget and forecast of each line differ by less than a half and were rounded apart: by four in all.
ROUNDED = """
Benämning | Budget            | Utfall           | Prognos           | Avvikelse
A         | 10                | 1                | 11                | 0
B         | 10                | 1                | 11                | 0
C         | 10                | 1                | 11                | 0
D         | 10                | 1                | 11                | 0
Summa     | =SUM(B2:B5) -> 40 | =SUM(C2:C5) -> 4 | =SUM(D2:D5) -> 44 | =SUM(E2:E5) -> 0
"""


def placed(name: str, written: int) -> Figure:
    """A figure in a cell called by a letter: all stand in one row."""
    return replace(figure(written), cell=CellRef("Drift", 1, ord(name)))


def relation(target: str, terms: str, form: Form = Form.SUM, *, live: bool = True) -> Relation:
    """``T`` should be the sum of ``abc``; their values do not matter."""
    found = tuple(Term(1, placed(name, 10)) for name in terms)
    return Relation("F101", form, "budget", placed(target, 10), found, formula_backed=live)


def roundings(*relations: Relation) -> list[str]:
    """Each relation with how many roundings stand behind its figures: ``T3 a1 b1``."""
    (counted,) = with_roundings({"F101": relations}).values()
    return [
        " ".join(f"{chr(each.cell.column)}{each.roundings}" for each in found.figures) for found in counted
    ]


def test_a_live_total_stands_for_all_that_it_adds_up() -> None:
    assert roundings(relation("T", "abc"), relation("V", "Tx", live=False)) == ["T1 a1 b1 c1", "V1 T3 x1"]


def test_so_does_a_live_difference() -> None:
    assert roundings(relation("T", "ab", Form.DIFFERENCE), relation("V", "Tx", live=False)) == [
        "T1 a1 b1",
        "V1 T2 x1",
    ]


def test_formulas_over_formulas_stand_for_all_at_the_end() -> None:
    chain = [relation("T", "Sc"), relation("S", "ab"), relation("V", "Tx", live=False)]

    assert roundings(*chain)[2] == "V1 T3 x1"


def test_the_relation_of_the_formula_itself_stays_as_it_is() -> None:
    live = relation("T", "Sc")

    assert with_roundings({"F101": [live, relation("S", "ab")]})["F101"][0] is live


def test_a_live_quotient_is_rounded_itself() -> None:
    assert roundings(relation("T", "ab", Form.RATIO), relation("V", "Tx", live=False))[1] == "V1 T1 x1"


def test_a_formula_that_comes_back_to_itself_is_counted_once() -> None:
    circle = [relation("T", "Sa"), relation("S", "Tb"), relation("V", "Tx", live=False)]

    assert roundings(*circle)[2] == "V1 T3 x1"


def test_relations_of_typed_figures_are_handed_on() -> None:
    typed = relation("T", "ab", live=False)

    assert with_roundings({"F101": [typed], "V101": []}) == {"F101": [typed], "V101": []}


def test_a_live_total_of_another_rule_counts_too() -> None:
    counted = with_roundings({"F101": [relation("T", "abc")], "V101": [relation("V", "Tx", live=False)]})

    assert [figure.roundings for figure in counted["V101"][0].figures] == [1, 3, 1]


def test_clean_rounded_lines_raise_no_alarm_under_live_totals() -> None:
    """Each variance is out by one, as three rounded figures may be; their totals are out by four."""
    found = examined(ROUNDED)

    assert found.verdicts("V101") == dict.fromkeys(("E2", "E3", "E4", "E5", "E6"), "rounding")
    assert found.findings == []


def test_what_is_out_by_more_than_all_of_them_still_fails() -> None:
    wrong = examined(ROUNDED.replace("=SUM(E2:E5) -> 0", "30"))

    assert wrong.verdicts("V101")["E6"] == "inconsistent"


def test_typed_totals_are_rounded_by_themselves() -> None:
    typed = examined(ROUNDED.replace("=SUM(B2:B5) -> 40", "40").replace("=SUM(D2:D5) -> 44", "44"))

    assert typed.verdicts("V101")["E6"] == "inconsistent"


@given(st.lists(st.tuples(st.integers(-9999, 9999), st.integers(-9999, 9999)), min_size=1, max_size=60))
def test_no_variance_of_rounded_lines_is_impossible_at_its_live_totals(lines: list[tuple[int, int]]) -> None:
    """Budget and forecast in tenths, printed in whole units; the variance is rounded by itself."""

    def printed(tenths: int) -> int:
        return int(rounded(Decimal(tenths) / 10, Decimal(1)))

    columns = [
        [printed(budget) for budget, _ in lines],
        [printed(forecast) for _, forecast in lines],
        [printed(budget - forecast) for budget, forecast in lines],
    ]
    live = [
        Relation(
            "F101", Form.SUM, "t", placed(name, sum(column)), _cells(number, column), formula_backed=True
        )
        for number, (name, column) in enumerate(zip("BPV", columns, strict=True))
    ]
    budget, forecast, variance = (each.target for each in live)
    difference = Relation.difference("V101", "t", variance, budget, forecast)

    counted = with_roundings({"F101": live, "V101": [difference]})["V101"][0]

    assert evaluate(counted).verdict is not Verdict.INCONSISTENT


def _cells(number: int, column: list[int]) -> tuple[Term, ...]:
    return tuple(
        Term(1, replace(figure(value), cell=CellRef("Drift", row, number)))
        for row, value in enumerate(column, start=2)
    )
