"""Many damaged samples: ``python -m tests.reading.fuzz [COUNT] [SEED]``. Fails where one comes to a bad end.

Prints how many came to which end, the slowest, and each bad end with what is needed to see it again.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.reading.mutant_fate import fates
from tests.reading.mutations import mutants

COUNT, SEED = 2_000, 1
GROUP = 200
SAMPLES = Path(__file__).parents[2] / "samples"


def report(count: int, seed: int) -> tuple[list[str], int]:
    """The lines to print, and how many bad ends there were."""
    samples = {path.stem: path.read_bytes() for path in sorted(SAMPLES.glob("*.xlsx"))}
    damaged = [*mutants(samples, count, seed)]
    ends = [end for start in range(0, count, GROUP) for end in fates(damaged[start : start + GROUP])]
    counts = Counter(end.code for end in ends)
    slowest = max(range(count), key=lambda number: ends[number].seconds)
    bad = [number for number in range(count) if ends[number].wrong]
    lines = [
        *(f"{code:8}{counts[code]:6}" for code in sorted(counts)),
        f"slowest  {ends[slowest].seconds:.2f} s: {damaged[slowest]}",
        *(f"bad end: seed {seed}, mutant {damaged[i]}: {ends[i].code}: {ends[i].wrong}" for i in bad),
        f"{count} mutants, {len(bad)} bad ends",
    ]
    return lines, len(bad)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    lines, bad = report(*given, *(COUNT, SEED)[len(given) :])
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(bad > 0)
