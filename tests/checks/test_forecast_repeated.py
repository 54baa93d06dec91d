"""A forecast that nobody has touched although the outcome has moved."""

from __future__ import annotations

from tests.checks.monthly import APRIL, MARCH, PROJECTS, against

SAME = (
    APRIL.replace("| -910    | 10", "| -905    | 5")
    .replace("| 520     | -20", "| 510     | -10")
    .replace("| 5       | -5", "| 0       | 0")
)


def test_it_is_noted_at_its_heading() -> None:
    found = against(SAME)

    assert found.findings == ["note T302 D1"]
    assert found.sentences("T302") == [
        "Prognos is what it was in 2024-03.xlsx on all 3 lines that are not zero, although the outcome has "
        "moved since."
    ]


def test_one_line_that_was_changed_shows_that_it_was_looked_at() -> None:
    assert against(APRIL).findings == []


def test_where_the_outcome_stands_still_so_may_the_forecast() -> None:
    assert against(MARCH).findings == ["error T301 C1"]
    assert "note T302 F1" not in against(PROJECTS, PROJECTS).findings
