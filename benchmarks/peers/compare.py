"""Which planted errors this program and its peers name: ``python benchmarks/peers/compare.py [--write]``.

The peers are installed once, at the versions of requirements.txt, in build/peers/.venv. The workbooks
are the samples (a), (b) and (c) and ten published tables, each with the error that planted.toml plants
in it; the tables are taken from the folder that SYDITVAL_SHARED names. Prints the result as Markdown;
``--write`` writes docs/peers.md instead.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from outcomes import Case, Planted, outcome  # noqa: E402
from page import page  # noqa: E402
from tools import Job, tools  # noqa: E402

from tests.published_tables import SHEET, PublishedTable, published_tables  # noqa: E402

PAGE = ROOT / "docs" / "peers.md"
ENVIRONMENT = ROOT / "build" / "peers" / ".venv"
REQUIREMENTS = HERE / "requirements.txt"
SAMPLES = {"a": "a-monthly-export", "b": "b-as-printed", "c": "c-planted-errors"}
SAMPLE_HEADER_ROW = 4


def sample_cases() -> Iterator[Case]:
    """The samples; where the errors of (c) show stands in planted.toml beside them."""
    entries = tomllib.loads((ROOT / "samples" / "planted.toml").read_text(encoding="utf-8"))["planted"]
    errors = tuple(
        Planted(entry["cell"], entry["error"], frozenset({entry["cell"], *entry["shows_at"]}))
        for entry in entries
    )
    for letter, name in SAMPLES.items():
        job = Job(ROOT / "samples" / f"{name}.xlsx", SAMPLE_HEADER_ROW)
        yield Case(f"sample ({letter})", job, errors if letter == "c" else ())


def table_cases(folder: Path) -> Iterator[Case]:
    """The published tables, each with its error, written to a folder."""
    tables = {table.id: table for table in published_tables()}
    for entry in tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8"))["planted"]:
        table, file = tables[entry["table"]], folder / f"{entry['table']}.xlsx"
        job = Job(file, table.first_row - 1)
        yield Case(entry["table"], job, (_write(table, entry, file),))


def _write(table: PublishedTable, entry: Mapping[str, Any], file: Path) -> Planted:
    """Write a table with its error. Raises ValueError where something else stands in the table."""
    places = {
        table.address((row, column)): (row, column)
        for row, cells in enumerate(table.rows)
        for column in range(len(cells))
    }
    for address, (was, _) in entry["cells"].items():
        row, column = places[address]
        if table.rows[row][column] != was:
            raise ValueError(f"{table.id}: {address} holds {table.rows[row][column]!r}, not {was!r}")
    wrong = {places[address]: stands for address, (_, stands) in entry["cells"].items()}
    formulas = {places[address]: formula for address, formula in entry.get("live", {}).items()}
    table.changed(wrong).write(file, as_text=False, formulas=formulas)
    targets = {check.target for check in table.checks if check.target and check.places & wrong.keys()}
    named_at = frozenset(f"{SHEET}!{table.address(place)}" for place in {*wrong, *targets})
    return Planted(", ".join(entry["cells"]), entry["error"], named_at)


def install() -> Path:
    """The folder of the peers' programs, installed where they are not yet."""
    programs = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    installed, wanted = ENVIRONMENT / "installed.txt", REQUIREMENTS.read_text(encoding="utf-8")
    if not installed.exists() or installed.read_text(encoding="utf-8") != wanted:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", str(REQUIREMENTS)], check=True)
        installed.write_text(wanted, encoding="utf-8")
    return programs


def main() -> None:
    """Compare, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write docs/peers.md")
    write = parser.parse_args().write
    compared = tools(install())
    with tempfile.TemporaryDirectory() as folder:
        cases = [*sample_cases(), *table_cases(Path(folder))]
        results = [(case, [outcome(tool, case) for tool in compared]) for case in cases]
    text = page(compared, results)
    if write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
