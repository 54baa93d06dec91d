"""Work on a file that is not to be trusted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from syditval.files import sweep
from syditval.reading import Source, UnreadableWorkbook, isolated
from syditval.run.request import Request

T = TypeVar("T")


def protected(work: Callable[[], T], source: Source, request: Request, target: Path | None = None) -> T:
    """What some work on a file gives, done in a process of its own unless that is not wanted.

    Should the process be killed while it writes ``target``, what it leaves behind is removed.
    """
    try:
        return work() if request.in_process else isolated(work, source.name, request.limits)
    except (UnreadableWorkbook, KeyboardInterrupt):
        if target is not None:
            with suppress(OSError):
                sweep(target)
        raise
