"""What stands for an amount and is none is told at its cell; nothing is ever made of it."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined

TABLE = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | {cell} | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
"""


@pytest.mark.parametrize("written", ["ca 170", "170 st", "1_70", "1e3", "se not", "12 106 3 463", "17O", "?"])
def test_words_and_broken_numbers_are_told_as_they_are_written(written: str) -> None:
    found = examined(TABLE.format(cell=written))

    assert found.findings == ["error S001 C3"]
    assert found.sentences()[0] == (
        f'Utfall on Personalkostnader holds "{written}", which is no amount: write the amount in digits, and '
        "remarks in a column of their own."
    )
    assert found.gaps == ["C5 F101 (unreadable amount)"]


@pytest.mark.parametrize("written", ["170", "170 tkr", '"170"', "170,0", "+170"])
def test_what_can_be_read_is_none(written: str) -> None:
    assert examined(TABLE.format(cell=written)).findings == []


@pytest.mark.parametrize("written", ["-", "\N{EN DASH}", "..", ""])
def test_nothing_is_an_amount_of_nothing(written: str) -> None:
    found = examined(TABLE.format(cell=written).replace("| 0      | 0 ", "| 0      | -170 "))

    assert found.findings == []
    assert found.gaps == []
