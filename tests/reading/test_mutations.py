"""Damaged samples, the same ones in every run: each is read without loss or refused, in time.

``make fuzz`` does the same to ten times as many.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import NoReturn

import pytest

from syditval.model.cells import Workbook
from syditval.reading import Limits, Source, read_workbook
from tests.reading import mutant_fate
from tests.reading.cell_count import cells_in
from tests.reading.mutant_fate import DEAD, ESCAPED, READ, Fate, fates
from tests.reading.mutations import DAMAGES, Mutant, mutants

SAMPLES = {
    path.stem: path.read_bytes() for path in sorted((Path(__file__).parents[2] / "samples").glob("*.xlsx"))
}
MUTANTS = [*mutants(SAMPLES, 200, seed=3)]
WHOLE = Mutant(0, "a-monthly-export", "none", SAMPLES["a-monthly-export"])


@pytest.fixture(scope="module")
def ends() -> list[Fate]:
    return fates(MUTANTS)


def test_a_damaged_workbook_is_read_without_loss_or_refused(ends: list[Fate]) -> None:
    assert [f"{mutant}: {end.wrong}" for mutant, end in zip(MUTANTS, ends, strict=True) if end.wrong] == []


def test_the_mutants_are_of_every_kind_and_neither_all_refused_nor_all_read(ends: list[Fate]) -> None:
    codes = [end.code for end in ends]

    assert {mutant.damage for mutant in MUTANTS} == set(DAMAGES)
    assert 0.1 < codes.count(READ) / len(codes) < 0.6
    assert len(set(codes)) > 8


def test_the_same_seed_gives_the_same_mutants() -> None:
    assert [*mutants(SAMPLES, 200, seed=3)] == MUTANTS
    assert [*mutants(SAMPLES, 20, seed=4)] != MUTANTS[:20]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_second_opinion_agrees_on_sound_workbooks(sample: str) -> None:
    content = SAMPLES[sample]

    assert cells_in(content) == read_workbook(Source(sample, content, None)).counts.cells >= 80


class TestBadEndsAreSeen:
    """With a reader that does what ours may not."""

    def test_a_sheet_that_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(source: Source, limits: Limits) -> Workbook:
            workbook = read_workbook(source, limits)
            return replace(workbook, sheets=workbook.sheets[1:])

        assert "cells read" in self.end(monkeypatch, read).wrong

    def test_another_exception(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(*_: object) -> NoReturn:
            raise KeyError("xl/styles.xml")

        end = self.end(monkeypatch, read)
        assert (end.code, end.wrong) == (ESCAPED, "KeyError('xl/styles.xml')")

    def test_a_process_that_dies_at_one_of_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(source: Source, limits: Limits) -> Workbook:
            if source.content == WHOLE.content:
                os.abort()
            return read_workbook(source, limits)

        monkeypatch.setattr(mutant_fate, "read_workbook", read)
        ends = fates([*MUTANTS[:3], WHOLE, *MUTANTS[3:6]])
        assert [number for number, end in enumerate(ends) if end.code == DEAD and end.wrong] == [3]

    def test_one_that_takes_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(source: Source, limits: Limits) -> Workbook:
            sleep(0.02)
            return read_workbook(source, limits)

        monkeypatch.setattr(mutant_fate, "LONGEST_SECONDS", 0.01)
        assert self.end(monkeypatch, read).wrong.startswith("took")

    def test_one_that_never_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(mutant_fate, "LIMITS", Limits(wall_seconds=1))

        assert self.end(monkeypatch, lambda *_: sleep(60)).code == DEAD

    def end(self, monkeypatch: pytest.MonkeyPatch, read: object) -> Fate:
        """How a sound sample ends with a reader of our own."""
        (sound,) = fates([WHOLE])
        assert sound.code == READ
        monkeypatch.setattr(mutant_fate, "read_workbook", read)
        (end,) = fates([WHOLE])
        return end
