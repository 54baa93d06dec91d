"""Live formulas: what follows its cells, and what does not."""

from __future__ import annotations

from dataclasses import replace

from syditval.arithmetic import evaluate
from syditval.diagnosis.live import live_formulas
from syditval.model.amounts import Figure
from syditval.model.relation import Form, Relation, Term
from tests.arithmetic.figures import figure
from tests.diagnosis.netted import at, netted, told

TEXT = """
Benämning | Budget            | Utfall | Prognos          | Avvikelse
Intäkter  | -900              | -300   | -900             | =B2-D2 -> 0
Personal  | 500               | 170    | 505              | -5
Lokaler   | 400               | 130    | 400              | =B4-D4 -> 0
Summa     | =SUM(B2:B4) -> 0  | 0      | =SUM(D2:D4) -> 5 | =SUM(E2:E4) -> -5
"""


def live(text: str) -> dict[str, str]:
    """Each live formula with the cells that it follows."""
    return {
        cell.a1: told(term.figure.cell for term in terms)
        for cell, terms in live_formulas(netted(text).judgements).items()
    }


def test_sums_and_differences_over_their_cells_follow_them() -> None:
    assert live(TEXT) == {
        "B5": "B2 B3 B4",
        "D5": "D2 D3 D4",
        "E2": "B2 D2",
        "E4": "B4 D4",
        "E5": "E2 E3 E4",
    }


def test_a_formula_over_other_cells_follows_those() -> None:
    assert "B5" not in live(TEXT.replace("=SUM(B2:B4) -> 0", "=SUM(B2:B3)+400 -> 0"))


def test_a_result_that_disagrees_with_its_cells_follows_nothing() -> None:
    assert "D5" not in live(TEXT.replace("=SUM(D2:D4) -> 5", "=SUM(D2:D4) -> 95"))


def test_one_that_was_never_calculated_follows_its_cells_all_the_same() -> None:
    assert live(TEXT.replace("=SUM(D2:D4) -> 5", "=SUM(D2:D4)"))["D5"] == "D2 D3 D4"


def test_a_percentage_is_rounded_by_itself() -> None:
    judgements = netted("""
    Investeringsredovisning
    Projekt | Budget | Bokfört | Avvikelse    | Förbrukning %        | Prognos | Avvikelse
    Gator   | 1652   | 794     | =B3-C3 -> 858 | =100*C3/B3 -> 48.06 | 1700    | -48
    Skola   | 1000   | 501     | 499          | 50.1                 | 990     | 10
    Summa   | 2652   | 1295    | 1357         | 48.8                 | 2690    | -38
    """).judgements

    assert [cell.a1 for cell in live_formulas(judgements)] == ["D3"]


def circle(*formulas: str) -> dict[str, str]:
    """What is live among formulas over one figure each: ``B2 B3`` for B2 that is B3."""
    judgements = [
        evaluate(
            Relation("F101", Form.SUM, "t", placed(target), (Term(1, placed(term)),), formula_backed=True)
        )
        for target, term in map(str.split, formulas)
    ]
    return {
        cell.a1: told(term.figure.cell for term in terms) for cell, terms in live_formulas(judgements).items()
    }


def placed(address: str) -> Figure:
    return replace(figure(7), cell=at(address))


def test_formulas_that_come_back_to_themselves_follow_nothing() -> None:
    assert circle("B2 B3", "B3 B4", "B4 B2") == {}
    assert circle("B2 B2") == {}


def test_one_that_leads_into_a_circle_follows_its_cell() -> None:
    assert circle("B1 B2", "B2 B3", "B3 B2") == {"B1": "B2"}


def test_two_that_lead_to_the_same_cell_are_no_circle() -> None:
    assert circle("B2 B4", "B3 B4", "B4 B5") == {"B2": "B4", "B3": "B4", "B4": "B5"}
