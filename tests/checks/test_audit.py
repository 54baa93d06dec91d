"""What the rules on formulas ask of a workbook."""

from __future__ import annotations

from decimal import Decimal

from syditval.checks.audit import Audit, amount_of
from syditval.formulas import Amount, NotEvaluated
from syditval.model.cells import Cell, CellKind, CellRef
from tests.text_tables import workbook

BOOK = """
! hidden rows 3
1 | 2  | =SUM(A1:B1) -> 3
3 | 4  | =A2+B2 -> 7
=SUM(A1:A2) -> 4 | =ROUND(B1+B2,0) -> 6 | =Namn -> 10
=A1 -> 1 | =A1*2 | =1/0 -> #DIV/0! | =D4 -> 0
"""


def audit() -> Audit:
    return Audit(workbook(BOOK))


def test_totals_down_and_across() -> None:
    totals = audit().totals

    assert sorted(totals.down_on("Sheet1")) == [(3, 1), (3, 2)]
    assert totals.is_down("Sheet1", (3, 1))
    assert not totals.is_down("Sheet1", (1, 3))
    assert [place for place in ((1, 3), (2, 3), (3, 1)) if totals.is_across("Sheet1", place)] == [
        (1, 3),
        (2, 3),
    ]
    assert not totals.is_across("Annat", (1, 3))


def test_results_leave_out_what_other_rules_tell_of() -> None:
    results = {home.a1: result for home, _, result in audit().results}

    assert set(results) == {"C1", "C2", "A3", "B3", "C3", "A4"}
    assert results["C1"] == Amount(Decimal(3), Decimal(3))
    assert isinstance(results["C3"], NotEvaluated)


def test_ranges_that_are_summed() -> None:
    assert [(each.home.a1, each.spot.area.a1) for each in audit().sums] == [("C1", "A1:B1"), ("A3", "A1:A2")]


def test_hidden_cells_and_links() -> None:
    assert audit().is_hidden(CellRef("Sheet1", 3, 1))
    assert not audit().is_hidden(CellRef("Sheet1", 2, 1))
    assert not audit().is_linked
    assert Audit(workbook("! dde link x")).is_linked


def test_an_amount_or_nothing() -> None:
    assert amount_of(Cell(CellKind.NUMBER, Decimal(5))) == 5
    assert amount_of(Cell(CellKind.TEXT, "5")) == amount_of(None) == 0
