"""Lines that count once by themselves and once with their subtotal."""

from __future__ import annotations

import pytest

from syditval.checks.sum_includes_subtotal import RULE
from tests.checks.examined import examined


def told(text: str) -> list[str]:
    return [each for each in examined(text, ()).findings if "H302" in each]


def test_the_subtotal_is_named_with_its_amount() -> None:
    found = examined(RULE.bad, ())

    assert found.findings == ["error H302 B6"]
    assert found.sentences()[0] == (
        "The sum in B6 covers B2:B5 and with it the subtotal B4 (Summa fritid: 30), whose lines it has "
        "already: these count twice."
    )


@pytest.mark.parametrize(
    "table",
    [
        RULE.bad.replace("=SUM(B2:B3)", "=B2+B3"),
        RULE.bad.replace("=SUM(B2:B5)", "=SUBTOTAL(9,B2:B5)"),
        "Post | jan | feb | Vår | Summa\nA | 1 | 2 | =SUM(B2:C2) -> 3 | =SUM(B2:D2) -> 6",
        "Post | jan | feb | Vår\nA | 1 | 2 | =SUM(B2:C2) -> 3\nB | 1 | 2 | =SUM(B3:C3) -> 3\nAllt | =SUM(B2:D3) -> 12",
    ],
)
def test_whichever_way_it_adds(table: str) -> None:
    assert [each[:10] for each in told(table)] == ["error H302"]


@pytest.mark.parametrize(
    "table",
    [
        RULE.bad.replace("=SUM(B2:B5)", "=SUM(B2:B5)-B4"),
        RULE.bad.replace("=SUM(B2:B5)", "=SUM(B2:B5)/2"),
        RULE.bad.replace("=SUM(B2:B5)", "=SUBTOTAL(9,B2:B5)").replace("=SUM(B2:B3)", "=SUBTOTAL(9,B2:B3)"),
        RULE.bad.replace("=SUM(B2:B5)", "=SUM(B4:B5)"),
        RULE.bad.replace("=SUM(B2:B5)", "=AVERAGE(B2:B5)"),
        "Dag | In | Saldo\nIB | | 1\n1 | 2 | =C2+B3 -> 3\n2 | 3 | =C3+B4 -> 6\nSumma | | =SUM(C2:C4) -> 10",
    ],
)
def test_what_counts_nothing_twice(table: str) -> None:
    assert told(table) == []
