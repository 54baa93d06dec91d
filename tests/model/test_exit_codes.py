"""Of several workbooks the worst ending is the ending of the run."""

from __future__ import annotations

import pytest

from syditval.model import exit_codes
from syditval.model.exit_codes import worst


def test_the_numbers_are_those_that_are_documented() -> None:
    codes = {name: value for name, value in vars(exit_codes).items() if name.startswith("EXIT_")}

    assert codes == {
        "EXIT_CLEAN": 0,
        "EXIT_FINDINGS": 1,
        "EXIT_USAGE": 2,
        "EXIT_NOTHING_RECOGNISED": 3,
        "EXIT_BUG": 70,
        "EXIT_INTERRUPTED": 130,
        "EXIT_BROKEN_PIPE": 141,
    }


@pytest.mark.parametrize(
    ("codes", "ending"),
    [([], 0), ([0, 0], 0), ([0, 1], 1), ([1, 3, 0], 3), ([3, 2, 1], 2), ([2], 2)],
)
def test_an_unread_workbook_is_worse_than_an_unrecognised_one_than_findings(
    codes: list[int], ending: int
) -> None:
    assert worst(codes) == ending
