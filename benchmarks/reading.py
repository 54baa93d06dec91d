"""What reading costs against the two openpyxl loads that give the same: ``python benchmarks/reading.py``.

Every measurement is a process of its own; the methods take turns, and each ratio is taken against
the peer of the same turn. Medians are printed. Exits with 1 where a limit that we hold ourselves to
is exceeded. ``--large`` adds a ledger of 1 000 000 rows.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SMALL = ROOT / "samples" / "a-monthly-export.xlsx"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}

PEER = "openpyxl, two loads"
PASS, IN_A_CHILD = "our pass, row by row", "read_workbook in a child"
METHODS = (
    PEER,
    PASS,
    "pre-flight alone",
    "read_workbook",
    IN_A_CHILD,
    "python-calamine, values only",
    "unzip",
    "unzip + expat, no handlers",
)
# At most so many times the peer's processor time, and so many times its memory.
MOST_CPU = {PASS: 0.30, IN_A_CHILD: 0.40}
MOST_MEMORY = {PASS: 0.15}
MOST_OF_A_CHILD = 1.15
MOST_STREAMED = 250

LEDGER_ROWS, LEDGER_COLUMNS = 100_000, 12
LARGE_ROWS = 1_000_000
# Only the size of the file is let through; memory and time stay as they are.
RAISED = (
    "file_bytes=200000000",
    "part_bytes=2000000000",
    "unpacked_bytes=2000000000",
    "sheet_cells=20000000",
)
PAIRS = 15


@dataclass(frozen=True)
class Run:
    """A process that has ended: its last line, seconds of processor time and by the clock, and MiB."""

    code: int
    said: str
    cpu: float
    wall: float
    peak: float


def run(*command: str | Path) -> Run:
    """Run Python as a process of its own, all that it waits for included."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        lines = process.stdout.read().splitlines()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu, wall = used.ru_utime + used.ru_stime, time.perf_counter() - began
    return Run(process.returncode, lines[-1] if lines else "", cpu, wall, used.ru_maxrss / 1024)


def written(folder: Path, kind: str, size: int) -> Path:
    """A workbook made by the generators."""
    file = folder / f"{kind}-{size}.xlsx"
    made = run(HERE / "workbooks.py", kind, str(size), file)
    if made.code:
        raise SystemExit(made.said)
    return file


def measured(method: str, file: Path) -> dict[str, float] | None:
    """Processor time and memory of one method; None where the library it needs is not installed."""
    done = run(HERE / "methods.py", method, file)
    if done.code == 3:
        return None
    if done.code:
        raise SystemExit(f"{method}: {done.said}")
    cost: dict[str, float] = json.loads(done.said)
    return cost


def compared(title: str, file: Path, rounds: int) -> bool:
    """The table of all methods on one workbook. Whether all limits are kept."""
    turns = [{method: measured(method, file) for method in METHODS} for _ in range(rounds)]
    print(f"\n{title}, {rounds} rounds\n{'':30}{'CPU s':>8}{'x peer':>8}{'MiB':>8}{'x peer':>8}")
    kept = [_line(method, turns) for method in METHODS]
    return all(kept)


def _line(method: str, turns: Sequence[dict[str, dict[str, float] | None]]) -> bool:
    pairs = [(own, peer) for turn in turns if (own := turn[method]) and (peer := turn[PEER])]
    if not pairs:
        print(f"{method:30}  skipped: not installed")
        return True
    cpu, memory = (median(own[key] for own, _ in pairs) for key in ("cpu", "growth"))
    x_cpu, x_memory = (median(own[key] / peer[key] for own, peer in pairs) for key in ("cpu", "growth"))
    print(f"{method:30}{cpu:8.2f}{x_cpu:8.3f}{memory:8.1f}{x_memory:8.3f}", end="")
    kept = [within(x_cpu, MOST_CPU.get(method)), within(x_memory, MOST_MEMORY.get(method))]
    print()
    return all(kept)


def within(value: float, most: float | None) -> bool:
    """Say what a figure is held to, if it is held to anything."""
    if most is None:
        return True
    print(f"  {'kept' if value <= most else 'EXCEEDED'}: {most:.2f}", end="")
    return value <= most


def linear(files: dict[int, Path]) -> None:
    """Seconds for a million cells, side by side."""
    print(f"\nCPU s per million cells{'':7}" + "".join(f"{rows:>12} rows" for rows in files))
    for method in (PASS, "pre-flight alone", "read_workbook"):
        print(f"{method:30}", end="")
        for rows, file in files.items():
            costs = [cost["cpu"] for _ in range(3) if (cost := measured(method, file))]
            print(f"{median(costs) / (rows * LEDGER_COLUMNS) * 1e6:17.2f}", end="")
        print()


def child() -> bool:
    """What the child costs a whole run on a small workbook. Whether that is within its limit."""
    command = ("-m", "syditval", "reconcile", SMALL, "--no-annotate")
    pairs = [(run(*command), run(*command, "--in-process")) for _ in range(PAIRS)]
    cpu = median(own.cpu / peer.cpu for own, peer in pairs)
    wall = median(own.wall / peer.wall for own, peer in pairs)
    own_ms, peer_ms = (median(pair[side].cpu for pair in pairs) * 1000 for side in (0, 1))
    print(
        f"\nreconcile of a small workbook, in a child / --in-process: {own_ms:.0f} / {peer_ms:.0f} ms", end=""
    )
    print(f" = {cpu:.2f} in processor time, {wall:.2f} by the clock", end="")
    kept = within(cpu, MOST_OF_A_CHILD)
    print()
    return kept


def large(folder: Path) -> bool:
    """A ledger of a million rows: streamed, then a whole run with and without the limits of size."""
    file = written(folder, "ledger", LARGE_ROWS)
    title = f"ledger {LARGE_ROWS} x {LEDGER_COLUMNS} ({file.stat().st_size / 1e6:.0f} MB)"
    cost = measured("streamed", file) or {}
    print(f"\n{title}, streamed: {cost['cpu']:.0f} s, {cost['peak']:.0f} MiB in all", end="")
    kept = within(cost["peak"], MOST_STREAMED)
    raised = [part for limit in RAISED for part in ("--limit", limit)]
    for limits, options in (("limits as they are", []), ("limits of size raised", raised)):
        done = run("-m", "syditval", "reconcile", file, "--no-annotate", "--lang", "en", *options)
        print(f"\nreconcile, {limits}: exit {done.code} after {done.cpu:.0f} s and {done.peak:.0f} MiB")
        print(f"  {done.said}")
    return kept


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--large", action="store_true", help="a ledger of 1 000 000 rows too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledgers = {rows: written(folder, "ledger", rows) for rows in (25_000, 50_000, LEDGER_ROWS)}
        kept = [
            compared("months, 300 sheets x 60 x 8", written(folder, "months", 300), 5),
            compared(f"ledger, {LEDGER_ROWS} x {LEDGER_COLUMNS}", ledgers[LEDGER_ROWS], 3),
            child(),
        ]
        linear(ledgers)
        if asked.large:
            kept.append(large(folder))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
