"""The same call over the same workbook gives the same bytes, whoever makes it, where and when."""

from __future__ import annotations

import json
import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from syditval.reports.outputs import OUTPUTS

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "c-planted-errors.xlsx"
SETTINGS = """
materiality = "2 mkr"
ticks = true
show-uncovered = true

[[waivers]]
code = "F101"
place = "budget/total/actual"
reason = "Rättas i huvudboken."
until = 2024-12-31
"""


def forms(folder: str) -> list[str]:
    """The options for every output, into a folder."""
    return [word for form in OUTPUTS for word in ("--format", form, "-o", f"{folder}/{form}")]


OPTIONS = ["--lang", "sv", "--as-of", "2024-04-30"]
# Every call, and the names of the files that it makes.
CALLS: Mapping[str, tuple[list[str], list[str]]] = {
    "reconcile": (
        ["reconcile", *OPTIONS, "-o", "ut/kopia.xlsx", *forms("ut"), "april.xlsx"],
        ["ut/kopia.xlsx", *(f"ut/{form}" for form in OUTPUTS)],
    ),
    "sums": (
        ["sums", *OPTIONS, "-o", "summor/kopia.xlsx", *forms("summor"), "april.xlsx"],
        ["summor/kopia.xlsx", *(f"summor/{form}" for form in OUTPUTS)],
    ),
    "to the screen": (["reconcile", *OPTIONS, "--no-annotate", "april.xlsx"], []),
    "clean": (["clean", "--lang", "sv", "ut/kopia.xlsx", "-o", "ut/ren.xlsx"], ["ut/ren.xlsx"]),
    "waive": (
        ["waive", "--lang", "sv", "april.xlsx", "Drift!E10", "--reason", "Så."],
        ["syditval.toml"],
    ),
    "verify": (["verify", "--lang", "sv", "summor/json"], []),
    "compare": (["compare", "--lang", "sv", "--format", "json", "summor/json", "summor/json"], []),
    "inspect": (["inspect", "--lang", "sv", "april.xlsx"], []),
    "rules": (["rules", "--lang", "sv", "F101"], []),
}
# Each call in a process of its own, made by one that has loaded what all of them need: that takes far longer
# than they do. What they say goes into files.
SESSION = """
import json, os, sys
import jinja2, rich.console, syditval.annotation, syditval.checks, syditval.run
from syditval.cli.main import main
for name, call in json.loads(sys.argv[1]).items():
    child = os.fork()
    if not child:
        for stream in (1, 2):
            os.dup2(os.open(f"said/{name}.{stream}", os.O_WRONLY | os.O_CREAT), stream)
        sys.argv[1:] = call
        main()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
PIECES = [(call, piece) for call, (_, files) in CALLS.items() for piece in ("what is said", *files)]


@dataclass(frozen=True)
class Place:
    """Somebody's computer."""

    folder: str
    variables: Mapping[str, str]
    umask: int

    def run(self, root: Path, *call: str) -> subprocess.CompletedProcess[bytes]:
        """What comes of a call here."""
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
        return subprocess.run(
            [sys.executable, *call],
            cwd=root / self.folder,
            env={**kept, "PYTHONPATH": str(ROOT), **self.variables},
            umask=self.umask,
            capture_output=True,
            check=False,
        )


def swedish() -> str:
    """The Swedish locale, with its decimal comma; where there is none, one that is at least not C."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        return locale.setlocale(locale.LC_NUMERIC, "sv_SE.UTF-8")
    except locale.Error:
        return "C.UTF-8"
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


PLACES = (
    Place("a", {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "UTC"}, 0o022),
    Place(
        "mapp två/och djupare",
        {"LC_ALL": swedish(), "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"},
        0o077,
    ),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[tuple[str, str], bytes]]:
    """All that every call says and writes, in each of the places."""
    root = tmp_path_factory.mktemp("places")
    return [_made(place, root) for place in PLACES]


def _made(place: Place, root: Path) -> dict[tuple[str, str], bytes]:
    folder = root / place.folder
    for inner in ("ut", "summor", "said"):
        (folder / inner).mkdir(parents=True)
    shutil.copy(SAMPLE, folder / "april.xlsx")
    (folder / "syditval.toml").write_text(SETTINGS, encoding="utf-8")
    done = place.run(root, "-c", SESSION, json.dumps({name: call for name, (call, _) in CALLS.items()}))
    assert done.stderr == b""
    assert {*done.stdout.split()} == {b"0", b"1"}
    pieces = {}
    for name, (_, files) in CALLS.items():
        said, complained = ((folder / "said" / f"{name}.{stream}").read_bytes() for stream in (1, 2))
        pieces[name, "what is said"] = said + b"\n" + complained
        pieces |= {(name, file): (folder / file).read_bytes() for file in files}
    return pieces


@pytest.mark.parametrize(("call", "piece"), PIECES, ids=[": ".join(each) for each in PIECES])
def test_it_is_the_same_in_both_places(
    made: list[dict[tuple[str, str], bytes]], call: str, piece: str
) -> None:
    here, there = (pieces[call, piece] for pieces in made)

    assert here == there
    assert here.strip()


def test_every_output_is_among_them(made: list[dict[tuple[str, str], bytes]]) -> None:
    assert {f"ut/{form}" for form in OUTPUTS} <= {piece for call, piece in made[0] if call == "reconcile"}


def test_what_is_compared_holds_everything_that_might_differ(
    made: list[dict[tuple[str, str], bytes]],
) -> None:
    """Accepted differences on a day, small ones, Swedish, and marks in the copy."""
    record = made[0]["reconcile", "ut/json"].decode()

    assert '"as-of": "2024-04-30"' in record
    assert '"state": "waived"' in record
    assert '"material": false' in record
    assert "Så." in made[0]["waive", "syditval.toml"].decode()


def test_the_places_are_not_alike(tmp_path: Path) -> None:
    told = (
        "import locale, os, time; "
        "facts = hash('Summa'), time.tzname, os.umask(0), locale.setlocale(locale.LC_ALL, ''), os.getcwd(); "
        "print(*facts, sep='|')"
    )
    said = []
    for place in PLACES:
        (tmp_path / place.folder).mkdir(parents=True)
        said.append(place.run(tmp_path, "-c", told).stdout.decode(errors="replace").split("|"))

    assert len(said[0]) == len(said[1]) == 5
    assert [one == other for one, other in zip(*said, strict=True)] == [False] * 5
