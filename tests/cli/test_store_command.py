"""``syditval store``: the store looked after."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.sending import at_time, at_work, ended, month, nameless

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    at_work(tmp_path, monkeypatch)
    ended("upload", "-q", month(tmp_path, "april"))
    capsys.readouterr()


def test_a_backup_is_a_store_once_it_is_put_back(capsys: Capture) -> None:
    assert ended("store", "backup", "kopia.sqlite") == 0
    assert ended("store", "restore", "kopia.sqlite", "--store", "nytt.sqlite") == 0
    assert capsys.readouterr().out.splitlines() == ["Backup: kopia.sqlite", "Restored: nytt.sqlite"]

    assert ended("fetch", "IT-enheten", "2024-04", "--store", "nytt.sqlite", "-o", "tillbaka.xlsx") == 0
    assert Path("tillbaka.xlsx").read_bytes() == Path("april.xlsx").read_bytes()


def test_no_store_is_put_in_the_place_of_another(capsys: Capture) -> None:
    ended("store", "backup", "kopia.sqlite")

    assert ended("store", "restore", "kopia.sqlite") == 2
    assert "M023" in capsys.readouterr().err


def test_a_sound_store_is_said_to_be_sound(capsys: Capture) -> None:
    assert ended("store", "check") == 0
    assert capsys.readouterr().out == "Nothing is wrong with arkiv.sqlite.\n"


def test_a_workbook_that_somebody_altered_is_found(capsys: Capture) -> None:
    with closing(sqlite3.connect("arkiv.sqlite")) as direct:
        guards = direct.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'workbook'"
        ).fetchall()
        for (guard,) in guards:
            direct.execute(f"DROP TRIGGER {guard}")
        direct.execute("UPDATE workbook SET content = zeroblob(size)")
        direct.commit()

    assert ended("store", "check") == 1
    assert len(capsys.readouterr().out.splitlines()) >= 1
    assert ended("fetch", "IT-enheten", "2024-04", "-o", "x.xlsx") == 2
    assert not Path("x.xlsx").exists()


def test_nothing_goes_before_its_time(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """2031 ends the seventh year after 2024; a clock that is wrong is not the database's own."""
    assert ended("store", "purge") == 0
    assert capsys.readouterr().out == "Nothing has been kept long enough to be deleted.\n"

    at_time(datetime(2032, 1, 1, tzinfo=UTC), monkeypatch)
    assert ended("store", "purge") == 2
    assert "M019" in capsys.readouterr().err


def test_what_is_over_goes(capsys: Capture) -> None:
    ended("upload", "-q", nameless(Path()), "--entity", "Skolan", "--period", "2008-12")
    assert ended("store", "purge") == 0
    assert capsys.readouterr().out == "Deleted: Skolan 2008-12, version 1\n"


def test_what_was_done_is_listed_the_latest_first(capsys: Capture) -> None:
    ended("store", "check")
    capsys.readouterr()

    assert ended("store", "acts") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[4] for line in lines] == ["check", "upload"]


@pytest.mark.parametrize("name", ["backup", "restore", "check", "purge", "acts"])
def test_every_command_of_it_has_a_help(name: str, capsys: Capture) -> None:
    assert ended("store", name, "--help") == 0
    assert f"Usage: syditval store {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("store", "U004: syditval store needs COMMAND"),
        ("store chek", "U002: There is no command chek (did you mean check?): syditval store --help"),
        ("store acts --last noll", "U061: --last takes a whole number"),
    ],
)
def test_a_wrong_call(typed: str, said: str, capsys: Capture) -> None:
    assert ended(*typed.split()) == 2
    assert said in capsys.readouterr().err
