"""A fault of ours is one sentence on the page, and a place in the code in the log."""

from __future__ import annotations

import pytest

from syditval.web import pages
from syditval.web.faults import fault
from syditval.web.site import Site
from syditval.web.workers import WorkerFailed
from tests.web.site import client, shown

CELL = "Löner 1200"


def raised(error: Exception) -> Exception:
    """An error as it comes from where it came about."""
    try:
        raise error
    except Exception as caught:
        return caught


def test_the_place_is_written_down_and_not_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    refusal = fault(raised(KeyError(CELL)))

    assert "syditval 0.1.0 failed (KeyError)" in refusal.sentence("en")
    assert "in raised" in caplog.text
    assert CELL not in refusal.sentence("en") + caplog.text


def test_of_another_process_it_is_the_place_there(caplog: pytest.LogCaptureFixture) -> None:
    refusal = fault(raised(WorkerFailed("MemoryError", '  File "sheet.py", line 7, in cells')))

    assert "(MemoryError)" in refusal.sentence("en")
    assert 'File "sheet.py", line 7, in cells' in caplog.text


def test_on_the_page(alone: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError(CELL)

    monkeypatch.setattr(pages.screens, "home", broken)

    answer = client(alone).get("/")

    assert answer.status_code == 500
    assert "This is a fault in syditval".lower() in shown(answer).lower()
    assert "Traceback" not in answer.text
    assert CELL not in answer.text
    assert client(alone).get("/health").status_code == 200
