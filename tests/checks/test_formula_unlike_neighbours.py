"""One formula among several that agree with one another."""

from __future__ import annotations

import pytest

from syditval.checks.formula_unlike_neighbours import RULE
from tests.checks.examined import examined

COLUMN = """
Nämnd  | Budget | Utfall | Kvar
Kultur | 10     | 4      | =B2-C2 -> 6
Teknik | 20     | 5      | =B3-C3 -> 15
Omsorg | 30     | 9      | {middle}
Skola  | 40     | 7      | =B5-C5 -> 33
"""


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H304" in each]


def test_it_is_told_with_both_formulas() -> None:
    assert examined(RULE.bad).sentences()[0] == (
        "The formula in E4 is =D4-B4, while those on both sides agree on another, such as =B3-D3: see which is right."
    )


@pytest.mark.parametrize(
    "formula", ["=B4-C3 -> 25", "=B4+C4 -> 39", "=B4-$C$4 -> 21", "=B4*0.7 -> 21", "=21 -> 21"]
)
def test_whatever_it_is_instead(formula: str) -> None:
    assert told(COLUMN.format(middle=formula)) == ["warning H304 D4"]


@pytest.mark.parametrize(
    "table",
    [
        COLUMN.format(middle="=SUM(D2:D3) -> 21"),
        COLUMN.format(middle="=D3*2 -> 30"),
        COLUMN.format(middle="=B4-C4 -> 21"),
        # A total row that goes on along the row.
        "P | A | B | C\nx | 1 | 2 | =A9-B2 -> -2\ny | 1 | 2 | =A9-B3 -> -2\nS | =B2*2 -> 2 | =C2*2 -> 4 | =D2*2 -> -4\nz | 1 | 2 | =A9-B5 -> -2",
        # A difference between sums of columns.
        "P | A | B | C | D | E\nx | 1 | 2 | 0 | 3 | 4\ny | 1 | 2 | 0 | 3 | 4\nS | =SUM(B2:B3) -> 2 | =SUM(C2:C3) -> 4 | =B4-C4 -> -2 | =SUM(E2:E3) -> 6 | =SUM(F2:F3) -> 8",
        # Two agree on one side only.
        "P | A\nx | =C2*2 -> 0\ny | =C3*3 -> 0\nz | =C4*4 -> 0",
    ],
)
def test_what_differs_for_a_reason_is_not(table: str) -> None:
    assert told(table) == []
