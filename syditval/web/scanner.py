"""A virus scanner's word on a file, where the municipality has one."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from syditval.web.refusals import PageRefusal

SECONDS = 120
STANDARD_INPUT = "-"


def scan(command: Sequence[str], path: Path, name: str) -> None:
    """Have a scanner look at a file. Raises PageRefusal unless it leaves with 0.

    It runs without a shell. The file is its standard input, and its last argument unless that is a dash.
    """
    arguments = [*command] if command[-1] == STANDARD_INPUT else [*command, str(path)]
    try:
        with path.open("rb") as content:
            done = subprocess.run(
                arguments,
                stdin=content,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired):
        raise PageRefusal("B017", file=name) from None
    if done.returncode:
        raise PageRefusal("B016", file=name)
