"""Many people uploading at once: ``python benchmarks/load.py [--store URL] [--uploads 500] [--people 20]``.

A server is started on a store of its own. First its list of months is asked for while it is idle, then while
all people upload, each one workbook after the other, and every tenth workbook is sent a second time by
somebody else at the same moment. At the end the store is asked whether anything was lost or doubled. The
ratio is that of the list's answers, under load against idle, in one run of one server; its limit is the one
we hold ourselves to. ``--memory`` prints and judges how the server's memory grows instead.
"""

from __future__ import annotations

import argparse
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
from workbooks import follow_up

from syditval.store import check, entries, open_database

# A list under load may take so many times as long as an idle one.
LIMIT = 6.0
# The server may grow by so many per cent from its two hundredth upload to its last.
GROWTH = 10.0
SETTLED = 200
ASKED = 60
KEPT = re.compile(r'href="/months/(\d+)"')


@dataclass(frozen=True)
class Sent:
    """One answer: the entries that it acknowledged, and how long it took."""

    acknowledged: frozenset[int]
    seconds: float


@contextmanager
def server(store: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of its own on loopback, with its address."""
    run = Path(sys.executable).with_name("syditval")
    options = [
        "--port",
        "0",
        "--store",
        store,
        "--uploads-per-minute",
        "1000000",
        "--bytes-per-day",
        "1000000000000",
    ]
    process = subprocess.Popen([run, "--lang", "en", "serve", *options], stderr=subprocess.PIPE, text=True)
    try:
        yield _address(process), process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"http://[0-9.]+:\d+", line):
            # Nobody reads what it says from here on, and a full pipe would hold it up.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[0]
    raise SystemExit("the server did not start")


def workbooks(folder: Path, people: int, uploads: int) -> list[list[Path]]:
    """The workbooks of each person: one entity, month after month."""
    shelves: list[list[Path]] = []
    for person in range(people):
        shelf = folder / f"{person}"
        shelf.mkdir()
        shelves.append([])
        for number in range(uploads // people):
            path = shelf / f"{number}.xlsx"
            follow_up(path, f"Enhet {person}", 2020 + number // 12, number % 12 + 1)
            shelves[-1].append(path)
    return shelves


def send(client: httpx2.Client, path: Path) -> Sent:
    """Upload one workbook and read the answer to its end."""
    started = time.perf_counter()
    answer = client.post("/upload", files=[("workbook", (path.name, path.read_bytes()))])
    answer.raise_for_status()
    return Sent(frozenset(map(int, KEPT.findall(answer.text))), time.perf_counter() - started)


def deliver(address: str, shelf: Sequence[Path]) -> list[Sent]:
    """One person's uploads, every tenth of them twice at the same moment."""
    headers = {"Origin": address}
    with (
        httpx2.Client(base_url=address, headers=headers, timeout=600) as client,
        ThreadPoolExecutor(1) as other,
    ):
        sent = []
        for number, path in enumerate(shelf):
            again = other.submit(send, client, path) if number % 10 == 9 else None
            sent.append(send(client, path))
            if again is not None:
                if again.result().acknowledged != sent[-1].acknowledged:
                    raise SystemExit(f"{path} was acknowledged as two entries")
                sent.append(again.result())
        return sent


def listed(address: str, times: int | None, stop: threading.Event) -> list[float]:
    """How long the list took, so many times, or until told to stop."""
    seconds = []
    with httpx2.Client(base_url=address, timeout=600) as client:
        while not stop.is_set() and (times is None or len(seconds) < times):
            started = time.perf_counter()
            client.get("/").raise_for_status()
            seconds.append(time.perf_counter() - started)
            time.sleep(0.05)
    return seconds


def resident(process: subprocess.Popen[str]) -> float:
    """What the server holds in memory, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def loaded(store: str, shelves: list[list[Path]]) -> bool:
    """The list's answers idle and under load, and whether every workbook is there once."""
    stop, never = threading.Event(), threading.Event()
    with server(store) as (address, _), ThreadPoolExecutor(len(shelves) + 1) as pool:
        # With half of the months in it, the idle list is as long as the one under load is on average.
        list(pool.map(lambda shelf: deliver(address, shelf[: len(shelf) // 2]), shelves))
        idle = listed(address, ASKED, never)
        busy = pool.submit(listed, address, None, stop)
        started = time.perf_counter()
        answers = list(pool.map(lambda shelf: deliver(address, shelf[len(shelf) // 2 :]), shelves))
        seconds = time.perf_counter() - started
        stop.set()
        under = busy.result()
    sent = [each for answer in answers for each in answer]
    before, during = (1000 * statistics.median(times) for times in (idle, under))
    waited = statistics.median(each.seconds for each in sent)
    print(f"{len(sent)} uploads by {len(shelves)} people in {seconds:.0f} s, median {waited:.2f} s")
    ratio = during / before
    print(f"list: idle {before:.0f} ms, under load {during:.0f} ms = {ratio:.1f} (limit {LIMIT})")
    return whole(store, shelves, sent) and ratio <= LIMIT


def whole(store: str, shelves: list[list[Path]], sent: Sequence[Sent]) -> bool:
    """Whether everything that was acknowledged is in the store, once, and nothing else."""
    with open_database(store) as database:
        kept, faults = entries(database), check(database)
    expected = sum(len(shelf) for shelf in shelves)
    lost = {number for each in sent for number in each.acknowledged} - {entry.number for entry in kept}
    doubled = sum(entry.version > 1 for entry in kept)
    unanswered = sum(not each.acknowledged for each in sent)
    print(f"kept {len(kept)} of {expected}, lost {len(lost)}, doubled {doubled}")
    print(f"not acknowledged {unanswered}, faults of the store {len(faults)}")
    return len(kept) == expected and not (lost or doubled or unanswered or faults)


def grown(store: str, shelves: list[list[Path]]) -> bool:
    """How the memory of the server grows over all uploads, four at a time."""
    with server(store) as (address, process), ThreadPoolExecutor(4) as pool:
        sizes: list[tuple[int, float]] = []
        done = 0
        for shelf in shelves:
            quarters = [shelf[start::4] for start in range(4)]
            list(pool.map(lambda each: deliver(address, each), quarters))
            done += len(shelf)
            sizes.append((done, resident(process)))
            print(f"{done} uploads: {sizes[-1][1]:.0f} MiB", flush=True)
    settled = next(size for uploads, size in sizes if uploads >= min(SETTLED, done // 2))
    growth = 100 * (sizes[-1][1] / settled - 1)
    print(f"growth {growth:.1f} % (limit {GROWTH})")
    return growth <= GROWTH


def main() -> None:
    """Measure, print, and leave with 1 where a limit is exceeded or an upload is lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--store", help="an empty store; a file of its own unless given")
    parser.add_argument("--uploads", type=int, default=500)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or str(Path(folder) / "months.sqlite")
        shelves = workbooks(Path(folder), given.people, given.uploads)
        is_well = grown(store, shelves) if given.memory else loaded(store, shelves)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
