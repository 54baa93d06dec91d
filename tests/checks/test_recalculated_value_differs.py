"""H320: results that are not what their formulas give, and why nothing was calculated again."""

from __future__ import annotations

from decimal import Decimal

from syditval.checks import check_recalculated, check_workbook, not_recalculated
from syditval.checks.recalculated_value_differs import RULE
from syditval.messages import texts
from syditval.messages.findings import finding_sentence, gap_sentence
from syditval.model.relation import Reason
from tests.text_tables import recalculated, workbook

STALE = """
Skola | 100 | 10
Vård  | 60  | 20
Summa | =SUM(B1:B2) -> 150 | =SUM(C1:C2) -> 20
I dag | =TODAY() -> 45000
! recalculated B3 -> 160
! recalculated C3 -> 30
! recalculated B4 -> 46000
"""


def test_one_finding_a_sheet_at_the_first_of_its_cells() -> None:
    (found,) = check_recalculated(workbook(STALE), recalculated(STALE) or workbook("")).findings

    assert (found.code, found.severity, found.cell and found.cell.a1) == ("H320", RULE.severity, "B3")
    assert [cell.a1 for cell in found.related] == ["C3"]
    assert (found.fields["count"], found.fields["written"]) == (2, Decimal(150))
    assert finding_sentence(found, texts("sv")).startswith(
        "På bladet Sheet1 finns formler som ger något annat när LibreOffice räknar om dem: 2 st. "
        "Den första visar 150 och ger 160."
    )


def test_a_cell_that_is_known_to_be_out_of_date_is_not_told_again() -> None:
    book, again = workbook(STALE), recalculated(STALE)
    (stale,) = (each for each in check_workbook(book, (), (), ()).findings if each.code == "H306")
    found = check_recalculated(book, again or workbook(""), known=[stale]).findings

    assert [cell.a1 for cell in (stale.cell, *stale.related) if cell] == ["B3", "C3"]
    assert found == ()


def test_what_could_not_be_compared_is_said_once_a_sheet() -> None:
    (gap,) = check_recalculated(workbook(STALE), recalculated(STALE) or workbook("")).not_checked

    assert (gap.reason, gap.cell and gap.cell.a1, gap.count) == (Reason.NOT_COMPARABLE, "B4", 1)
    assert gap_sentence(gap, texts("en")).endswith("1, the first at Sheet1!B4.")


def test_nothing_is_said_of_a_workbook_whose_results_are_up_to_date() -> None:
    sound = workbook("Skola | 100\nSumma | =SUM(B1:B1) -> 100")

    assert check_recalculated(sound, sound) == check_recalculated(workbook("text"), workbook("text"))


def test_why_nothing_was_calculated_again() -> None:
    (gap,) = not_recalculated(Reason.RECALCULATION_OVERDUE, "60").not_checked

    assert gap_sentence(gap, texts("sv")) == (
        "H320: arbetsboken har inte räknats om; LibreOffice behövde mer än 60 sekunder."
    )
