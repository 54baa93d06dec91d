"""A statement that is misspelt does not go by unseen."""

from __future__ import annotations

import pytest

from tests.text_tables import workbook


def test_a_statement_that_says_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing is known of hiden rows 3"):
        workbook("! hiden rows 3\nSumma | 1")
