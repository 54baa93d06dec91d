"""How each tool is run on one workbook, and which cells its findings point at."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

# The cells that one finding points at, such as Drift!C15; none where it is about no cell in particular.
Finding = frozenset[str]

# All optional checks on and nothing cut short. It recalculates before it looks unless told not to, and
# then cannot see a value that is out of date: without, it names one error more.
AUDITOR_SETTINGS = {
    "checks": {"BLANK_PRECEDENT": "error"},
    "finance": {"enabled": True},
    "limits": {"max_reported_findings": 100_000},
    "recalc": {"enabled": False},
}
MOST_EXAMPLES = "100000"
# Exit codes above these say that a tool did not get through.
FINDINGS, COVERAGE_LIMITED = 1, 2


@dataclass(frozen=True)
class Job:
    """A workbook to look at, and the row that its headings stand in, the last of several."""

    file: Path
    header_row: int


@dataclass(frozen=True)
class Tool:
    """One tool: its name, how it is run (as it is told to the reader), and what it finds."""

    name: str
    how: str
    findings: Callable[[Job], list[Finding]]


def tools(bin_folder: Path) -> list[Tool]:
    """This program, and the peers as they are installed in an environment's folder of programs."""
    auditor, cells, lint = (
        str(bin_folder / name) for name in ("spreadsheet-auditor", "show-your-work", "sheet-lint")
    )
    return [
        Tool(
            "syditval",
            "syditval reconcile and syditval sums, each with --format json --no-annotate FILE",
            syditval,
        ),
        Tool(
            "spreadsheet-auditor",
            "spreadsheet-auditor FILE --json OUT --config SETTINGS --fail-on None, with the finance pack and"
            " BLANK_PRECEDENT turned on and recalculation off, since with it stale values go unseen",
            lambda job: spreadsheet_auditor(auditor, job),
        ),
        Tool(
            "unexplained-cells",
            "show-your-work FILE --format json --fail-on never",
            lambda job: unexplained_cells(cells, job),
        ),
        Tool(
            "sheet-lint",
            "sheet-lint FILE --json --max-examples 100000 --header-row N: the last row of headings",
            lambda job: sheet_lint(lint, job),
        ),
    ]


def syditval(job: Job) -> list[Finding]:
    """What either of the two commands finds, at its cells; what both find at a cell counts once."""
    found: dict[Finding, int] = {}
    for command in ("reconcile", "sums"):
        arguments = [sys.executable, "-m", "syditval", command, "--format", "json", "--no-annotate"]
        # 3 is that it recognised nothing.
        (record,) = _documents(_run([*arguments, str(job.file)], 3))
        cells = Counter(frozenset({each["cell"]} if each["cell"] else ()) for each in record["findings"])
        for cell, count in cells.items():
            found[cell] = max(found.get(cell, 0), count)
    return [cell for cell, count in found.items() for _ in range(count)]


def spreadsheet_auditor(program: str, job: Job) -> list[Finding]:
    """A mistake that is repeated is one finding, at every cell that it covers."""
    with tempfile.TemporaryDirectory() as folder:
        settings, found = Path(folder, "all-on.json"), Path(folder, "findings.json")
        settings.write_text(json.dumps(AUDITOR_SETTINGS), encoding="utf-8")
        command = [
            program,
            str(job.file),
            "--json",
            str(found),
            "--config",
            str(settings),
            "--fail-on",
            "None",
        ]
        _run([*command, "--quiet"], COVERAGE_LIMITED)
        record = json.loads(found.read_text(encoding="utf-8"))
    return [frozenset(_single([each["location"], *each["members"]])) for each in record["findings"]]


def unexplained_cells(program: str, job: Job) -> list[Finding]:
    """Every finding at its cell."""
    record = json.loads(_run([program, str(job.file), "--format", "json", "--fail-on", "never"], FINDINGS))
    return [frozenset(_single([f"{each['sheet']}!{each['location']}"])) for each in record["findings"]]


def sheet_lint(program: str, job: Job) -> list[Finding]:
    """A finding at every cell that it lists."""
    command = [program, str(job.file), "--json", "--max-examples", MOST_EXAMPLES]
    record = json.loads(_run([*command, "--header-row", str(job.header_row)], FINDINGS))
    return [
        frozenset(_single(f"{place['sheet']}!{place['ref']}" for place in each["locations"]))
        for each in record["findings"]
    ]


def _single(places: Any) -> Iterator[str]:
    """The places that are one cell: a range of many points at none of them."""
    return (place.replace("$", "").replace("'", "") for place in places if place and ":" not in place)


def _documents(text: str) -> list[Any]:
    """The record of a run, which is one document or a list of one."""
    record = json.loads(text)
    return record if isinstance(record, list) else [record]


def _run(command: Sequence[str], worst: int) -> str:
    """What a program writes. Raises RuntimeError where its exit code is above ``worst``."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode > worst:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout
