"""Who did what: into the store, and as one line to whoever watches the server."""

from __future__ import annotations

import logging
from enum import StrEnum

from syditval.messages.visible import visible
from syditval.store import Act, StoreRefusal, note_act
from syditval.web.asked import Asked

LOG = logging.getLogger("syditval.web")
NONE = "-"


class Deed(StrEnum):
    """What is written down."""

    SIGN_IN = "sign-in"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGN_OUT = "sign-out"
    SIGN_OUT_EVERYWHERE = "sign-out-everywhere"
    UPLOAD = "upload"
    READ_MONTH = "read-month"
    READ_REPORT = "read-report"
    FETCH_WORKBOOK = "fetch-workbook"
    FETCH_ANNOTATED = "fetch-annotated"
    FETCH_RECORD = "fetch-record"
    WITHDRAW = "withdraw"
    SET_STATUS = "set-status"
    REFUSED = "refused"


def note(asked: Asked, deed: Deed, subject: str, outcome: str, who: str = "") -> None:
    """Write down what was done, with what, and how it ended: no text of a cell belongs in either.

    ``who`` is the name that was tried where nobody has signed in.
    """
    who = who or asked.viewer.name or NONE
    at = asked.site.clock()
    words = (f"{at:%Y-%m-%dT%H:%M:%SZ}", asked.origin or NONE, who, deed, subject or NONE, outcome)
    LOG.info("%s", " ".join(visible(each).replace(" ", "_") for each in words))
    note_act(asked.site.database, Act(at, who, deed, subject, asked.origin, outcome))


def note_refusal(asked: Asked, deed: Deed, subject: str, code: str) -> None:
    """Write down what was refused. A store that takes nothing in must not keep anybody from hearing why."""
    try:
        note(asked, deed, subject, code)
    except StoreRefusal as unwritten:
        LOG.error("%s", unwritten)
