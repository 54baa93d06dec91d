"""What is done with workbooks, each time in one call, by whoever works for the page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from syditval.annotation import CannotAnnotate
from syditval.model.period import Period
from syditval.reading import received
from syditval.reports.outputs import write_report
from syditval.run import CopyOrder, Request
from syditval.run.again import again
from syditval.run.identify import identify
from syditval.run.upload import Delivery, addressed, upload
from syditval.store import Database, Entry, Kept
from syditval.web.refusals import PageRefusal


@dataclass(frozen=True, slots=True)
class Parcel:
    """A workbook that somebody sent, where it lies, and what was said of it.

    ``entities`` are those that it may be of, None for any.
    """

    path: Path
    name: str
    by: str
    origin: str
    at: datetime
    entity: str = ""
    period: Period | None = None
    decision: str = ""
    entities: tuple[str, ...] | None = None


def deliver(database: Database, parcel: Parcel, request: Request) -> Kept:
    """Check a workbook and keep it.

    Raises Refusal where it cannot be read, where it is not known of whom it is, and where whoever sent it may
    not send it; then nothing is kept.
    """
    only = parcel.entities[0] if parcel.entities and len(parcel.entities) == 1 else ""
    delivery = Delivery(
        source=received(parcel.name, parcel.path.read_bytes()),
        by=parcel.by,
        origin=parcel.origin,
        at=parcel.at,
        entity=parcel.entity or only,
        period=parcel.period,
        decision=parcel.decision,
    )
    stated = identify(delivery.source, request)
    entity = addressed(delivery, stated, database).entity
    if parcel.entities is not None and entity not in parcel.entities:
        raise PageRefusal("B024", file=parcel.name)
    return upload(delivery, database, request, stated).kept


def report_page(database: Database, entry: Entry, request: Request) -> str:
    """The report on an entry, as a page of its own, made anew."""
    page = io.StringIO()
    write_report("html", again(database, entry, request, None).report, page, "never")
    return page.getvalue()


def annotated_copy(database: Database, entry: Entry, request: Request, target: Path) -> bytes:
    """The annotated copy of an entry's workbook, made at ``target`` and taken away. Raises CannotAnnotate."""
    try:
        copy = again(database, entry, request, CopyOrder(target)).copy
        if isinstance(copy, CannotAnnotate):
            raise copy
        return target.read_bytes()
    finally:
        target.unlink(missing_ok=True)
