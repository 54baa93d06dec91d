"""One entry: its page, all that can be fetched of it, and what may be said of it."""

from __future__ import annotations

import secrets
from dataclasses import replace

from starlette.responses import HTMLResponse, RedirectResponse, Response

from syditval.store import (
    FindingStatus,
    StatusSet,
    content,
    entries,
    findings,
    record,
    set_status,
    statuses,
    withdraw,
)
from syditval.web import screens
from syditval.web.asked import Asked
from syditval.web.attachments import attachment, with_ending
from syditval.web.audit import Deed, note
from syditval.web.headers import CSP, report_policy
from syditval.web.refusals import PageRefusal
from syditval.web.sign_in import SEE_OTHER
from syditval.web.work import annotated_copy, report_page

_DONE = "done"
_MOST_CHARACTERS = 1_000


def month(asked: Asked) -> Response:
    """The page of an entry."""
    entry, database = asked.entry, asked.site.database
    versions = entries(database, entity=entry.entity, period=entry.period)
    found, said = findings(database, entry), statuses(database, entry)
    _note(asked, Deed.READ_MONTH)
    return HTMLResponse(screens.month(asked.viewer, entry, versions, found, said))


async def report(asked: Asked) -> Response:
    """The report as ``--format html`` gives it, on its own."""
    request = replace(asked.site.request, language=asked.viewer.language)
    page = await asked.site.workplace.do(report_page, asked.entry, request)
    _note(asked, Deed.READ_REPORT)
    return HTMLResponse(page, headers={CSP: report_policy(page)})


async def annotated(asked: Asked) -> Response:
    """The annotated copy, to be saved."""
    request = replace(asked.site.request, language=asked.viewer.language)
    target = asked.site.quarantine / f"{secrets.token_hex(16)}.xlsx"
    copy = await asked.site.workplace.do(annotated_copy, asked.entry, request, target)
    _note(asked, Deed.FETCH_ANNOTATED)
    return attachment(copy, with_ending(asked.entry.name, ".granskad.xlsx"))


def workbook(asked: Asked) -> Response:
    """The workbook exactly as it was sent, to be saved."""
    sent = content(asked.site.database, asked.entry)
    _note(asked, Deed.FETCH_WORKBOOK)
    return attachment(sent, asked.entry.name)


def sealed_record(asked: Asked) -> Response:
    """The sealed record exactly as it was kept, to be saved."""
    kept = record(asked.site.database, asked.entry).encode()
    _note(asked, Deed.FETCH_RECORD)
    return attachment(kept, with_ending(asked.entry.name, ".json"))


def withdraw_entry(asked: Asked) -> Response:
    """An entry counts no longer. Raises PageRefusal without a reason."""
    reason = asked.field("reason")
    if not reason or len(reason) > _MOST_CHARACTERS:
        raise PageRefusal("B022", allowed=str(_MOST_CHARACTERS))
    withdraw(asked.site.database, asked.entry, reason, asked.viewer.name, asked.at)
    _note(asked, Deed.WITHDRAW)
    return _back(asked)


def status(asked: Asked) -> Response:
    """How far a finding has come. Raises PageRefusal for a status or a finding that there is not."""
    name, finding, comment = (asked.field(each) for each in ("status", "finding", "comment"))
    known = {each.id for each in findings(asked.site.database, asked.entry)}
    if name not in list(FindingStatus) or finding not in known or len(comment) > _MOST_CHARACTERS:
        raise PageRefusal("B023")
    given = StatusSet(FindingStatus(name), comment, asked.viewer.name, asked.at)
    set_status(asked.site.database, asked.entry, finding, given)
    _note(asked, Deed.SET_STATUS)
    return _back(asked)


def _note(asked: Asked, deed: Deed) -> None:
    note(asked, deed, f"entry {asked.entry.number}", _DONE)


def _back(asked: Asked) -> Response:
    return RedirectResponse(f"/months/{asked.entry.number}", SEE_OTHER)
