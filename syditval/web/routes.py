"""Every address of the page, what it needs, and what answers it: there are no others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from syditval.web import months, pages, sign_in, static_files, uploads
from syditval.web.asked import Asked
from syditval.web.permissions import Need

Answer = Callable[[Asked], Response | Awaitable[Response]]
GET, POST = "GET", "POST"


@dataclass(frozen=True, slots=True)
class Page:
    """One address. The part of it in braces is the number of an entry, or the name of an entity or a file."""

    method: str
    path: str
    need: Need
    answer: Answer
    has_files: bool = False

    @property
    def has_fields(self) -> bool:
        """Whether a form without files comes with it."""
        return self.method == POST and not self.has_files


PAGES = (
    Page(GET, "/", Need.SIGNED_IN, pages.home),
    Page(GET, "/health", Need.NOTHING, pages.health),
    Page(GET, "/static/{name}", Need.NOTHING, static_files.static),
    Page(GET, "/sign-in", Need.NOTHING, sign_in.form),
    Page(POST, "/sign-in", Need.NOTHING, sign_in.sign_in),
    Page(POST, "/sign-out", Need.SIGNED_IN, sign_in.sign_out),
    Page(POST, "/sign-out-everywhere", Need.SIGNED_IN, sign_in.sign_out_of_all),
    Page(GET, "/account", Need.SIGNED_IN, pages.account),
    Page(POST, "/upload", Need.UPLOAD, uploads.upload, has_files=True),
    Page(GET, "/overview", Need.OVERSEE, pages.overview),
    Page(GET, "/acts", Need.ADMINISTER, pages.who_did_what),
    Page(GET, "/entities/{name:path}", Need.READ_ENTITY, pages.entity),
    Page(GET, "/months/{name}", Need.READ_ENTRY, months.month),
    Page(GET, "/months/{name}/report", Need.READ_ENTRY, months.report),
    Page(GET, "/months/{name}/workbook", Need.READ_ENTRY, months.workbook),
    Page(GET, "/months/{name}/annotated", Need.READ_ENTRY, months.annotated),
    Page(GET, "/months/{name}/record", Need.READ_ENTRY, months.sealed_record),
    Page(POST, "/months/{name}/withdraw", Need.WITHDRAW_ENTRY, months.withdraw_entry),
    Page(POST, "/months/{name}/findings/status", Need.SET_STATUS, months.status),
)
