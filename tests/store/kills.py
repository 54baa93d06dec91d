"""Killing whoever keeps workbooks, again and again, at any moment; a thousand times and more on request.

Run as a script: how many times to kill, and what to begin the random numbers with. It takes a file, and the
database that SYDITVAL_TEST_POSTGRES names where it names one, and says what came of it.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from syditval.store import check, content, entries, keep, open_database, tables
from tests.store.arrivals import arrival, drift, finding
from tests.store.children import processes
from tests.store_places import VARIABLE, dropped, made_database

# A kill comes within so many seconds: some before anything is kept, some after a dozen.
LONGEST = 0.15
# The more there is to look through, the longer it takes.
KILLS_OF_A_STORE = 10


def keep_for_ever(place: str, ledger: str, life: int) -> None:
    """Keep one workbook after the other, and write down each once it is acknowledged."""
    with open_database(place) as database, Path(ledger).open("a", encoding="ascii") as acknowledged:
        for number in range(1_000_000):
            workbook = f"{life}/{number}".encode() * 500
            entry = keep(database, arrival(workbook, findings=[finding()])).entry
            acknowledged.write(f"{entry.number} {entry.sha256}\n")
            acknowledged.flush()
            os.fsync(acknowledged.fileno())


def killed(place: str, ledger: Path, chance: random.Random, life: int, *, busy: bool = False) -> None:
    """Let somebody keep workbooks for a while, kill that process, and demand that all is well.

    One who is busy has one acknowledged before the while begins, however slow the computer is.
    """
    before = _length(ledger)
    child = processes().Process(target=keep_for_ever, args=(place, str(ledger), life))
    child.start()
    while busy and child.is_alive() and _length(ledger) == before:
        time.sleep(0.005)
    time.sleep(chance.uniform(0, LONGEST))
    child.kill()
    child.join()
    demand_all(place, ledger)


def _length(ledger: Path) -> int:
    return ledger.stat().st_size if ledger.exists() else 0


def demand_all(place: str, ledger: Path) -> None:
    """Everything that was acknowledged is there, and nothing that is there is half."""
    promised = set(ledger.read_text(encoding="ascii").splitlines(keepends=True)) if ledger.exists() else set()
    with open_database(place) as database:
        there = entries(database)
        assert check(database) == ()
        assert {each.strip() for each in promised if each.endswith("\n")} <= {
            f"{entry.number} {entry.sha256}" for entry in there
        }
        for entry in there[:3]:
            assert tables(database, entry) == (drift(),)
            assert len(content(database, entry)) == entry.size


def killed_often(count: int, seed: int, *, on_server: bool) -> tuple[int, int]:
    """How many workbooks were acknowledged and how many are kept, over so many kills."""
    acknowledged = kept = 0
    chance = random.Random(seed)
    for first in range(0, count, KILLS_OF_A_STORE):
        with TemporaryDirectory() as folder:
            place = made_database() if on_server else str(Path(folder) / "months.sqlite")
            ledger = Path(folder) / "ledger"
            for life in range(first, min(first + KILLS_OF_A_STORE, count)):
                killed(place, ledger, chance, life)
            acknowledged += len(ledger.read_text().splitlines()) if ledger.exists() else 0
            with open_database(place) as database:
                kept += len(entries(database))
            if on_server:
                dropped(place)
    return acknowledged, kept


def main() -> None:
    """Kill as often as asked, and say what came of it."""
    count, seed = (int(each) for each in (*sys.argv[1:], "100", "1")[:2])
    for on_server in (False, True)[: 1 + (VARIABLE in os.environ)]:
        acknowledged, kept = killed_often(count, seed, on_server=on_server)
        where = "PostgreSQL" if on_server else "SQLite"
        sys.stdout.write(
            f"{where}: {count} kills, {acknowledged} acknowledged, {kept} kept, none lost, none half\n"
        )


if __name__ == "__main__":
    main()
