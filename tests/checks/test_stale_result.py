"""A stored result that its formula does not give is told at that formula, and not at all that rest on it."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H306" in each]


def test_it_is_told_with_both_results() -> None:
    found = examined("Kultur | 10\nTeknik | 20\nSumma | =SUM(B1:B2) -> 29", ())

    assert found.findings == ["error H306 B3"]
    assert found.sentences()[0] == (
        "B3 shows 29, but its formula =SUM(B1:B2) gives 30 from the stored values of its cells: recalculate "
        "and save. Such cells here: 1."
    )


def test_neighbours_of_one_form_are_told_together() -> None:
    found = examined(
        "Kultur | 1 | 2 | 3\nTeknik | 1 | 2 | 3\nSumma | =SUM(B1:B2) -> 9 | =SUM(C1:C2) -> 9 | =SUM(D1:D2) -> 9",
        (),
    )

    assert found.findings == ["error H306 B3"]
    assert "Such cells here: 3." in found.sentences()[0]


def test_what_rests_on_a_stale_result_is_right_as_far_as_it_goes() -> None:
    assert told("1\n=A1*2 -> 7\n=A2*2 -> 14\n=A3*2 -> 28") == ["error H306 A2"]


@pytest.mark.parametrize(
    ("formula", "shows"),
    [('=IF(A1>0,"Ja","Nej")', "Ja Nej"), ("=A1>0", "1"), ("=A1/Z9", "0"), ("=A1&A1", "7")],
)
def test_texts_truth_values_and_errors_too(formula: str, shows: str) -> None:
    assert told(f"text | {formula.replace('A1', 'C1')} -> {shows} | 1") == (
        ["error H306 B1"] if "&" not in formula else []
    )


@pytest.mark.parametrize(
    "sheet",
    [
        "0.1 | 0.2 | =A1+B1 -> 0.30000000000000004",
        "10 | 3 | =A1/B1 -> 3.33333333333333",
        "10 | 0 | =A1/B1 -> #DIV/0!",
        "1 | =VLOOKUP(A1,A1:A2,1) -> 7",
        "1 | =A1*2",
        "1 | =SUM(A1:B1) -> 7",
        "1 | =A1+45000 -> 2024-01-31 {date}",
        'tom | =IF(C1="","",C1*2) -> ""',
    ],
)
def test_noise_other_rules_and_what_cannot_be_evaluated_are_no_stale_results(sheet: str) -> None:
    assert told(sheet) == []
