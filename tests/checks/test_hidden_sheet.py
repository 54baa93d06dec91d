"""A hidden sheet is read like any other, and told."""

from __future__ import annotations

from syditval.checks.hidden_sheet import RULE
from tests.checks.examined import examined


def test_it_is_told_at_its_first_cell_and_its_table_is_checked() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H103 B1"]
    assert len(found.checked.judgements) == 8
    assert found.sentences() == [
        "The sheet Sheet1 is hidden; it was read and checked like the others: show it, or see to it that "
        "nothing in the follow-up rests on it."
    ]


def test_an_empty_one_is_told_too() -> None:
    assert examined("# Blad2\n! hidden sheet").findings == ["warning H103 A1"]


def test_a_very_hidden_one_is_another_matter() -> None:
    assert "H103" not in " ".join(examined("# Blad2\n! very hidden sheet").findings)
