"""Amounts that are guarded too little: where they stand, and what would guard them."""

from __future__ import annotations

from dataclasses import replace

from syditval.model.cause import Shelter, Unguarded
from syditval.model.cells import CellRef
from syditval.reports.not_checked_block import MOST_ALIKE
from syditval.reports.unguarded_block import write_unguarded
from tests.reports.example_reports import clean
from tests.reports.papers import on_page


def unguarded(sheet: str, *places: tuple[int, int]) -> Unguarded:
    cells = tuple(CellRef(sheet, *place) for place in places)
    return Unguarded("budget", Shelter.ONE_COLUMN_SUM, cells, 44, "guarded by one column sum only.")


def block(*items: Unguarded) -> list[str]:
    """The lines of the block."""
    holder = replace(clean("en"), unguarded=items)
    return on_page(lambda page: write_unguarded(holder, page), 60).splitlines()


def test_cells_stand_as_ranges_before_the_sentence() -> None:
    item = unguarded("Blad 2", (5, 3), (6, 3), (7, 3), (9, 3), (15, 5))

    assert block(item)[2:] == [
        "-  'Blad 2'!C5:C7, C9, E15: guarded by one column sum only.",
    ]


def test_of_very_many_places_the_first_are_shown() -> None:
    (line,) = block(unguarded("Drift", *((row, 3) for row in range(5, 25, 2))))[2:3]

    assert line == "-  Drift!C5, C7, C9, C11, C13, …: guarded by one column sum"


def test_of_very_many_tables_the_first_are_told() -> None:
    lines = block(*[unguarded("Drift", (5, 3))] * 100)

    assert len(lines) == 2 + MOST_ALIKE + 2
    assert lines[-2:] == ["-  … and 80 more of the same kinds; --format json lists", "   everything."]


def test_without_them_there_is_no_block() -> None:
    assert block() == []
