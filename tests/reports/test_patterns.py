"""Relations that say the same of other columns or rows are one pattern."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.utils.cell import coordinate_to_tuple

from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Judgement, Relation, Term, Verdict
from syditval.reports.patterns import Part, patterns_of


def figure(address: str) -> Figure:
    return Figure(CellRef("Drift", *coordinate_to_tuple(address)), FigureState.AMOUNT, Decimal(1))


def judged(target: str, terms: str, verdict: Verdict = Verdict.EXACT, form: Form = Form.SUM) -> Judgement:
    """A relation with its verdict; an address after a minus is taken away."""
    parts = tuple(
        Term(-1 if each.startswith("-") else 1, figure(each.removeprefix("-"))) for each in terms.split()
    )
    return Judgement(Relation("F201", form, "region", figure(target), parts), verdict)


def test_the_same_lines_in_several_columns_are_one_pattern() -> None:
    (pattern,) = patterns_of([judged("C5", "C3 C4"), judged("B5", "B3 B4", Verdict.INCONSISTENT)])

    assert (pattern.is_down, pattern.target, pattern.parts) == (True, 5, (Part(3, 1), Part(4, 1)))
    assert pattern.holding == 1
    assert [each.relation.target.cell.a1 for each in pattern.judgements] == ["B5", "C5"]


def test_along_rows_the_lines_are_columns() -> None:
    (pattern,) = patterns_of([judged("D5", "B5 -C5"), judged("D6", "B6 -C6")])

    assert (pattern.is_down, pattern.target, pattern.parts) == (False, 4, (Part(2, 1), Part(3, -1)))


def test_other_lines_another_sign_and_another_form_are_other_patterns() -> None:
    patterns = patterns_of(
        [
            judged("D5", "B5 -C5"),
            judged("D6", "B6 C6"),
            judged("E6", "B6 C6"),
            judged("D7", "B7 C7", form=Form.RATIO),
        ]
    )

    assert len(patterns) == 4


def test_a_blank_part_makes_no_other_pattern() -> None:
    (pattern,) = patterns_of([judged("B5", "B3"), judged("C5", "C3 C4"), judged("D5", "D4")])

    assert pattern.parts == (Part(3, 1), Part(4, 1))
    assert pattern.example.target.cell.a1 == "C5"


def test_the_example_is_one_that_holds_where_there_is_one() -> None:
    (pattern,) = patterns_of([judged("B5", "B3 B4", Verdict.INCONSISTENT), judged("C5", "C3 C4")])

    assert pattern.example.target.cell.a1 == "C5"


def test_figures_explained_by_rounding_hold_and_those_that_were_not_checked_do_not() -> None:
    (pattern,) = patterns_of(
        [judged("B5", "B3 B4", Verdict.ROUNDING), judged("C5", "C3 C4", Verdict.NOT_CHECKED)]
    )

    assert pattern.holding == 1
