"""A scanner's word, given by a script that knows the one pattern that all scanners know."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from syditval.store import entries
from syditval.web import scanner
from syditval.web.refusals import PageRefusal
from syditval.web.scanner import scan
from syditval.web.site import Manner, Site
from tests.web.site import SOUND, client, send, shown

# The test file of the antivirus makers, which every scanner reports and which does nothing; in two halves, so
# that no scanner reports this file.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

SCANNER = """
import sys, zipfile, io
content = sys.stdin.buffer.read() if sys.argv[-1] == "-" else open(sys.argv[-1], "rb").read()
parts = [content]
if zipfile.is_zipfile(io.BytesIO(content)):
    package = zipfile.ZipFile(io.BytesIO(content))
    parts += [package.read(name) for name in package.namelist()]
sys.exit(any(b"EICAR-STANDARD-ANTIVIRUS-" in part for part in parts))
"""


def infected() -> bytes:
    """A sound workbook with one part more."""
    buffer = io.BytesIO(SOUND)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("xl/media/image1.bin", EICAR)
    return buffer.getvalue()


@pytest.fixture(params=["by its path", "on standard input"])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, ...]:
    """A scanner that is given the file in one of the two ways."""
    script = tmp_path / "scanner.py"
    script.write_text(SCANNER)
    ending = ("-",) if request.param == "on standard input" else ()
    return (sys.executable, str(script), *ending)


@pytest.mark.parametrize("code", [2, 255])
def test_whatever_else_it_leaves_with_lets_nothing_through(code: int, tmp_path: Path) -> None:
    (tmp_path / "april.bin").write_bytes(SOUND)

    with pytest.raises(PageRefusal, match=r"april\.xlsx"):
        scan((sys.executable, "-c", f"raise SystemExit({code})"), tmp_path / "april.bin", "april.xlsx")


def test_what_it_finds_is_refused_and_nothing_else(command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "april.bin"
    file.write_bytes(SOUND)
    scan(command, file, "april.xlsx")

    file.write_bytes(infected())
    with pytest.raises(PageRefusal) as refused:
        scan(command, file, "april.xlsx")

    assert refused.value.code == "B016"


def test_one_that_is_not_there_lets_nothing_through(tmp_path: Path) -> None:
    file = tmp_path / "april.bin"
    file.write_bytes(SOUND)

    with pytest.raises(PageRefusal) as refused:
        scan(("/no/such/scanner",), file, "april.xlsx")

    assert refused.value.code == "B017"


def test_nor_does_one_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "april.bin"
    file.write_bytes(SOUND)
    monkeypatch.setattr(scanner, "SECONDS", 0.2)

    with pytest.raises(PageRefusal) as refused:
        scan((sys.executable, "-c", "import time; time.sleep(60)", "-"), file, "april.xlsx")

    assert refused.value.code == "B017"


def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    file = tmp_path / "april.bin"
    file.write_bytes(SOUND)

    scan((sys.executable, "-c", "import sys; sys.exit(sys.argv[1:2] != ['; exit 1'])", "; exit 1"), file, "a")


def test_on_the_page_the_rest_of_an_upload_is_kept(alone: Site, tmp_path: Path) -> None:
    script = tmp_path / "scanner.py"
    script.write_text(SCANNER)
    guarded = replace(alone, manner=Manner(scanner=(sys.executable, str(script))))

    page = shown(
        send(client(guarded), ("smittad.xlsx", infected()), ("april.xlsx", SOUND), entity="Tekniska")
    )

    assert "The virus scanner does not let smittad.xlsx through" in page
    assert [entry.name for entry in entries(alone.database)] == ["april.xlsx"]
