"""Reports into their files: whole, or not at all."""

from __future__ import annotations

from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from syditval.messages import Refusal

if TYPE_CHECKING:
    from syditval.model.report import Report


def write_file(form: str, report: Report, place: Path) -> None:
    """Write a report in a form to a file, as UTF-8; its folder is made where there is none.

    Raises Refusal where that cannot be done.
    """
    from syditval.files import write_whole

    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, partial(_write, form, report))
    except OSError as error:
        raise Refusal("U051", file=str(place), cause=error.strerror or str(error)) from None


def _write(form: str, report: Report, stream: BinaryIO) -> None:
    from syditval.reports.outputs import write_report

    text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
    write_report(form, report, text, "never")
    text.flush()
    # Whoever opened the stream closes it.
    text.detach()
