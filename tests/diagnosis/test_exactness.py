"""Columns whose figures were never rounded are told by the sums in which they stand."""

from __future__ import annotations

from syditval.diagnosis.exactness import exactness
from tests.diagnosis.netted import netted

EXACT = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 395     | 5
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 52      | -12
"""


def sure(text: str) -> str:
    """The columns, by their letters, that are taken for exact rather than rounded."""
    shares = exactness(netted(text).judgements)
    return " ".join("ABCDE"[column - 1] for column, share in sorted(shares.items()) if share > 0.6)


def test_sums_that_hold_exactly_say_that_nothing_was_rounded() -> None:
    assert sure(EXACT) == "B C D E"


def test_the_more_sums_hold_exactly_the_surer_that_is() -> None:
    shares = exactness(netted(EXACT).judgements)

    assert shares[3] < shares[2] < shares[4] + 0.1 < 1


def test_one_that_misses_says_that_its_columns_were_rounded() -> None:
    assert sure(EXACT.replace("| 11 ", "| 12 ")) == "B D E"
    assert sure(EXACT.replace("| -12", "| -13")) == "C"


def test_one_that_misses_for_an_error_elsewhere_says_nothing() -> None:
    """The forecast of Personal is 2 too much: its variance fails, and its sum misses by that."""
    assert sure(EXACT.replace("| 525 ", "| 527 ")) == "B C D E"


def test_differences_of_nought_and_live_formulas_say_nothing() -> None:
    nought = """
Benämning | Budget           | Utfall          | Prognos          | Avvikelse
Intäkter  | -900             | -290            | -900             | 0
Personal  | 500              | 170             | 500              | 0
Lokaler   | 400              | 130             | 400              | 0
Summa     | =SUM(B2:B4) -> 0 | =SUM(C2:C4) -> 10 | =SUM(D2:D4) -> 0 | =SUM(E2:E4) -> 0
"""
    assert exactness(netted(nought).judgements) == {}
