"""What remains of a project is its budget less what is booked, also under the heading of a variance."""

from __future__ import annotations

from tests.checks.examined import examined
from tests.seed import INVESTMENT


def test_the_first_of_two_columns_called_avvikelse_is_the_remainder() -> None:
    found = examined(INVESTMENT)

    assert found.verdicts("V102") == {f"D{row}": "exact" for row in range(4, 10)}
    assert found.verdicts("V101") == {f"G{row}": "exact" for row in range(4, 10)}


def test_kronor_among_thousands_are_an_error_at_their_cell() -> None:
    found = examined(INVESTMENT.replace("1 950 |", "1 950 000 |"))

    assert found.findings == ["error F101 D9", "error V102 D7"]
    assert found.sentences()[1] == (
        "AVVIKELS E on IT-invest Askersund should be BUDGE T - BOKFÖR T t.o.m. 240430 = 1 950, but is "
        "1 950 000: a difference of +1 948 050 tkr, of which rounding explains at most 1,5."
    )


def test_rounding_explains_one_step_and_no_more() -> None:
    found = examined(INVESTMENT.replace("2 583", "2 584"))
    assert found.verdicts("V102")["D4"] == "rounding"

    found = examined(INVESTMENT.replace("2 583", "2 585"))
    assert found.verdicts("V102")["D4"] == "inconsistent"
