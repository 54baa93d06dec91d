"""Progress over several workbooks: a bar on the error stream, and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from syditval.cli.loudness import is_quiet

T = TypeVar("T")


def followed(workbooks: Sequence[T]) -> Iterator[T]:
    """The workbooks one by one, with a bar where there are several and somebody watches."""
    stream = sys.stderr
    if len(workbooks) < 2 or is_quiet() or not stream.isatty():
        yield from workbooks
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=stream), transient=True) as progress:
        task = progress.add_task("", total=len(workbooks))
        for workbook in workbooks:
            yield workbook
            progress.advance(task)
