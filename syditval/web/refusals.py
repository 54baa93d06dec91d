"""What the page does not do: one sentence each, with the status that HTTP has for it."""

from __future__ import annotations

from syditval.messages import Refusal
from syditval.store import NotKept, StoreRefusal

NOT_SIGNED_IN = "B001"
STATUSES = {
    NOT_SIGNED_IN: 401,
    "B002": 401,
    "B003": 404,
    "B004": 403,
    "B005": 403,
    "B006": 403,
    "B007": 403,
    "B008": 403,
    "B009": 413,
    "B010": 413,
    "B011": 413,
    "B012": 400,
    "B013": 408,
    "B014": 429,
    "B015": 429,
    "B016": 422,
    "B017": 503,
    "B018": 503,
    "B019": 400,
    "B020": 405,
    "B021": 500,
    "B022": 400,
    "B023": 400,
    "B024": 403,
    "B025": 429,
    "B026": 400,
}


class PageRefusal(Refusal):
    """Something that is not done on the page."""


def sentence_of(refusal: Refusal, language: str) -> str:
    """A refusal in the words of the page: what to do is told of its forms, not of the command line."""
    return refusal.sentence(language, "page_advice")


def status_of(refusal: Refusal) -> int:
    """The status of an answer that says a refusal."""
    if isinstance(refusal, PageRefusal):
        return STATUSES[refusal.code]
    if isinstance(refusal, NotKept):
        return STATUSES["B003"]
    return 503 if isinstance(refusal, StoreRefusal) else 422
