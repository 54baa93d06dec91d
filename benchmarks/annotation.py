"""What an annotated copy costs against loading the workbook with openpyxl: ``python benchmarks/annotation.py``.

A hundred findings are spread over each workbook. Every measurement is a process of its own; both take
turns, and each ratio is taken against the load of the same turn. Medians are printed. Exits with 1 where
a limit that we hold ourselves to is exceeded. ``--large`` adds a ledger of 1 000 000 rows.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.methods import REPORT
from benchmarks.reading import LARGE_ROWS, LEDGER_COLUMNS, LEDGER_ROWS, measured, within, written
from syditval.model.cells import CellRef
from syditval.model.rule import Severity
from tests.annotation.build import finding, report

PEER, ANNOTATED = "openpyxl, one load", "annotate"
FINDINGS = 100
SHEETS = 300
# At most so many times the processor time of the peer, and so many MiB in all, imports included.
MOST_OF_SHEETS, MOST_OF_A_LEDGER = 0.15, 0.25
MOST_MEMORY = 100
SEVERITIES = tuple(Severity)


def reported(file: Path, places: Sequence[CellRef]) -> Path:
    """A workbook, with a report beside it that has a finding at each place."""
    findings = [
        replace(finding("A!A1", SEVERITIES[number % 3]), id=f"F101 {number}", cell=place)
        for number, place in enumerate(places)
    ]
    made = report(file, findings, tables=())
    file.with_suffix(REPORT).write_bytes(pickle.dumps(made))
    return file


def months(folder: Path) -> Path:
    """Sheets of 60 x 8, every third of them with a finding."""
    places = [CellRef(f"Blad {3 * number + 1}", 5 + number % 50, 7) for number in range(FINDINGS)]
    return reported(written(folder, "months", SHEETS), places)


def ledger(folder: Path, rows: int) -> Path:
    """A long sheet with findings from its beginning to its end."""
    places = [CellRef("Huvudbok", number * (rows // FINDINGS) + 2, 12) for number in range(FINDINGS)]
    return reported(written(folder, "ledger", rows), places)


def compared(title: str, file: Path, rounds: int, most: float) -> bool:
    """Print the ratio for one workbook. Whether the limit is kept."""
    turns = [(costs(ANNOTATED, file), costs(PEER, file)) for _ in range(rounds)]
    own, peer = (median(turn[side]["cpu"] for turn in turns) for side in (0, 1))
    ratio = median(own["cpu"] / peer["cpu"] for own, peer in turns)
    print(f"{title}, {FINDINGS} findings, {rounds} rounds")
    print(f"  {ANNOTATED} {own:.2f} s / {PEER} {peer:.2f} s = {ratio:.3f} in processor time", end="")
    kept = within(ratio, most)
    print()
    return kept


def costs(method: str, file: Path) -> dict[str, float]:
    """What one method costs."""
    found = measured(method, file)
    assert found is not None
    return found


def flat(files: Mapping[int, Path]) -> bool:
    """Print seconds for a million cells, and the peak of memory, side by side. Whether that stays low."""
    found = {rows: [costs(ANNOTATED, file) for _ in range(3)] for rows, file in files.items()}
    print(f"\n{ANNOTATED:24}" + "".join(f"{rows:>14} rows" for rows in files))
    pace = (median(cost["cpu"] for cost in each) / (rows * LEDGER_COLUMNS) for rows, each in found.items())
    print(f"{'CPU s per million cells':24}" + "".join(f"{1e6 * seconds:19.2f}" for seconds in pace))
    peaks = [median(cost["peak"] for cost in each) for each in found.values()]
    print(f"{'peak MiB, all included':24}" + "".join(f"{peak:19.1f}" for peak in peaks), end="")
    kept = within(max(peaks), MOST_MEMORY)
    print()
    return kept


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--large", action="store_true", help="a ledger of 1 000 000 rows too")
    sizes = (25_000, 50_000, LEDGER_ROWS, *([LARGE_ROWS] if parser.parse_args().large else []))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledgers = {rows: ledger(folder, rows) for rows in sizes}
        kept = [
            compared(f"months, {SHEETS} sheets x 60 x 8", months(folder), 5, MOST_OF_SHEETS),
            compared(f"ledger, {LEDGER_ROWS} x {LEDGER_COLUMNS}", ledgers[LEDGER_ROWS], 3, MOST_OF_A_LEDGER),
            flat(ledgers),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
