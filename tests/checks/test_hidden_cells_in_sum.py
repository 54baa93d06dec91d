"""A sum of which the reader sees only a part."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined

TABLE = """
Nämnd  | jan | feb | mar | Summa
Kultur | 1   | 2   | 3   | =SUM(B2:D2) -> 6
Teknik | 10  | 20  | 30  | =SUM(B3:D3) -> 60
Summa  | =SUM(B2:B3) -> 11 | =SUM(C2:C3) -> 22 | =SUM(D2:D3) -> 33 | =SUM(E2:E3) -> 66
"""


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H310" in each]


def test_hidden_rows_in_sums_down() -> None:
    found = examined(f"! hidden rows 3{TABLE}", ())

    assert found.findings == ["warning H105 B3", "warning H310 B4"]
    assert found.sentences()[1] == (
        "The sum in B4:E4 over B2:B3 counts 10 in hidden cells (1): what is shown does not add up to it. Show "
        "them, or take them out of the sum."
    )


def test_hidden_columns_in_sums_along() -> None:
    found = examined(f"! hidden columns C{TABLE}", ())

    assert found.findings == ["warning H106 C2", "warning H310 E2"]
    assert "The sum in E2:E3 over B2:D2 counts 2 in hidden cells (1)" in found.sentences()[1]


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        # A group that is folded away as a whole; a subtotal, which may leave hidden rows out; nothing but zeros.
        f"! hidden rows 2 3{TABLE}",
        f"! hidden rows 3{TABLE.replace('SUM(', 'SUBTOTAL(9,')}",
        f"! hidden rows 3{TABLE.replace('10', '0').replace('20', '0').replace('30', '0').replace('60', '0')}",
        f"! hidden sheet\n! hidden rows 3{TABLE}",
        f"! hidden rows 4\n! hidden columns E{TABLE}",
    ],
)
def test_what_misleads_nobody_is_not_told(table: str) -> None:
    assert told(table) == []
