"""What a case is: an error, the folder and the command line that bring it about, and what is shown of it."""

from __future__ import annotations

import io
import os
import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import pytest

from syditval.cli.main import main

Circumstance = Callable[[pytest.MonkeyPatch], None]
WIDTH = "80"
# Where in the code a fault came about: every line between the heading of a trace and its end.
FRAMES = re.compile(r"(?<=\(most recent call last\):\n)(?: .*\n)+")
CODE = re.compile(r"[A-Z]\d{3}")
# What settles the look and the language of an output, besides our own variables.
OUTSIDE = ("FORCE_COLOR", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG")


def nothing(_: pytest.MonkeyPatch) -> None:
    """No circumstance but the files."""


@dataclass(frozen=True, slots=True)
class Case:
    """An error by its code, or by a name where it has none.

    ``typed`` is the whole command line, ``files`` what the folder holds (a name that ends in a slash is
    a folder). ``meanwhile`` brings about what no file can by itself, ``leaves`` are the files that the
    run makes or that change while it runs, ``quotes`` what is quoted in English whatever the language.
    """

    name: str
    typed: str
    files: Mapping[str, str | bytes] = field(default_factory=dict, repr=False)
    meanwhile: Circumstance = nothing
    leaves: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def has_code(self) -> bool:
        """Whether it is a refusal of the catalogues."""
        return bool(CODE.fullmatch(self.name))

    def make_files(self, folder: Path) -> None:
        """Put everything into the folder."""
        for name, content in self.files.items():
            if name.endswith("/"):
                (folder / name).mkdir(parents=True)
                continue
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, language: str) -> Shown:
        """Run the command line in the working folder, as whoever typed it sees it."""
        with pytest.MonkeyPatch.context() as patch:
            arguments = _prepared(self.typed, language, patch)
            screen = io.StringIO()
            patch.setattr("sys.stdout", _stdout(self.typed, screen))
            patch.setattr("sys.stderr", screen)
            self.meanwhile(patch)
            code = _ended(arguments)
        return Shown(self.typed, FRAMES.sub("  ...\n", screen.getvalue()), code)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a terminal shows of a run, both streams in the order in which they were written to."""

    typed: str
    output: str
    code: int

    @property
    def page(self) -> str:
        """The run as a golden file has it: what was typed, what came, and the exit code."""
        return f"$ {self.typed}\n{self.output}exit code {self.code}\n"


def held(folder: Path) -> dict[str, bytes]:
    """Everything that a folder holds, hidden files too."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def disagreements(codes: set[str], cases: list[Case]) -> Iterator[str]:
    """Where the codes of the catalogue and the cases are not one to one."""
    names = [case.name for case in cases]
    coded = {case.name for case in cases if case.has_code}
    yield from (f"{code} has no case" for code in sorted(codes - coded))
    yield from (f"{name} is no code of the catalogue" for name in sorted(coded - codes))
    yield from (f"{name} has two cases" for name in sorted({name for name in names if names.count(name) > 1}))


def _prepared(typed: str, language: str, patch: pytest.MonkeyPatch) -> list[str]:
    """The arguments of a command line, with the variables in front of it, and no others, set."""
    for name in [name for name in os.environ if name.startswith("SYDITVAL_") or name in OUTSIDE]:
        patch.delenv(name)
    patch.setenv("SYDITVAL_LANG", language)
    patch.setenv("COLUMNS", WIDTH)
    patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    words = shlex.split(re.split(r" [|>] ", typed)[0])
    start = words.index("syditval")
    for variable in words[:start]:
        patch.setenv(*variable.split("=", 1))
    return words[start + 1 :]


def _stdout(typed: str, screen: TextIO) -> TextIO:
    """Where standard output goes: to the screen, into a file, or to a program that has gone away."""
    if " > " in typed:
        return Path(typed.rpartition(" > ")[2]).open("w", encoding="utf-8")
    if " | " in typed:
        reading, writing = os.pipe()
        os.close(reading)
        return os.fdopen(writing, "w", encoding="utf-8")
    return screen


def _ended(arguments: list[str]) -> int:
    """The exit code of a run."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)
