"""A number that was typed over one of several formulas that agree."""

from __future__ import annotations

import pytest

from syditval.checks.typed_number_among_formulas import RULE
from tests.checks.examined import examined


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H303" in each]


def test_it_is_told_with_a_formula_beside_it() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H303 E4"]
    assert found.sentences()[0].startswith(
        "Typed numbers in E4 (1) stand among formulas such as =B3-D3; the first is 0:"
    )


def test_a_row_of_them_is_told_once() -> None:
    found = examined(
        """
Nämnd  | A          | B          | C
Kultur | =E2*2 -> 2 | =F2*2 -> 2 | =G2*2 -> 2 | 1 | 1 | 1
Teknik | =E3*2 -> 2 | =F3*2 -> 2 | =G3*2 -> 2 | 1 | 1 | 1
Omsorg | 7          | 8          | 9          | 1 | 1 | 1
Skola  | =E5*2 -> 2 | =F5*2 -> 2 | =G5*2 -> 2 | 1 | 1 | 1
""",
        (),
    )

    assert found.findings == ["warning H303 B4"]
    assert "Typed numbers in B4:D4 (3)" in found.sentences()[0]


@pytest.mark.parametrize(
    "table",
    [
        # Every second line is a formula: that is a pattern.
        "A | 1\nB | =B1/4 -> 0.25\nC | 2\nD | =B3/4 -> 0.5\nE | 3\nF | =B5/4 -> 0.75",
        # Actuals, then forecasts.
        "A | 1 | 2 | =C1*2 -> 4 | =D1*2 -> 8 | =E1*2 -> 16",
        # The percentages on a total row.
        "Post | B | C | Procent | E | F\nA | 1 | 2 | 33.3 | 4 | 5\nSumma | =SUM(B2:B2) -> 1 | =SUM(C2:C2) -> 2 | 22.2 | =SUM(E2:E2) -> 4 | =SUM(F2:F2) -> 5",
        # What another rule tells of.
        "Post | B | C | D | E | F\nA | 1 | 2 | 3 | 4 | 5\nB | 1 | 2 | 3 | 4 | 5\nSumma | =SUM(B2:B3) -> 2 | =SUM(C2:C3) -> 4 | 6 | =SUM(E2:E3) -> 8 | =SUM(F2:F3) -> 10",
    ],
)
def test_what_stands_among_formulas_for_a_reason_is_not(table: str) -> None:
    assert told(table) == []
