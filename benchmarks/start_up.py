"""What a run costs against merely importing the libraries it stands on: ``python benchmarks/start_up.py``.

Each command and its peer run in turn, as whole processes, and the ratio is taken pair by pair, so
that a machine that slows down slows both. Medians are printed; the limits are those we hold ourselves to.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "a-monthly-export.xlsx"
PAIRS = 15


@dataclass(frozen=True)
class Comparison:
    """A command, the peer that it is held against, and the ratio it should not exceed."""

    name: str
    command: Sequence[str]
    peer: Sequence[str]
    limit: float


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of processor time."""

    wall: float
    cpu: float


def comparisons(folder: Path) -> list[Comparison]:
    """What is compared; annotated copies go to ``folder``."""
    python, run = [sys.executable, "-c"], [str(Path(sys.executable).with_name("syditval"))]
    copy = str(folder / "copy.xlsx")
    return [
        Comparison("syditval --help / import click", [*run, "--help"], [*python, "import click"], 1.5),
        Comparison(
            "syditval reconcile (a), annotated / import pandas, pandera, openpyxl",
            [*run, "reconcile", str(SAMPLE), "-o", copy],
            [*python, "import pandas, pandera.pandas, openpyxl"],
            1.8,
        ),
    ]


def cost(command: Sequence[str]) -> Cost:
    """One run of a command as a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measured(comparison: Comparison, pairs: int) -> str:
    """A line of the result: medians of both, and of the ratios pair by pair."""
    cost(comparison.command)
    cost(comparison.peer)
    costs = [(cost(comparison.command), cost(comparison.peer)) for _ in range(pairs)]
    wall = statistics.median(own.wall / peer.wall for own, peer in costs)
    cpu = statistics.median(own.cpu / peer.cpu for own, peer in costs)
    own_ms = statistics.median(own.wall for own, _ in costs) * 1000
    peer_ms = statistics.median(peer.wall for _, peer in costs) * 1000
    return (
        f"{comparison.name}\n  {own_ms:.0f} ms / {peer_ms:.0f} ms = "
        f"{wall:.2f} by the clock, {cpu:.2f} in processor time (limit {comparison.limit})"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder:
        for comparison in comparisons(Path(folder)):
            print(measured(comparison, pairs))


if __name__ == "__main__":
    main()
