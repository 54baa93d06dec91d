"""The page of errors: every refusal with what it really says, from the golden files of ``tests/errors``."""

from __future__ import annotations

import re
from pathlib import Path

from syditval.messages import texts

OUTPUTS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "errors"
FAMILIES = {
    "U": "Calls that make no sense",
    "R": "Workbooks that cannot be read",
    "A": "Workbooks that get no annotated copy",
    "K": "Mistakes in files of settings",
    "P": "Records that cannot be used",
    "M": "Months that cannot be kept or found",
    "B": "What the page in the browser does not do",
}
INTRODUCTION = """# Errors

An error is one sentence on the error stream: its code, what is wrong, where, and what to do. The letter
of a code is that of its family; what a report finds in a workbook is told by [rules](rules/README.md)
instead. Nothing is left half written, and a workbook is never changed. Each output below is the whole
one of a small input in `tests/errors/`, as a terminal shows it.
"""
OTHERS = """## Other endings

These have no code: nothing that was given is refused.
"""
_CODE = re.compile(r"[A-Z]\d{3}")


def errors_page() -> str:
    """Every family, every code in it, and what was typed and shown."""
    names = sorted(path.stem for path in OUTPUTS.glob("*.txt"))
    parts = [INTRODUCTION]
    for letter, title in FAMILIES.items():
        parts.append(f"## {title}\n\n{texts('en').get('refused', letter)}\n")
        parts += [_entry(name) for name in names if _CODE.fullmatch(name) and name[0] == letter]
    return "\n".join([*parts, OTHERS, *(_entry(name) for name in names if not _CODE.fullmatch(name))])


def _entry(name: str) -> str:
    """One error: its heading, what the catalogue says besides the sentence itself, and the output."""
    words = texts("en")
    output = (OUTPUTS / f"{name}.txt").read_text(encoding="utf-8")
    remarks = [words.get(name, part) for part in ("why", "do") if words.has(name, part)]
    return "\n\n".join([f"### {_heading(name)}", *remarks, f"```\n{output}```\n"])


def _heading(name: str) -> str:
    if _CODE.fullmatch(name):
        return f"{name}: {texts('en').get(name, 'title')}"
    return name.replace("-", " ").capitalize()
