"""``syditval upload``: a month's workbook, checked and kept; and the whole path of a year's first four months."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.months import saved
from tests.cli.sending import at_work, broken, ended, month, nameless

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def anna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work(tmp_path, monkeypatch)


def last(capsys: Capture) -> str:
    """The last line on standard output."""
    return capsys.readouterr().out.splitlines()[-1]


def listed(capsys: Capture, *arguments: object) -> list[str]:
    """What ``months`` lists, without the unit's name."""
    assert ended("months", *arguments) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()[1:]]


def test_the_first_quarter_of_a_unit_from_end_to_end(tmp_path: Path, capsys: Capture) -> None:
    """Four months, a corrected April, a withdrawal, and what an auditor fetches of it."""
    books = [month(tmp_path, name) for name in ("januari", "februari", "mars")]
    wrong = month(tmp_path, "april", off=9)
    # As a shell lists them: the order of the months is not that of their names.
    assert ended("upload", *sorted([*books, wrong])) == 1
    streams = capsys.readouterr()
    assert streams.err == "syditval: a store was made at arkiv.sqlite.\n"
    assert [line for line in streams.out.splitlines() if line.startswith("Kept")] == [
        "Kept: IT-enheten 2024-01, version 1 (accepted)",
        "Kept: IT-enheten 2024-02, version 1 (accepted)",
        "Kept: IT-enheten 2024-03, version 1 (accepted)",
        "Kept: IT-enheten 2024-04, version 1 (accepted with findings: 2 errors, 0 warnings)",
    ]

    right = month(tmp_path / "rättad", "april")
    assert ended("upload", "-q", right, "--by", "bo") == 0
    assert capsys.readouterr() == ("", "")
    assert listed(capsys)[0] == "2024-04 version 2 accepted bo 2024-05-08 09:12 UTC"
    assert listed(capsys, "--all")[:2] == [
        "2024-04 version 2 accepted bo 2024-05-08 09:12 UTC",
        "2024-04 version 1 accepted with findings: 2 errors, 0 warnings (replaced) anna 2024-05-08 09:12 UTC",
    ]

    assert ended("withdraw", "it-enheten", "2024-04", "--reason", "Fel fil") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Withdrawn: IT-enheten 2024-04, version 2",
        "Version 1 counts for 2024-04 now.",
    ]

    assert ended("fetch", "IT-enheten", "2024-04", "--version", 2, "--what", "workbook", "-o", "hämtat/") == 0
    assert Path("hämtat/april.xlsx").read_bytes() == right.read_bytes()
    assert ended("fetch", "IT-enheten", "2024-03", "--what", "record") == 0
    against = [f"--against={book}" for book in books[:2]]
    capsys.readouterr()
    assert ended("verify", "mars.json", "mars.xlsx", *against[-1:]) == 0
    assert "Everything comes out as the record says" in capsys.readouterr().out


class TestSame:
    def test_the_same_again_is_one_entry_with_the_same_answer(self, tmp_path: Path, capsys: Capture) -> None:
        book = month(tmp_path, "april", off=9)
        first = ended("upload", book, "--format", "json")
        told = capsys.readouterr()
        again = ended("upload", book, "--format", "json")
        streams = capsys.readouterr()

        assert (first, again) == (1, 1)
        assert streams.out == told.out
        assert streams.err == (
            "Already kept since 2024-05-08 09:12 UTC: IT-enheten 2024-04, version 1 "
            "(accepted with findings: 2 errors, 0 warnings)\n"
        )
        assert len(listed(capsys, "--all")) == 1

    def test_a_decision_makes_it_another(self, tmp_path: Path, capsys: Capture) -> None:
        book = month(tmp_path, "april")
        ended("upload", book)
        ended("upload", book, "--decision", "KF § 41")

        assert last(capsys) == "Kept: IT-enheten 2024-04, version 2 (accepted)"


class TestStanding:
    def test_a_broken_table_is_kept_as_rejected(self, tmp_path: Path, capsys: Capture) -> None:
        assert ended("upload", broken(tmp_path)) == 1
        assert last(capsys).startswith(
            "Kept as rejected, and does not count for the month: IT-enheten 2024-04, version 1 (rejected: "
        )

    def test_what_is_no_table_is_not_kept(self, tmp_path: Path, capsys: Capture) -> None:
        ended("upload", month(tmp_path, "april"))
        capsys.readouterr()

        assert ended("upload", saved(tmp_path / "brev.xlsx", "Hej\n1 | 2\n")) == 3
        assert capsys.readouterr().err.startswith("syditval: M040: brev.xlsx is not kept: no table")
        assert len(listed(capsys, "--all")) == 1

    @pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("note", 0)])
    def test_a_sound_month_is_a_clean_exit(self, tmp_path: Path, fail_on: str, code: int) -> None:
        assert ended("upload", month(tmp_path, "april"), "--fail-on", fail_on) == code

    def test_of_several_the_worst_counts_and_the_others_are_kept(
        self, tmp_path: Path, capsys: Capture
    ) -> None:
        books = [month(tmp_path, "mars"), tmp_path / "saknas.xlsx", month(tmp_path, "april", off=9)]

        assert ended("upload", "-q", *books) == 2
        assert "R001" in capsys.readouterr().err
        assert [line[:7] for line in listed(capsys)] == ["2024-04", "2024-03"]


class TestAddress:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "M041: okänd.xlsx does not say whose figures it holds"),
            (("--entity", "Skolan"), "M042: okänd.xlsx does not say up to which month"),
            (
                ("--entity", "Skolan", "--period", "2024-07"),
                "M047: okänd.xlsx is of 2024-07, which has not come",
            ),
            (("--period", "2024-4"), "U060: 2024-4 is no period"),
        ],
    )
    def test_what_is_missing_is_named(
        self, tmp_path: Path, arguments: tuple[str, ...], said: str, capsys: Capture
    ) -> None:
        assert ended("upload", nameless(tmp_path), *arguments) == 2
        assert said in capsys.readouterr().err

    def test_what_is_given_completes_it(self, tmp_path: Path, capsys: Capture) -> None:
        assert ended("upload", nameless(tmp_path), "--entity", " Skolan ", "--period", "2024-04") == 0
        assert last(capsys) == "Kept: Skolan 2024-04, version 1 (accepted)"

    @pytest.mark.parametrize(
        ("option", "value", "said"),
        [
            ("--entity", "Skolan", "M043: april.xlsx says IT-enheten in Drift!A1, not Skolan"),
            ("--period", "2024-03", "M044: april.xlsx says 2024-04 in Drift!C3, not 2024-03"),
        ],
    )
    def test_a_contradiction_names_the_cell(
        self, tmp_path: Path, option: str, value: str, said: str, capsys: Capture
    ) -> None:
        assert ended("upload", month(tmp_path, "april"), option, value) == 2
        assert said in capsys.readouterr().err

    def test_standard_input_is_a_workbook_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        content = month(tmp_path, "april").read_bytes()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

        assert ended("upload", "-") == 0
        assert ended("fetch", "IT-enheten", "2024-04") == 0
        assert last(capsys) == "Fetched: standard-input.xlsx"


def test_the_settings_of_the_folder_hold(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "syditval.toml").write_text('materiality = "100 tkr"\n', encoding="utf-8")

    assert ended("upload", month(tmp_path, "april", off=9)) == 0
    assert last(capsys) == "Kept: IT-enheten 2024-04, version 1 (accepted)"


def test_every_upload_is_written_down(tmp_path: Path, capsys: Capture) -> None:
    book = month(tmp_path, "april")
    for arguments in ((book,), (book, "--by", "bo"), (nameless(tmp_path),)):
        ended("upload", "-q", *arguments)
    capsys.readouterr()
    ended("store", "acts")

    assert [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()] == [
        "2024-05-08 09:12 UTC anna upload okänd.xlsx the command line on ekonomi7 M041",
        "2024-05-08 09:12 UTC bo upload IT-enheten 2024-04 1 the command line on ekonomi7 same",
        "2024-05-08 09:12 UTC anna upload IT-enheten 2024-04 1 the command line on ekonomi7 accepted",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_what_is_missing_is_asked_for_on_a_terminal(tmp_path: Path) -> None:
    """A real terminal: the unit, a month that is none, and one that is."""
    nameless(tmp_path)
    terminal, ours = os.openpty()
    environment = {**os.environ, "SYDITVAL_LANG": "sv", "PYTHONPATH": str(Path(__file__).parents[2])}
    call = [sys.executable, "-m", "syditval", "upload", "okänd.xlsx", "--format", "json"]
    with subprocess.Popen(call, stdin=ours, stdout=subprocess.PIPE, stderr=ours, env=environment) as run:
        os.close(ours)
        shown = b""
        for question, answer in ((b"Enhet", "Skolan"), (b"Period", "april"), (b"Period", "2024-04")):
            shown = shown[shown.rfind(b"\n") + 1 :]
            shown = _until(terminal, question + b" f", shown)
            os.write(terminal, f"{answer}\n".encode())
        assert run.stdout is not None
        record = json.loads(run.stdout.read())
        rest = _until(terminal, b"Sparad", b"")
    os.close(terminal)
    assert run.returncode == 0
    assert record["options"]["period"] == "2024-04"
    assert "Sparad: Skolan 2024-04, version 1 (godtagen)" in rest.decode()


def _until(terminal: int, wanted: bytes, shown: bytes) -> bytes:
    """What a terminal shows up to some text, read for as long as that may take."""
    patience = time.monotonic() + 30
    while wanted not in shown and time.monotonic() < patience:
        shown += os.read(terminal, 4096)
    assert wanted in shown
    return shown
