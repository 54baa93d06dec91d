"""What the annotated copy costs against one openpyxl load: ``python benchmarks/annotation.py``.

Measured as in ``reading.py``: a process a measurement, turn by turn, medians. Exits with 1 where a
limit that we hold ourselves to is exceeded. ``--large`` adds a ledger of 1 000 000 rows.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from reading import LARGE_ROWS, LEDGER_COLUMNS, LEDGER_ROWS, measured, within, written

PEER, OURS = "openpyxl, one load", "annotated copy"
# At most so many times the peer's processor time; at most so many MiB, whatever the size.
MOST_CPU = {"months": 0.15, "ledger": 0.25}
MOST_PEAK = 100


def compared(kind: str, size: int, folder: Path, rounds: int) -> bool:
    """The cost of a copy with a hundred findings against the peer's. Whether the limits are kept."""
    file = written(folder, kind, size)
    turns = [(cost(OURS, file), cost(PEER, file)) for _ in range(rounds)]
    cpu, peer = (median(turn[side]["cpu"] for turn in turns) for side in (0, 1))
    ratio = median(own["cpu"] / other["cpu"] for own, other in turns)
    print(f"{kind} {size}: {cpu:.2f} s / {peer:.2f} s = {ratio:.3f}", end="")
    kept = within(ratio, MOST_CPU[kind])
    peak = max(own["peak"] for own, _ in turns)
    print(f"\n  {peak:.0f} MiB in all", end="")
    kept = within(peak, MOST_PEAK) and kept
    print(f"; the peer {max(other['peak'] for _, other in turns):.0f} MiB")
    return kept


def growing(folder: Path, sizes: list[int]) -> bool:
    """Seconds for a million cells and memory, side by side. Whether memory stays within its limit."""
    print("\nledgers of so many rows:  CPU s per million cells, MiB in all")
    peaks = []
    for rows in sizes:
        file = written(folder, "ledger", rows)
        costs = [cost(OURS, file) for _ in range(3)]
        seconds = median(each["cpu"] for each in costs) / (rows * LEDGER_COLUMNS) * 1e6
        peaks.append(max(each["peak"] for each in costs))
        print(f"{rows:>12}{seconds:8.2f}{peaks[-1]:8.0f}")
    print("  memory of the largest", end="")
    kept = within(max(peaks), MOST_PEAK)
    print()
    return kept


def cost(method: str, file: Path) -> dict[str, float]:
    """Processor time and memory of one method, which must be there."""
    found = measured(method, file)
    assert found is not None
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--large", action="store_true", help="a ledger of 1 000 000 rows too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = [
            compared("months", 300, folder, 9),
            compared("ledger", LEDGER_ROWS, folder, 3),
            growing(folder, [25_000, 50_000, LEDGER_ROWS, *([LARGE_ROWS] if asked.large else [])]),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
