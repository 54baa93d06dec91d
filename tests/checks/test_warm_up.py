"""What is loaded before the first table is not loaded again in every process made after that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from syditval.checks import warm_up
from syditval.run import Request, reconcile
{first}
before = {{*sys.modules}}
reconcile("samples/a-monthly-export.xlsx", Request(in_process=True))
print(*{{*sys.modules}} - before)
"""
# The rules, and what pandera checks a frame with.
HEAVY = ("syditval.checks.", "pandera.backends.pandas.")


def loaded_by_a_table(first: str) -> set[str]:
    """What the first table has loaded, of that which takes long."""
    command = [sys.executable, "-c", SCRIPT.format(first=first)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split() if name.startswith(HEAVY)}


def test_a_table_has_nothing_left_to_load() -> None:
    assert loaded_by_a_table("warm_up()") == set()


def test_without_it_a_table_has() -> None:
    assert {"syditval.checks.total_differs", "pandera.backends.pandas.container"} <= loaded_by_a_table("")
