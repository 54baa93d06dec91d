"""An annotated copy to the workbook that it was made of."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from syditval.annotation import CannotAnnotate, Cleaned
from syditval.annotation import clean as take_off
from syditval.reading import Source, read_workbook
from syditval.run.protected import protected
from syditval.run.request import Request


def clean(source: Source, target: Path, request: Request) -> Cleaned | CannotAnnotate:
    """Write an annotated copy without our marks to ``target``, or why that cannot be.

    Raises UnreadableWorkbook where it cannot be read.
    """
    return protected(partial(_clean, source, target, request), source, request, target)


def _clean(source: Source, target: Path, request: Request) -> Cleaned | CannotAnnotate:
    workbook = read_workbook(source, request.limits, request.password)
    try:
        return take_off(source.content, workbook, target, source.path)
    except CannotAnnotate as refusal:
        return refusal.about(file=source.name)
