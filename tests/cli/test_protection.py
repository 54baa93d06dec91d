"""Passwords come from whoever sits there or from the environment; missing protection is said."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from syditval.cli import protection
from syditval.cli.main import main
from syditval.reading import Source
from syditval.run import Request

SAMPLE = Path(__file__).parents[2] / "samples" / "a-monthly-export.xlsx"


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    """Sample (a) under the password ``hemligt``."""
    path = tmp_path / "april.xlsx"
    with SAMPLE.open("rb") as plain, path.open("wb") as locked:
        OOXMLFile(plain).encrypt("hemligt", locked)
    return path


def ended(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["reconcile", "--no-annotate", "--lang", "en", *arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_workbook_without_a_password_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_PASSWORD", "hemligt")
    source = Source("a.xlsx", SAMPLE.read_bytes(), SAMPLE)

    assert protection.with_password(source, Request()).password is None


def test_the_password_in_the_environment(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_PASSWORD", "hemligt")

    assert ended(str(encrypted)) == 0
    assert "38 of 38 relations checked" in capsys.readouterr().out


def test_a_wrong_one(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_PASSWORD", "gissning")

    assert ended(str(encrypted)) == 2
    assert "The password given does not open april.xlsx" in capsys.readouterr().err


def test_one_that_is_typed(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def prompt(text: str, **options: bool) -> str:
        asked.append(text)
        assert options == {"hide_input": True, "err": True}
        return "hemligt"

    monkeypatch.delenv("SYDITVAL_PASSWORD", raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(protection.click, "prompt", prompt)

    assert ended(str(encrypted)) == 0
    assert asked == ["Password of april.xlsx"]


def test_nobody_is_asked_where_nobody_sits(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SYDITVAL_PASSWORD", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert ended(str(encrypted)) == 2
    assert "april.xlsx is protected by a password" in capsys.readouterr().err


def test_missing_protection_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("syditval.reading.missing_protections", lambda: ("process", "memory"))

    ended(str(SAMPLE), str(SAMPLE))
    said = "this system lacks a protection from harmful files (a process of its own for each file, a limit on memory)"
    assert capsys.readouterr().err.count(said) == 1


def test_whoever_wants_quiet_is_not_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("syditval.reading.missing_protections", lambda: ("process",))

    assert ended("-q", str(SAMPLE)) == 0
    assert capsys.readouterr().err == ""


def test_whoever_trusts_their_files_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("syditval.reading.missing_protections", lambda: ("process",))

    assert ended("--in-process", str(SAMPLE)) == 0
    assert capsys.readouterr().err == ""


def test_the_run_goes_on_after_a_workbook_that_is_too_heavy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heavy = tmp_path / "heavy.csv"
    heavy.write_text("Budget;Utfall\n" + "1;2\n" * 200_000)

    assert ended("--limit", "memory_bytes=30000000", str(heavy), str(SAMPLE)) == 2
    streams = capsys.readouterr()
    assert "heavy.csv is unreadable: too heavy (memory_bytes is 30000000)" in streams.err
    assert "a-monthly-export.xlsx" in streams.out
