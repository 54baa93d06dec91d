"""``syditval withdraw``: what was sent by mistake counts no longer, and stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.sending import at_work, ended, month

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    at_work(tmp_path, monkeypatch)
    ended("upload", "-q", month(tmp_path, "april"))
    capsys.readouterr()


def withdrawn(*arguments: object) -> int:
    return ended("withdraw", "IT-enheten", "2024-04", *arguments)


def test_it_counts_no_longer_and_can_still_be_seen(capsys: Capture) -> None:
    assert withdrawn("--reason", " Fel fil ", "--by", "bo") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Withdrawn: IT-enheten 2024-04, version 1",
        "Nothing counts for 2024-04 now.",
    ]
    ended("show", "IT-enheten", "2024-04")
    assert "  Withdrawn            by bo, 2024-05-08 09:12 UTC: Fel fil\n" in capsys.readouterr().out


def test_the_version_before_counts_again(tmp_path: Path, capsys: Capture) -> None:
    ended("upload", "-q", month(tmp_path, "april", off=9))
    capsys.readouterr()

    assert withdrawn("--reason", "Fel fil") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Version 1 counts for 2024-04 now."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "U004: syditval withdraw needs --reason"),
        (("--reason", "  "), "M014: What is withdrawn needs a reason"),
        (
            ("--reason", "Fel fil", "--version", "2"),
            "M052: Nothing is kept of IT-enheten for 2024-04 as version 2",
        ),
        (
            ("--reason", "Fel fil", "--version", "två"),
            "U061: --version takes a whole number from 1 on, not två",
        ),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], said: str, capsys: Capture) -> None:
    assert withdrawn(*arguments) == 2
    assert said in capsys.readouterr().err


def test_twice_is_once_too_often(capsys: Capture) -> None:
    withdrawn("-q", "--reason", "Fel fil")
    assert capsys.readouterr() == ("", "")

    assert withdrawn("--reason", "Fel fil") == 2
    assert "M013" in capsys.readouterr().err


def test_it_is_written_down(capsys: Capture) -> None:
    withdrawn("-q", "--reason", "Fel fil")
    ended("store", "acts", "--last", 1)

    assert "withdraw  IT-enheten 2024-04 1" in capsys.readouterr().out
