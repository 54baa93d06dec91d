"""The marks of a sheet and the legend that goes with them."""

from __future__ import annotations

import pytest

from syditval.annotation import sheet_ticks as module
from syditval.annotation.sheet_ticks import sheet_ticks
from syditval.annotation.ticks import Tick, letters
from syditval.messages import texts

TICKED = {(9, 3): (Tick.RX,), (8, 3): (Tick.F, Tick.IMM), (8, 2): (Tick.F,)}


def test_marks_come_row_by_row_in_the_signs_asked_for() -> None:
    found = sheet_ticks(TICKED, letters(["F=Σ"]), 12, texts("en"))

    assert [(shape.row, shape.column, shape.signs) for shape in found.shapes] == [
        (8, 2, "Σ"),
        (8, 3, "Σ IMM"),
        (9, 3, "RX"),
    ]
    assert found.counts == {Tick.F: 2, Tick.IMM: 1, Tick.RX: 1}


def test_whoever_cannot_see_a_mark_is_told_its_meaning() -> None:
    (*_, last) = sheet_ticks(TICKED, letters(["RX=r"]), 12, texts("en")).shapes

    assert last.meaning.startswith("r: Recalculated")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_legend_defines_the_marks_on_the_sheet_and_no_others(language: str) -> None:
    words = texts(language)
    legend = sheet_ticks(TICKED, letters(), 12, words).legend

    assert legend.title == words.get("annotation", "ticks_title")
    assert legend.meanings == tuple(
        (key.upper(), words.get("annotation", f"tick_{key}")) for key in ("f", "rx", "imm")
    )
    assert (legend.last_row, legend.remark) == (12, "")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_mark_has_a_meaning(language: str) -> None:
    every = dict(enumerate([(tick,) for tick in Tick], 1))
    legend = sheet_ticks(
        {(row, 1): marks for row, marks in every.items()}, letters(), 9, texts(language)
    ).legend

    assert len({meaning for _, meaning in legend.meanings}) == len(Tick)


def test_more_marks_than_a_spreadsheet_bears_are_counted_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TICKED", 2)

    found = sheet_ticks(TICKED, letters(), 12, texts("en"))

    assert [(shape.row, shape.column) for shape in found.shapes] == [(8, 2), (8, 3)]
    assert found.counts == {Tick.F: 2, Tick.IMM: 1}
    assert found.legend.remark == "1 more figures agree but have no mark: a sheet gets at most 2."
