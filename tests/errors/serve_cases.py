"""U: calls of ``serve`` and ``user`` that make no sense, and pages that must not be served."""

from __future__ import annotations

import errno
import os

import pytest

from tests.errors.case import Case
from tests.errors.circumstances import failing, without

MADE = ("arkiv.sqlite",)
PEM = {"intyg.pem": "inget intyg", "nyckel.pem": "ingen nyckel"}
TAKEN = OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
SERVE = "syditval serve --store arkiv.sqlite"
ADD = "syditval user add Ada --role auditor --store arkiv.sqlite"


def _peopled(patch: pytest.MonkeyPatch) -> None:
    """Somebody is in the store."""
    patch.setattr("syditval.web.start.people", lambda _: ("Ada",))


def _typing_twice(patch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal and mistypes."""
    typed = iter(("trollhättan åtta", "trollhättan nio"))
    patch.setattr("sys.stdin.isatty", lambda: True)
    patch.setattr("click.prompt", lambda *_, **__: next(typed))


CASES = [
    Case("U070", f"{SERVE} --host 0.0.0.0", leaves=MADE),
    Case("U071", f"{SERVE} --host 0.0.0.0", meanwhile=_peopled, leaves=MADE),
    Case("U072", f"{SERVE} --tls-key nyckel.pem", PEM),
    Case("U073", SERVE, {}, without("syditval.web.start")),
    Case("U074", SERVE, {}, failing("socket.socket", TAKEN), leaves=MADE),
    Case("U075", f"{SERVE} --tls-certificate intyg.pem --tls-key nyckel.pem", PEM),
    Case("U076", f"{ADD} --password-stdin", leaves=MADE),
    Case("U077", ADD, {}, _typing_twice, leaves=MADE),
    Case("U078", "syditval user add Karin --role finance --no-password --store arkiv.sqlite", leaves=MADE),
    Case("U079", ADD, leaves=MADE),
    Case("U080", f"{SERVE} --proxy-address proxyn"),
    Case("U081", f"{SERVE} --port åtta"),
]
