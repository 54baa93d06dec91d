"""No room left: what was kept stays, what was not is refused, and with room the same passes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from syditval.store import Database, StoreRefusal, check, content, entries, keep, open_database
from tests.store.arrivals import arrival, finding, kept

LARGE = bytes(range(256)) * 80


def limited(database: Database, pages: int) -> None:
    """Have a file grow to so many pages and no further, from the next connection on."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(database.engine, "connect", limit)
    database.engine.dispose()


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_whatever_room_is_left_an_arrival_is_kept_whole_or_not_at_all(database: Database) -> None:
    first = kept(database)
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    refused = []
    for room in range(100):
        limited(database, pages + room)
        try:
            keep(database, arrival(LARGE, findings=[finding()]))
        except StoreRefusal as refusal:
            refused.append(refusal.code)
            assert entries(database) == (first,)
            assert content(database, first) == b"april"
        else:
            break

    assert 5 < len(refused) < 99
    assert set(refused) == {"M007"}
    assert len(entries(database)) == 2
    assert check(database) == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_disk_that_is_full_loses_nothing_and_can_be_worked_with_once_there_is_room(
    small_disk: Path,
) -> None:
    place = str(small_disk / "months.sqlite")
    with open_database(place) as database:
        with pytest.raises(StoreRefusal) as refused:
            fill(database)
        assert refused.value.code in ("M007", "M004")
        there = entries(database)
        assert there

        subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)

        assert kept(database, LARGE).version == len(there) + 1
    with open_database(place) as database:
        assert check(database) == ()
        assert len(entries(database)) == len(there) + 1


def fill(database: Database) -> None:
    for number in range(100):
        kept(database, b"%d" % number + LARGE)
