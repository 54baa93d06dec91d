"""All entities over a year: what counts for each month, what is missing, the worst first."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.period import Period
from syditval.web.screens.states import State
from syditval.web.screens.year_grid import YearGrid, chosen, year_grid, years_of
from tests.web.screens.example_screens import ELSEWHERE, MONTHS, OTHERS, SLIP, UNIT, entry, found

LETTERS = {
    State.REJECTED: "x", State.MISSING: "?", State.WITHDRAWN: "-", State.ERROR: "E",
    State.WARNING: "W", State.NOTE: "n", State.CLEAN: "o", None: ".",
}  # fmt: skip


def drawn(grid: YearGrid) -> dict[str, str]:
    """Each entity with a letter for each month."""
    return {line.entity: "".join(LETTERS[cell.state] for cell in line.cells) for line in grid.lines}


def test_the_worst_stand_first_and_months_that_others_have_sent_are_missing() -> None:
    assert list(drawn(year_grid(2024, (*MONTHS, *ELSEWHERE))).items()) == [
        (OTHERS[2], "E?x?........"),
        (UNIT, "oWnE........"),
        (OTHERS[0], "nnnn........"),
        (OTHERS[1], "oooo........"),
    ]


def test_what_counts_goes_before_what_does_not_and_the_last_version_before_others() -> None:
    rejected, current = MONTHS[2], MONTHS[3]
    older = replace(rejected, withdrawal=SLIP)
    newer = replace(rejected, version=3)

    assert year_grid(2024, (current, newer)).lines[0].cells[2].entry == current
    assert year_grid(2024, (newer, older)).lines[0].cells[2].state is State.REJECTED
    assert year_grid(2024, (older,)).lines[0].cells[2].state is State.WITHDRAWN


def test_an_entity_that_has_sent_nothing_in_the_year_is_missing_in_it() -> None:
    other = replace(entry(2, 3, entity="Annan"), period=Period(2023, 3))

    assert drawn(year_grid(2024, (entry(1, 2), other))) == {
        "Annan": "??..........",
        UNIT: "?o..........",
    }


def test_equals_stand_by_name_whatever_its_capitals() -> None:
    names = ["b", "A", "c"]
    grid = year_grid(2024, [entry(number, 1, entity=name) for number, name in enumerate(names)])

    assert [line.entity for line in grid.lines] == ["A", "b", "c"]


def test_states_are_counted_worst_first_without_those_that_nobody_is_in() -> None:
    grid = year_grid(2024, [entry(1, 1), found(2, 2, 1, 0, 0), found(3, 4, 3, 0, 0)])

    assert list(grid.counts.items()) == [(State.MISSING, 1), (State.ERROR, 2), (State.CLEAN, 1)]


def test_the_year_is_the_one_asked_for_or_the_latest_there_is() -> None:
    years = years_of(ELSEWHERE)

    assert years == (2024, 2023)
    assert [chosen(year, years) for year in (2023, 1999, 0)] == [2023, 2024, 2024]
    assert chosen(2024, ()) == 0


def test_without_entries_there_is_nothing() -> None:
    assert year_grid(0, ()).lines == ()
