"""Every refusal of the page has its status."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from syditval.annotation import CannotAnnotate
from syditval.messages import Refusal, texts
from syditval.store import NotKept, StoreRefusal
from syditval.web.refusals import STATUSES, PageRefusal, status_of

CODES = {section for section in texts("en").entries if re.fullmatch(r"B\d{3}", section)}


def test_each_has_one() -> None:
    assert set(STATUSES) == CODES


def test_it_is_one_that_http_knows_and_says_that_something_is_refused() -> None:
    assert all(HTTPStatus(status) >= HTTPStatus.BAD_REQUEST for status in STATUSES.values())


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (PageRefusal("B003"), 404),
        (NotKept("M018", name="Karin"), 404),
        (StoreRefusal("M008", place="months.sqlite"), 503),
        (CannotAnnotate("A005", file="april.xlsx", cause="full"), 422),
        (Refusal("U001"), 422),
    ],
)
def test_those_of_other_rooms_have_one_too(refusal: Refusal, status: int) -> None:
    assert status_of(refusal) == status
