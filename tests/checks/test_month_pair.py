"""A table beside itself of an earlier month."""

from __future__ import annotations

import pytest

from syditval.checks.month_pair import LINES, heading, label_cell, outcome
from syditval.model.relation import Form
from tests.checks.examined import table_of
from tests.checks.monthly import APRIL, MARCH, PROJECTS, pair


def test_figures_stand_beside_those_of_then() -> None:
    found = [(now.amount, then.amount, then.cell.address) for now, then in pair().figures("actual")]

    assert found[0] == (-300, -225, "'[mars.xlsx]Sheet1'!C2")
    assert len(found) == 4
    assert len(list(pair().figures("actual", rows=LINES))) == 3


def test_lines_that_are_blank_in_both_months_are_left_out() -> None:
    blank = "Summa | | | |"
    found = pair(APRIL.replace("Summa ", f"{blank.replace('Summa', 'Kurser')}\nSumma "), MARCH)

    assert len(list(found.figures("budget"))) == 4


OTHER_SIGNS = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | 900    | 225    | 905     | 5
Personalkostnader | -500   | -127   | -510    | -10
Lokalhyror        | -400   | -98    | -395    | 5
Summa             | 0      | 0      | 0       | 0
"""


def test_a_change_is_told_in_the_sign_of_now() -> None:
    turned = pair(APRIL, OTHER_SIGNS)

    assert turned.conversion.turn == -1
    assert [turned.change(two) for two in turned.figures("budget")] == [0, 0, 0, 0]
    assert [turned.change(two) for two in turned.figures("actual")] == [-75, 43, 32, 0]
    assert [pair().change(two) for two in pair().figures("actual")] == [-75, 43, 32, 0]


def test_an_unreadable_figure_has_no_change() -> None:
    unread = pair(APRIL.replace("170", "x"))

    assert [unread.change(two) for two in unread.figures("actual")] == [-75, None, 32, 0]


def test_a_relation_is_held_against_the_figure_of_then() -> None:
    *_, total = pair().figures("budget")
    relation = pair().relation("T101", Form.SUM, total)

    assert (relation.table, relation.on_total, relation.is_across) == ("budget", True, True)
    assert [term.figure.cell.source for term in relation.terms] == ["mars.xlsx"]


@pytest.mark.parametrize("then", ["0      | 0      | 0 ", "=SUM(B2:B4) -> 0      | 0      | 0 "])
def test_a_live_total_beside_a_typed_one_has_all_its_roundings(then: str) -> None:
    live = pair(
        APRIL.replace("Summa             | 0 ", "Summa | =SUM(B2:B4) -> 0"),
        MARCH.replace("Summa             | 0      | 0      | 0 ", f"Summa | {then}"),
    )
    *_, total = live.figures("budget")
    relation = live.relation("T101", Form.SUM, total)

    assert relation.target.roundings == (1 if "SUM" in then else 3)
    assert relation.terms[0].figure.roundings == 1


def test_where_names_stand() -> None:
    budget = table_of(APRIL)

    assert (heading(budget, "actual").a1, heading(budget, "booked").a1) == ("C1", "A1")
    assert label_cell(budget, 3).a1 == "A3"
    assert pair().label_of(budget.rows[1]).address == "'[mars.xlsx]Sheet1'!A3"
    assert (outcome(budget), outcome(table_of(PROJECTS))) == ("actual", "booked")
    assert (pair().has("budget"), pair().has("booked")) == (True, False)
