"""A sheet that no menu shows is told under a rule of its own: it takes another way to show it."""

from __future__ import annotations

from syditval.checks.very_hidden_sheet import RULE
from tests.checks.examined import examined


def test_it_is_told_at_its_first_cell() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H104 B1"]
    assert "hidden in such a way that no menu shows it" in found.sentences()[0]


def test_an_empty_one_is_told_too() -> None:
    assert examined("# Blad2\n! very hidden sheet").findings == ["warning H104 A1"]


def test_one_that_is_merely_hidden_is_another_matter() -> None:
    assert examined("# Blad2\n! hidden sheet").findings == ["warning H103 A1"]
