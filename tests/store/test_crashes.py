"""Killed at any moment: nothing that was acknowledged is lost, and no half of anything is seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from syditval.store import entries, open_database
from tests.store.kills import demand_all, killed

# `make kill` does it a hundred times as often.
KILLS = 4


def test_whoever_keeps_workbooks_may_be_killed_at_any_moment(store_place: str, tmp_path: Path) -> None:
    chance = random.Random(1)
    ledger = tmp_path / "ledger"

    for life in range(KILLS):
        killed(store_place, ledger, chance, life, busy=life % 2 == 1)

    assert ledger.read_text()
    with open_database(store_place) as database:
        assert len(entries(database)) >= len(ledger.read_text().splitlines())


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_a_store_that_is_not_there_yet_may_be_killed_too(store_place: str, tmp_path: Path) -> None:
    chance = random.Random(2)

    for life in range(KILLS):
        killed(str(tmp_path / "new.sqlite"), tmp_path / "ledger", chance, life)


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_a_workbook_that_is_lost_is_seen(store_place: str, tmp_path: Path) -> None:
    (tmp_path / "ledger").write_text(f"1 {'0' * 64}\n")

    with pytest.raises(AssertionError):
        demand_all(store_place, tmp_path / "ledger")
