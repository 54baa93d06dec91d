"""Opening the console that a report is written to."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from typing import Literal, TextIO

from rich.console import Console

from syditval.reports.outputs import Color

NARROWEST, USUAL, WIDEST = 40, 80, 120

# What rich is told: which colours there are, and whether to take the stream for a terminal.
SYSTEMS: Mapping[Color, Literal["auto", "standard"] | None] = {
    "auto": "auto",
    "always": "standard",
    "never": None,
}
FORCED: Mapping[Color, bool | None] = {"auto": None, "always": True, "never": False}


def open_console(stream: TextIO, color: Color = "auto") -> Console:
    """A console on a stream that never raises for a character its encoding lacks.

    ``auto`` colours a terminal, unless NO_COLOR is set, and with FORCE_COLOR any stream; the other
    two overrule both. The width is COLUMNS, else the terminal's up to 120, else 80.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return Console(
        file=stream,
        width=_width(stream),
        color_system=SYSTEMS[color],
        force_terminal=FORCED[color],
        no_color=False if color == "always" else None,
        force_jupyter=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _width(stream: TextIO) -> int:
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal():
        return max(NARROWEST, int(asked))
    if not stream.isatty():
        return USUAL
    return max(NARROWEST, min(WIDEST, os.get_terminal_size(stream.fileno()).columns or USUAL))
