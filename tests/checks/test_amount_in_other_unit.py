"""An amount that names another unit is told, and never converted by guess."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined

TABLE = """
Belopp i tkr      |        |        |         |
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | {cell} | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
"""


@pytest.mark.parametrize("written", ["170 000 kr", "0,17 mkr", "170 mnkr", "170 SEK"])
def test_another_unit_is_told_at_its_cell(written: str) -> None:
    found = examined(TABLE.format(cell=written))

    assert found.findings == ["error S006 C4"]
    assert found.gaps == ["C6 F101 (amount in another unit)"]
    assert found.sentences() == [
        f'Utfall on Personalkostnader says "{written}" in a table in tkr: write it in the table\'s unit; it is '
        "never converted by guess.",
        "F101 at Sheet1!C6: Sheet1!C4 is in another unit.",
    ]


@pytest.mark.parametrize("written", ["170 tkr", "170 kkr", "170 tusen kronor"])
def test_the_same_unit_in_other_words_is_none(written: str) -> None:
    assert examined(TABLE.format(cell=written)).findings == []
