"""A stream to write a page on, and what then stands in it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from unittest.mock import patch

from rich.console import Console

from syditval.messages import texts
from syditval.reports.console import open_console
from syditval.reports.outputs import Color
from syditval.reports.page import Page


def on_console(
    write: Callable[[Console], None], width: int = 80, encoding: str = "utf-8", color: Color = "never"
) -> str:
    """What is written on a console of a width, over a stream of an encoding."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    with patch.dict(os.environ, {"COLUMNS": str(width), "TERM": "xterm"}):
        write(open_console(stream, color))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


def on_page(
    write: Callable[[Page], None], width: int = 80, language: str = "en", encoding: str = "utf-8"
) -> str:
    """What a block writes on a page."""
    return on_console(lambda console: write(Page(texts(language), console)), width, encoding)
