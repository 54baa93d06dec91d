"""The page of errors: every refusal with what it really says, from the golden files of ``tests/errors``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from syditval.messages import texts

OUTPUTS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "errors"
CODE = re.compile(r"[A-Z]\d{3}")
FAMILIES = {
    "U": ("Calls that make no sense", "What was typed, or set in the environment, asks for something impossible."),
    "R": ("Workbooks that cannot be read", "A file is read as a whole or not at all: no figure is guessed."),
    "A": (
        "Workbooks that get no annotated copy",
        "The report is given all the same. Where the workbook itself stands in the way, its review is written"
        " as a workbook of its own.",
    ),
    "K": (
        "Mistakes in files of settings",
        "Kinds of table, settings and waivers are read strictly: every mistake in a file is told at once.",
    ),
    "P": ("Records that cannot be used", "Sealed records are verified and compared only as they were written."),
    "": ("Other endings", "These have no code, since nothing that was given is refused."),
}
INTRODUCTION = """# Errors

An error is one sentence on the error stream: its code, what is wrong, where, and what to do. The codes of
refusals begin with the letter of their family; those of [rules](rules/README.md) are something else:
they are what a report finds in a workbook. Nothing is left half written, and the workbook is never
changed. Each output below is the real one of a small input in `tests/errors/`, as a terminal shows it.
"""


def errors_page() -> str:
    """Every family, every code in it, and what was typed and shown."""
    names = sorted(path.stem for path in OUTPUTS.glob("*.txt"))
    parts = [INTRODUCTION]
    for letter, (title, sentence) in FAMILIES.items():
        parts.append(f"## {title}\n\n{sentence}\n")
        parts += [_entry(name) for name in names if (name[0] if CODE.fullmatch(name) else "") == letter]
    return "\n".join(parts)


def _entry(name: str) -> str:
    """One error: its heading, what the catalogue says besides the sentence itself, and the output."""
    words = texts("en")
    output = (OUTPUTS / f"{name}.txt").read_text(encoding="utf-8")
    heading = f"{name}: {words.get(name, 'title')}" if CODE.fullmatch(name) else _spoken(name)
    return "\n\n".join([f"### {heading}", *_remarks(name), f"```\n{output}```\n"])


def _remarks(name: str) -> Iterator[str]:
    words = texts("en")
    yield from (words.get(name, part) for part in ("why", "do") if words.has(name, part))


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()
