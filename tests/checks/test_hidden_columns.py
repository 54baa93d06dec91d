"""Hidden columns matter where amounts stand in them."""

from __future__ import annotations

from syditval.checks.hidden_columns import RULE
from tests.checks.examined import examined


def test_they_are_told_once_at_their_first_amount_with_which_columns_and_how_many_amounts() -> None:
    found = examined(RULE.bad.replace("columns D", "columns B C D"))

    assert found.findings == ["warning H106 B2"]
    assert found.sentences() == [
        "Hidden columns on the sheet Sheet1 (B-D) hold amounts (12) that formulas count although nobody sees "
        "them: show the columns."
    ]


def test_columns_without_amounts_are_not() -> None:
    assert examined(RULE.bad.replace("columns D", "columns A F XFD")).findings == []
