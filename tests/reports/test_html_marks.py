"""How the cells that a cause or a finding speaks of are marked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.messages import texts
from syditval.model.cause import Cause, Change, Mechanism
from syditval.model.cells import CellRef
from syditval.reports.html_marks import Mark, Marked, instead, marks_of_cause, marks_of_findings
from tests.reports.example_causes import CAPITAL, CAUSES, DRIFT, FAILURES, slip
from tests.reports.example_pages import month_finding

WORDS = texts("en")
HERE = CellRef(DRIFT, 5, 2)


def marks(cause: Cause) -> dict[str, Marked]:
    """The marks of a cause and its findings, by address."""
    findings = [each for each in FAILURES.values() if each.id in cause.explains]
    return {cell.address: marked for cell, marked in marks_of_cause(cause, findings, WORDS).items()}


def test_a_cause_marks_the_wrong_cell_with_what_it_should_hold_and_where_it_shows() -> None:
    assert marks(CAUSES["certain"]) == {
        "Drift!D6": Marked(Mark.CULPRIT, "10\N{NO-BREAK SPACE}906"),
        "Drift!E6": Marked(Mark.FINDING),
        "Drift!D15": Marked(Mark.FINDING),
    }


def test_the_alternatives_are_marked_as_possible_and_a_mark_is_the_strongest() -> None:
    assert marks(CAUSES["one of"]) == {
        "Drift!C11": Marked(Mark.CULPRIT, "-90"),
        "Drift!C12": Marked(Mark.POSSIBLE, "200"),
        "Drift!C15": Marked(Mark.POSSIBLE, "86 to 96"),
    }


def test_what_shows_how_it_happened_is_related() -> None:
    assert marks(CAUSES["likely"])["Investeringar!B7"] == Marked(Mark.RELATED)


def test_a_habit_of_rounding_is_no_error_of_any_cell() -> None:
    habit = replace(
        CAUSES["certain"], slips=(slip(Mechanism.CUT_OFF, *CAUSES["certain"].changes),), explains=()
    )

    assert marks(habit) == {"Drift!D6": Marked(Mark.FINDING)}


def test_a_finding_marks_its_cell_and_those_related_to_it() -> None:
    finding = month_finding(20, 16)

    assert {cell.a1: marked.mark for cell, marked in marks_of_findings([finding]).items()} == {
        "P20": Mark.FINDING,
        "O20": Mark.RELATED,
        "N20": Mark.RELATED,
    }


def test_a_finding_on_the_whole_workbook_marks_nothing() -> None:
    assert marks_of_findings([replace(month_finding(20, 16), cell=None, related=())]) == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(HERE, Decimal(1), Decimal(1990), Decimal(2010), Decimal(2000)), "2\N{NO-BREAK SPACE}000"),
        (Change(HERE, None, Decimal(7), Decimal(7)), "7"),
        (Change(HERE, None, Decimal(7), Decimal("8.5")), "7 to 8,5"),
        (Change(HERE, None, Decimal(7), Decimal(7), unit="%"), "7\N{NO-BREAK SPACE}%"),
    ],
)
def test_what_a_cell_should_hold(change: Change, said: str) -> None:
    assert instead(change, WORDS) == said


def test_marks_keep_their_sheet() -> None:
    finding = replace(month_finding(20, 16), related=(CellRef(CAPITAL, 5, 2),))

    assert {cell.sheet for cell in marks_of_findings([finding])} == {"Månader, 2024", CAPITAL}
