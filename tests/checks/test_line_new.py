"""A line that was not there last month."""

from __future__ import annotations

from tests.checks.monthly import APRIL, against

MORE = APRIL.replace("Summa ", "Kurser            | 0      | 0      | 0       | 0\nSumma ")


def test_it_is_noted_at_its_name() -> None:
    found = against(MORE)

    assert found.findings == ["note T201 A5"]
    assert found.sentences("T201") == ["Kurser is new: 2024-03.xlsx has no such line."]


def test_each_line_is_a_finding_of_its_own() -> None:
    two = MORE.replace("Summa ", "Bilar             | 0      | 0      | 0       | 0\nSumma ")

    assert against(two).findings == ["note T201 A5", "note T201 A6"]


def test_the_year_before_may_have_other_lines() -> None:
    assert against(MORE, month="2023-04").findings == []
