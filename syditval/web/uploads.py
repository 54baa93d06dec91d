"""Workbooks as they are sent: the answer grows by a row for each step of each of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from anyio import CancelScope, to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response, StreamingResponse

from syditval.messages import Refusal
from syditval.model.period import Period
from syditval.store import Kept
from syditval.web import screens
from syditval.web.asked import Asked
from syditval.web.attachments import tame
from syditval.web.audit import Deed, note, note_refusal
from syditval.web.bodies import files_of, sent
from syditval.web.faults import fault
from syditval.web.quarantine import fill, reserved
from syditval.web.refusals import PageRefusal, sentence_of
from syditval.web.scanner import scan
from syditval.web.screens import ProgressRow, Step
from syditval.web.work import Parcel, deliver

_MOST_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class Stated:
    """What the form says of all its files."""

    entity: str
    period: Period | None
    decision: str


async def upload(asked: Asked) -> Response:
    """Take in workbooks, check each, keep them, and tell how far each has come meanwhile.

    Raises PageRefusal before anything of the body is read where no more may be sent for now. What has been
    begun on a workbook is finished even where nobody looks any more; what follows it is not begun then.
    """
    _refuse_too_many(asked)
    site = asked.site
    form = await files_of(asked.http, site.allowance, site.request.limits.file_bytes)
    try:
        stated = _stated(asked, form)
    except PageRefusal:
        await form.close()
        raise
    return StreamingResponse(_told(asked, stated, form), media_type="text/html")


def _refuse_too_many(asked: Asked) -> None:
    site, name = asked.site, asked.viewer.name
    if site.stopping.is_set():
        raise PageRefusal("B018")
    if not site.rates.uploads.is_left(name, 1, asked.at):
        raise PageRefusal("B014", allowed=str(site.rates.uploads.most))
    if not site.rates.bytes.is_left(name, 1, asked.at):
        raise PageRefusal("B015", allowed=str(site.rates.bytes.most))


def _stated(asked: Asked, form: FormData) -> Stated:
    """What the form says beside its files.

    Raises PageRefusal where there are none, and for what makes no sense or is not theirs.
    """
    if not sent(form):
        raise PageRefusal("B019")
    said = {name: value.strip() for name, value in form.multi_items() if isinstance(value, str)}
    entity, decision = said.get("entity", ""), said.get("decision", "")
    if max(map(len, (entity, decision))) > _MOST_CHARACTERS or not (entity + decision).isprintable():
        raise PageRefusal("B012")
    if entity and not asked.viewer.may_upload(entity):
        raise PageRefusal("B003")
    try:
        return Stated(entity, Period.parse(said["period"]) if said.get("period") else None, decision)
    except ValueError:
        raise PageRefusal("B026", period=said["period"]) from None


async def _told(asked: Asked, stated: Stated, form: FormData) -> AsyncIterator[str]:
    """The page, piece by piece."""
    files = [(tame(each.filename or ""), each) for each in sent(form)]
    rows = []
    try:
        yield screens.progress_head(asked.viewer, [name for name, _ in files])
        for name, _ in files:
            yield screens.progress_row(asked.viewer, ProgressRow(name, Step.RECEIVED))
        for name, file in files:
            # What is told to have begun is finished: nothing is told of what does not begin any more.
            if asked.site.stopping.is_set():
                rows.append(await _refused(asked, name, PageRefusal("B018")))
            else:
                step = Step.WAITING if asked.site.workplace.is_busy else Step.CHECKING
                yield screens.progress_row(asked.viewer, ProgressRow(name, step))
                with CancelScope(shield=True):
                    rows.append(await _row(asked, stated, name, file))
            yield screens.progress_row(asked.viewer, rows[-1])
        yield screens.progress_foot(asked.viewer, rows)
    finally:
        with CancelScope(shield=True):
            await form.close()


async def _row(asked: Asked, stated: Stated, name: str, file: UploadFile) -> ProgressRow:
    """What became of one workbook. Whatever is wrong with it keeps nothing else from being done."""
    try:
        kept = await _kept(asked, stated, name, file)
        await to_thread.run_sync(_note, asked, kept)
    except Exception as error:
        return await _refused(asked, name, error if isinstance(error, Refusal) else fault(error))
    return screens.row_of(name, kept)


async def _refused(asked: Asked, name: str, refusal: Refusal) -> ProgressRow:
    """A workbook that is not taken in, written down."""
    await to_thread.run_sync(note_refusal, asked, Deed.UPLOAD, "", refusal.code)
    sentence = sentence_of(refusal.about(file=name), asked.viewer.language)
    return ProgressRow(name, Step.REFUSED, sentence=sentence)


async def _kept(asked: Asked, stated: Stated, name: str, file: UploadFile) -> Kept:
    """A workbook through quarantine and scanner to whoever checks and keeps it."""
    site = asked.site
    _take(asked, file.size or 0)
    with reserved(site.quarantine) as path:
        await to_thread.run_sync(fill, path, file.file)
        if site.manner.scanner:
            await to_thread.run_sync(scan, site.manner.scanner, path, name)
        return await site.workplace.do(deliver, _parcel(asked, stated, name, path), site.request)


def _take(asked: Asked, size: int) -> None:
    """Count a workbook. Raises PageRefusal where it is one too many for now."""
    rates, name, at = asked.site.rates, asked.viewer.name, asked.site.clock()
    if not rates.uploads.take(name, 1, at):
        raise PageRefusal("B014", allowed=str(rates.uploads.most))
    if not rates.bytes.take(name, size, at):
        raise PageRefusal("B015", allowed=str(rates.bytes.most))


def _parcel(asked: Asked, stated: Stated, name: str, path: Path) -> Parcel:
    viewer = asked.viewer
    return Parcel(
        path=path,
        name=name,
        by=viewer.name,
        origin=asked.origin,
        at=asked.site.clock(),
        entity=stated.entity,
        period=stated.period,
        decision=stated.decision,
        entities=None if viewer.sees_all else viewer.entities,
    )


def _note(asked: Asked, kept: Kept) -> None:
    outcome = kept.entry.standing.value if kept.is_new else "same"
    note(asked, Deed.UPLOAD, f"entry {kept.entry.number} sha256 {kept.entry.sha256}", outcome)
