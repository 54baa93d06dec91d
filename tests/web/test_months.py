"""One entry: its page, what can be fetched of it, and what may be said of it."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from syditval.store import FindingStatus, entries, entry_numbered, findings, statuses
from syditval.web.site import Site
from tests.web.site import PLANTED, SOUND, client, send, shown


@pytest.fixture
def planted(site: Site) -> Site:
    """A site where the month with the planted errors was sent for Tekniska."""
    send(client(site, "Ada"), ("Löner april.xlsx", PLANTED), entity="Tekniska")
    return site


def test_the_page_has_the_findings_and_everything_to_fetch(planted: Site) -> None:
    page = client(planted, "Karin").get("/months/1").text

    assert all(f"/months/1/{what}" in page for what in ("report", "annotated", "workbook", "record"))
    assert findings(planted.database, entries(planted.database)[0])[0].message.split("'")[0] in page


def test_the_workbook_is_what_was_sent(stocked: Site) -> None:
    answer = client(stocked, "Karin").get("/months/1/workbook")

    assert answer.content == SOUND
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")


def test_the_record_is_json(stocked: Site) -> None:
    answer = client(stocked, "Karin").get("/months/1/record")

    assert json.loads(answer.content)["inputs"][0]["name"] == "april.xlsx"
    assert 'filename="april.json"' in answer.headers["Content-Disposition"]


def test_the_annotated_copy_is_a_workbook_of_another_name(planted: Site) -> None:
    answer = client(planted, "Karin").get("/months/1/annotated?lang=sv")

    assert zipfile.is_zipfile(io.BytesIO(answer.content))
    assert "filename*=UTF-8''L%C3%B6ner%20april.granskad.xlsx" in answer.headers["Content-Disposition"]
    assert [*planted.quarantine.iterdir()] == []


def test_the_report_is_in_the_language_asked_for(stocked: Site) -> None:
    browser = client(stocked, "Karin")

    assert '<html lang="sv">' in browser.get("/months/1/report?lang=sv").text
    assert '<html lang="en">' in browser.get("/months/1/report?lang=en").text


class TestWithdrawing:
    def test_it_counts_no_longer_and_stays(self, planted: Site) -> None:
        answer = client(planted, "Karin").post("/months/1/withdraw", data={"reason": " Fel månad "})

        entry = entry_numbered(planted.database, 1)
        assert answer.headers["Location"] == "/months/1"
        assert entry.withdrawal is not None
        assert (entry.withdrawal.reason, entry.withdrawal.by) == ("Fel månad", "Karin")
        assert "Fel månad" in shown(client(planted, "Rut").get("/months/1"))

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 1001])
    def test_it_takes_a_reason(self, planted: Site, reason: str) -> None:
        answer = client(planted, "Karin").post("/months/1/withdraw", data={"reason": reason})

        assert answer.status_code == 400
        assert entry_numbered(planted.database, 1).withdrawal is None

    def test_it_is_done_once(self, planted: Site) -> None:
        browser = client(planted, "Karin")
        browser.post("/months/1/withdraw", data={"reason": "Fel månad"})

        again = browser.post("/months/1/withdraw", data={"reason": "En annan"})

        entry = entry_numbered(planted.database, 1)
        assert again.status_code in {422, 503, 303}
        assert entry.withdrawal is not None
        assert entry.withdrawal.reason == "Fel månad"


class TestStatuses:
    def said(self, site: Site, **fields: str) -> int:
        """What the auditor is answered."""
        finding = findings(site.database, entry_numbered(site.database, 1))[0].id
        given = {"finding": finding, "status": "explained", "comment": "Periodisering", **fields}
        return client(site, "Rut").post("/months/1/findings/status", data=given).status_code

    def test_the_last_one_counts(self, planted: Site) -> None:
        assert self.said(planted) == self.said(planted, status="fixed", comment="") == 303

        (status,) = statuses(planted.database, entry_numbered(planted.database, 1)).values()
        assert (status.status, status.comment, status.by) == (FindingStatus.FIXED, "", "Rut")

    @pytest.mark.parametrize(
        "fields", [{"status": "waived"}, {"status": ""}, {"finding": "F999/x"}, {"comment": "x" * 1001}]
    )
    def test_what_there_is_not_cannot_be_said(self, planted: Site, fields: dict[str, str]) -> None:
        assert self.said(planted, **fields) == 400
        assert statuses(planted.database, entry_numbered(planted.database, 1)) == {}
