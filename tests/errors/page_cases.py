"""B: what the page in the browser does not do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from syditval.reading import Limits
from syditval.web.allowance import Allowance
from syditval.web.site import Manner, Proxy, Rates, Site
from tests.errors.case import Case, Shown
from tests.errors.circumstances import failing
from tests.errors.store_cases import APRIL
from tests.web.site import client, site_at

# The sentence of a row of an upload, or else of the form to sign in or of a page that refuses.
ROW = re.compile(r"</b>: [^<:.]*\. (.*?)</p>", re.DOTALL)
PAGE = re.compile(r'(?:class="closing"|role="alert")>(.*?)</p>', re.DOTALL)
WORKBOOK = ("workbook", ("april.xlsx", APRIL["april.xlsx"]))
SENT = {"files": [WORKBOOK]}
PROXY = Manner(is_local=False, is_secure=True, proxy=Proxy(frozenset({"10.0.0.5"}), "X-Remote-User"))
# Nothing more comes of the body.
LATE = failing("asyncio.timeout_at", TimeoutError())
ELSEWHERE = {"headers": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}}


@dataclass(frozen=True, slots=True)
class PageShown(Shown):
    """What somebody sees in a browser; the code is the status of HTTP."""

    @property
    def page(self) -> str:
        """The request as a golden file has it, with the sentence that came back and its status."""
        return f"{self.typed}\n{self.output}\nstatus {self.code}\n"


@dataclass(frozen=True, slots=True)
class PageCase(Case):
    """A refusal of the page: ``typed`` is who asks for what, and ``asked`` what comes with it.

    ``at`` makes the site that is asked of one with people, a month of Tekniska and all else as usual.
    """

    asked: Mapping[str, Any] = field(default_factory=dict, repr=False)
    at: Callable[[Site], Site] = lambda site: site

    def run(self, language: str) -> Shown:
        """Ask, as somebody with a browser in the language."""
        who, method, path = self.typed.removesuffix(" april.xlsx").split(" ")
        with TemporaryDirectory() as folder, site_at(Path(folder), is_stocked=True) as site:
            address = ("10.0.0.6" if self.name == "B007" else "10.0.0.5", 1)
            browser = client(self.at(site), who.strip("-"), client=address)
            with pytest.MonkeyPatch.context() as patch:
                self.meanwhile(patch)
                answer = browser.request(method, path, params={"lang": language}, **self.asked)
        found = ROW.search(answer.text) or PAGE.search(answer.text)
        return PageShown(self.typed, unescape(found[1]).strip() if found else answer.text, answer.status_code)


def allowing(**allowed: int) -> Callable[[Site], Site]:
    """A site where less is allowed."""
    allowance = Allowance(**allowed)
    return lambda site: replace(site, allowance=allowance, rates=Rates(allowance))


def served(manner: Manner) -> Callable[[Site], Site]:
    """A site that is served in another manner."""
    return lambda site: replace(site, manner=manner)


def _small(site: Site) -> Site:
    return replace(site, request=replace(site.request, limits=Limits(file_bytes=100)))


def _stopping(site: Site) -> Site:
    site.stopping.set()
    return site


def _broken(site: Site) -> Site:
    return replace(site, workplace=None)  # type: ignore[arg-type]


WHO = [
    PageCase("B001", "- POST /upload april.xlsx", asked=SENT),
    PageCase("B002", "- POST /sign-in", asked={"data": {"name": "Karin", "password": "fel"}}),
    PageCase("B003", "Olle GET /months/1"),
    PageCase("B004", "Karin GET /acts"),
    PageCase("B005", "Karin POST /sign-out", asked=ELSEWHERE),
    PageCase("B006", "- GET /", asked={"headers": {"Host": "evil.example"}}),
    PageCase("B007", "- GET /", at=served(PROXY)),
    PageCase("B008", "- GET /", asked={"headers": {"X-Remote-User": "Bo"}}, at=served(PROXY)),
]

HOW_MUCH = [
    PageCase("B009", "Ada POST /upload april.xlsx", asked=SENT, at=allowing(bytes_at_once=1000)),
    PageCase("B010", "Ada POST /upload april.xlsx", asked=SENT, at=_small),
    PageCase(
        "B011", "Ada POST /upload april.xlsx", asked={"files": [WORKBOOK] * 3}, at=allowing(files_at_once=2)
    ),
    PageCase("B013", "Ada POST /upload april.xlsx", meanwhile=LATE, asked=SENT),
    PageCase("B014", "Ada POST /upload april.xlsx", asked=SENT, at=allowing(uploads_per_minute=0)),
    PageCase("B015", "Ada POST /upload april.xlsx", asked=SENT, at=allowing(bytes_per_day=0)),
    PageCase(
        "B025",
        "- POST /sign-in",
        asked={"data": {"name": "Karin", "password": "fel"}},
        at=allowing(attempts_per_minute=0),
    ),
]

WHAT = [
    PageCase("B012", "Ada POST /upload", asked={"json": {"workbook": "april.xlsx"}}),
    PageCase("B016", "Ada POST /upload april.xlsx", asked=SENT, at=served(Manner(scanner=("false",)))),
    PageCase("B017", "Ada POST /upload april.xlsx", asked=SENT, at=served(Manner(scanner=("/no/such",)))),
    PageCase("B018", "Ada POST /upload april.xlsx", asked=SENT, at=_stopping),
    PageCase("B019", "Ada POST /upload", asked={"files": {"entity": (None, "Tekniska")}}),
    PageCase("B020", "Ada PUT /months/1"),
    PageCase("B021", "Ada GET /months/1/report", at=_broken),
    PageCase("B022", "Karin POST /months/1/withdraw", asked={"data": {"reason": " "}}),
    PageCase("B023", "Rut POST /months/1/findings/status", asked={"data": {"status": "glömd"}}),
    PageCase("B024", "Karin POST /upload april.xlsx", asked=SENT),
    PageCase("B026", "Ada POST /upload april.xlsx", asked={**SENT, "data": {"period": "april"}}),
]

CASES = [*WHO, *HOW_MUCH, *WHAT]
