"""Stored results beside recalculated ones: what differs, and what cannot be compared."""

from __future__ import annotations

from syditval.checks.recalculation import compare
from tests.text_tables import recalculated, workbook


def differing(text: str) -> dict[str, str]:
    """What each formula that differs gives when it is calculated again."""
    again = recalculated(text)
    assert again
    return {cell.a1: str(new.value) for cell, new in compare(workbook(text), again).differing.items()}


def left_out(text: str) -> list[str]:
    again = recalculated(text)
    assert again
    return [cell.a1 for cell in compare(workbook(text), again).left_out]


def test_a_result_that_is_out_of_date() -> None:
    text = """
Skola | 100
Vård  | 60
Summa | =SUM(B1:B2) -> 150
! recalculated B3 -> 160
"""
    assert (differing(text), left_out(text)) == ({"B3": "160"}, [])


def test_figures_that_were_typed_are_no_concern() -> None:
    text = """
Skola | 100
Summa | =SUM(B1:B1) -> 100
! recalculated B1 -> 7
"""
    assert (differing(text), left_out(text)) == ({}, [])


def test_what_binary_arithmetic_leaves_behind_is_no_difference() -> None:
    text = """
Skola | 0.1
Vård  | 0.2
Summa | =SUM(B1:B2) -> 0.30000000000000004
Noll  | =B3-B1-B2 -> 0.00000000000000002775
! recalculated B3 -> 0.3
! recalculated B4 -> 0
"""
    assert (differing(text), left_out(text)) == ({}, [])


def test_a_real_difference_however_small_is_one() -> None:
    text = """
Skola | 0.1
Andel | =B1/3 -> 0.03333
! recalculated B2 -> 0.0333333333333333
"""
    assert differing(text) == {"B2": "0.0333333333333333"}


def test_texts_and_dates_are_compared_as_they_stand() -> None:
    text = """
Kontroll | =IF(B3=1,"Stämmer","Fel") -> Stämmer
Datum    | =DATE(2024,4,30) -> 2024-04-30 {date}
Mål      | 2
! recalculated B1 -> Fel
! recalculated B2 -> 2024-04-30 {date}
"""
    assert differing(text) == {"B1": "Fel"}


class TestLeftOut:
    def test_formulas_of_the_moment(self) -> None:
        text = """
=TODAY() -> 45000 | =RAND() -> 1 | =OFFSET(A1,1,1) -> 2 | =TEXT(A1,"0") -> 3
! recalculated A1 -> 46000
! recalculated B1 -> 2
! recalculated C1 -> 2
! recalculated D1 -> 3
"""
        assert (differing(text), left_out(text)) == ({}, ["A1", "B1", "C1", "D1"])

    def test_error_values_on_either_side(self) -> None:
        text = """
=A2/0 -> #DIV/0! | =FOO(1) -> 12
! recalculated A1 -> 5
! recalculated B1 -> #NAME?
"""
        assert (differing(text), left_out(text)) == ({}, ["A1", "B1"])

    def test_what_differs_because_it_reads_one_of_these_however_far(self) -> None:
        text = """
=TODAY() -> 45000
=A1+1 -> 45001
=SUM(A1:A2) -> 90001
=SUM(B1:B9) -> 7
! recalculated A1 -> 46000
! recalculated A2 -> 46001
! recalculated A3 -> 92001
! recalculated A4 -> 0
"""
        assert (differing(text), left_out(text)) == ({"A4": "0"}, ["A1", "A2", "A3"])

    def test_what_reads_one_of_these_and_still_agrees_is_compared(self) -> None:
        text = """
=TODAY() -> 45000
=IF(A1>1,1,2) -> 1
! recalculated A1 -> 46000
"""
        assert left_out(text) == ["A1"]

    def test_results_of_another_type(self) -> None:
        text = """
=A2 -> 12
! recalculated A1 -> "12"
"""
        assert (differing(text), left_out(text)) == ({}, ["A1"])


def test_a_formula_that_was_never_calculated_has_no_result_to_compare() -> None:
    text = """
=SUM(B1:B2)
! recalculated A1 -> 0
"""
    assert (differing(text), left_out(text)) == ({}, [])


def test_an_empty_text_need_not_be_written() -> None:
    text = '=IF(1,"","x") -> ""\n! recalculated A1 -> ""\n'

    assert (differing(text), left_out(text)) == ({}, [])


def test_a_sheet_that_is_gone_cannot_be_compared() -> None:
    stored = workbook("# Drift\n=1+1 -> 2")
    comparison = compare(stored, workbook("# Blad\nannat"))

    assert [cell.address for cell in comparison.left_out] == ["Drift!A1"]
