"""The console: its width, its colours, and that no character can stop it."""

from __future__ import annotations

import io
import os
import pty
import termios

import pytest

from syditval.reports.console import open_console
from syditval.reports.outputs import Color


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def written(color: Color = "auto") -> str:
    """What a red word becomes in a stream that is no terminal."""
    stream = io.StringIO()
    open_console(stream, color).print("fel", style="bold red")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("columns", "width"), [("", 80), ("120", 120), ("300", 300), ("5", 40), ("many", 80)]
)
def test_a_stream_is_as_wide_as_columns_says_or_80(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert open_console(io.StringIO()).width == width


@pytest.mark.parametrize(("columns", "width"), [(0, 80), (20, 40), (100, 100), (240, 120)])
def test_a_terminal_is_as_wide_as_it_is_within_reason(columns: int, width: int) -> None:
    _, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stream:
        termios.tcsetwinsize(terminal, (24, columns))

        assert open_console(stream).width == width


@pytest.mark.parametrize(
    ("color", "environment", "text"),
    [
        ("auto", {}, "fel"),
        ("auto", {"FORCE_COLOR": "1"}, "\x1b[1;31mfel\x1b[0m"),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "\x1b[1mfel\x1b[0m"),
        ("always", {}, "\x1b[1;31mfel\x1b[0m"),
        ("always", {"NO_COLOR": "1"}, "\x1b[1;31mfel\x1b[0m"),
        ("never", {}, "fel"),
        ("never", {"FORCE_COLOR": "1"}, "fel"),
    ],
)
def test_what_was_asked_for_overrules_the_environment(
    color: Color, environment: dict[str, str], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert written(color) == text + "\n"


def test_a_character_that_the_stream_lacks_does_not_stop_it() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")

    open_console(stream).print("Västerås \ud800")
    stream.flush()

    assert stream.buffer.getvalue() == rb"V\xe4ster\xe5s \ud800" + b"\n"


def test_nothing_is_read_as_markup_and_no_number_is_picked_out() -> None:
    stream = io.StringIO()

    open_console(stream, "always").print("[red]1 200[/red] :smile:")

    assert stream.getvalue() == "[red]1 200[/red] :smile:\n"
