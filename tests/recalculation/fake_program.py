"""Programs that stand in for LibreOffice: they take its arguments and fail in the ways it can."""

from __future__ import annotations

import sys
from pathlib import Path

# What a program finds: the folder for results, the copy of the workbook, and the profile.
_PREAMBLE = """\
import os, pathlib, subprocess, sys, time
arguments = sys.argv[1:]
results = pathlib.Path(arguments[arguments.index("--outdir") + 1])
copy = pathlib.Path(arguments[-1])
"""


def fake_program(folder: Path, body: str) -> str:
    """A program in a folder that does what some lines of Python say."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\n{_PREAMBLE}{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)
