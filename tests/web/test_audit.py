"""Every act is written down, in the store and as one line."""

from __future__ import annotations

import logging

import pytest

from syditval.store import StoreRefusal, acts
from syditval.web import audit
from syditval.web.audit import Deed
from syditval.web.site import Site
from tests.web.site import PASSWORD, client, send, shown


def told(site: Site) -> list[tuple[str, str, str]]:
    """The acts in the store, oldest first, without those that only look."""
    return [(act.who, act.act, act.outcome) for act in reversed(acts(site.database, 100))]


def test_a_day_of_somebody_from_finance(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "syditval.web")
    browser = client(site)
    browser.post("/sign-in", data={"name": "Olle", "password": "wrong"})
    browser.post("/sign-in", data={"name": "Olle", "password": PASSWORD})
    send(browser)
    for path in ("", "/report", "/workbook", "/record"):
        browser.get(f"/months/1{path}")
    browser.get("/acts")
    browser.post("/months/1/withdraw", data={"reason": "Fel fil"})
    browser.post("/sign-out")

    assert told(site) == [
        ("Olle", "sign-in-failed", "B002"),
        ("Olle", "sign-in", "finance"),
        ("Olle", "upload", "accepted"),
        ("Olle", "read-month", "done"),
        ("Olle", "read-report", "done"),
        ("Olle", "fetch-workbook", "done"),
        ("Olle", "fetch-record", "done"),
        ("Olle", "refused", "B004"),
        ("Olle", "withdraw", "done"),
        ("Olle", "sign-out", "done"),
    ]
    assert len(caplog.records) == len(told(site))
    assert caplog.messages[-2] == "2024-05-08T09:30:00Z - Olle withdraw entry_1 done"


def test_a_line_is_one_line_whatever_somebody_calls_themselves(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "syditval.web")

    client(site).post("/sign-in", data={"name": "x\n2024-05-08T09:30:00Z - Ada sign-in", "password": "y"})

    (line,) = caplog.messages
    assert "\n" not in line
    assert len(line.split(" ")) == 6


def test_strangers_leave_no_trace_that_would_fill_the_store(site: Site) -> None:
    browser = client(site)
    for path in ("/", "/months/1", "/acts", "/no/such/page"):
        browser.get(path)
    browser.post("/upload")
    browser.get("/", headers={"Host": "evil.example"})

    assert acts(site.database, 10) == ()


def test_a_store_that_takes_nothing_in_keeps_nobody_from_hearing_why(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise StoreRefusal("M007", place="months.sqlite", cause="disk full")

    monkeypatch.setattr(audit, "note_act", full)

    assert client(site, "Olle").get("/acts").status_code == 403
    assert "fel.xlsx: refused" in shown(send(client(site, "Olle"), ("fel.xlsx", b"no workbook")))
    assert "months.sqlite" in caplog.text


def test_every_deed_is_a_word() -> None:
    assert all(each.isascii() and " " not in each for each in Deed)
