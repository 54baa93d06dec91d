"""Progress: every workbook comes through, and a bar only where somebody watches."""

from __future__ import annotations

import io
import sys

import pytest

from syditval.cli import progress
from syditval.cli.progress import followed


class Terminal(io.StringIO):
    """An error stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("workbooks", [(), ("a.xlsx",), ("a.xlsx", "b.xlsx", "c.xlsx")])
def test_every_workbook_comes_through_in_order(workbooks: tuple[str, ...]) -> None:
    assert tuple(followed(workbooks)) == workbooks


def test_nothing_is_written_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    list(followed(("a.xlsx", "b.xlsx")))
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert list(followed(("a.xlsx", "b.xlsx"))) == ["a.xlsx", "b.xlsx"]
    assert "%" in terminal.getvalue()


def test_nor_does_anybody_who_wants_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "is_quiet", lambda: True)
    assert list(followed(("a.xlsx", "b.xlsx"))) == ["a.xlsx", "b.xlsx"]
    assert terminal.getvalue() == ""


def test_one_workbook_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    list(followed(("a.xlsx",)))
    assert terminal.getvalue() == ""
