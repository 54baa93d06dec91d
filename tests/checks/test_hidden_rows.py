"""Hidden rows matter where amounts stand on them: sums count those, and nobody sees them."""

from __future__ import annotations

from syditval.checks.hidden_rows import RULE
from tests.checks.examined import examined


def test_they_are_told_once_at_their_first_amount_with_which_rows_and_how_many_amounts() -> None:
    found = examined(RULE.bad.replace("rows 3", "rows 2-3 5"))

    assert found.findings == ["warning H105 B2"]
    assert found.sentences() == [
        "Hidden rows on the sheet Sheet1 (2-3, 5) hold amounts (12) that sums count although nobody sees "
        "them: show the rows and clear the filters."
    ]


def test_rows_without_amounts_are_not() -> None:
    assert examined(RULE.bad.replace("rows 3", "rows 1 6-9")).findings == []


def test_amounts_that_are_stored_as_text_count() -> None:
    texts = RULE.bad.replace("500    | 170    | 500     | 0", '"500" | "170" | "500" | "0"')

    assert examined(texts).findings == ["warning H105 B3"]


def test_of_many_rows_the_first_are_told() -> None:
    rows = "\n".join(["Rad | 1"] * 20)
    found = examined(f"! hidden rows 2 4 6 8 10 12 14\n{rows}")

    assert "(2, 4, 6, 8, 10, …) hold amounts (7)" in found.sentences()[0]
