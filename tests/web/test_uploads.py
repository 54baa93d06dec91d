"""Workbooks as they are sent: what is told of each, what is kept, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from syditval.model.period import Period
from syditval.store import Database, acts, entries
from syditval.web.allowance import Allowance
from syditval.web.site import Rates, Site
from tests.reading.hostile import (
    cell_cases,
    container_cases,
    content_cases,
    package_cases,
    xml_cases,
    zip_cases,
)
from tests.web.raw import END, part
from tests.web.site import PLANTED, SOUND, client, send, shown

CELL = "Löner 1200"
# One for each sentence that there is for them; reading itself is tested with all of them.
HOSTILE = {
    case.outcome: case
    for cases in (container_cases, zip_cases, package_cases, xml_cases, cell_cases, content_cases)
    for case in cases.CASES
    if case.is_refused
}.values()


class TestOneWorkbook:
    def test_it_is_told_how_far_it_has_come(self, alone: Site) -> None:
        page = shown(send(client(alone), entity="Tekniska"))

        steps = ("april.xlsx: received", "april.xlsx: being checked", "april.xlsx: kept, no findings")
        assert [page.index(step) for step in steps] == sorted(page.index(step) for step in steps)
        assert 'href="/months/1"' in send(client(alone), entity="Tekniska").text

    def test_it_is_kept_as_it_was_sent_with_who_and_from_where(self, alone: Site) -> None:
        send(client(alone), entity="Tekniska", decision="KS § 14")

        (entry,) = entries(alone.database)
        assert (entry.entity, entry.period, entry.decision) == ("Tekniska", Period(2024, 4), "KS § 14")
        assert (entry.name, entry.size, entry.by) == (
            "april.xlsx",
            len(SOUND),
            "the only user of this computer",
        )

    def test_sent_twice_it_is_one_entry(self, alone: Site) -> None:
        first, again = (shown(send(client(alone), entity="Tekniska")) for _ in "ab")

        assert "sent before" in again
        assert "sent before" not in first
        assert len(entries(alone.database)) == 1

    def test_one_that_waits_is_told_so(self, alone: Site) -> None:
        busy = replace(alone, workplace=Busy(alone.database))

        assert "april.xlsx: waiting" in shown(send(client(busy), entity="Tekniska"))

    def test_one_with_findings_is_kept_with_them(self, alone: Site) -> None:
        send(client(alone), ("april.xlsx", PLANTED), entity="Tekniska")

        assert entries(alone.database)[0].errors > 0

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"period": "april"}, "A month is written as 2024-04, and not as april"),
            ({"period": "2024-13"}, "A month is written as 2024-04"),
            ({"entity": "x" * 501}, "What was sent is no form"),
            ({"entity": "Tek\nniska"}, "What was sent is no form"),
            ({"decision": "\u202etxet"}, "What was sent is no form"),
        ],
    )
    def test_what_makes_no_sense_is_told_before_anything_is_done(
        self, alone: Site, fields: dict[str, str], said: str
    ) -> None:
        answer = send(client(alone), **{"entity": "Tekniska", **fields})

        assert answer.status_code == 400
        assert said in shown(answer)
        assert entries(alone.database) == ()


class TestWhoseItIs:
    """Karin answers for Tekniska and Kultur, Olle for Skolan alone."""

    def test_whoever_answers_for_one_entity_need_not_name_it(self, site: Site) -> None:
        send(client(site, "Olle"))

        assert [entry.entity for entry in entries(site.database)] == ["Skolan"]

    def test_whoever_answers_for_several_must_where_the_workbook_does_not(self, site: Site) -> None:
        page = shown(send(client(site, "Karin")))

        assert "april.xlsx: refused" in page
        assert "choose the entity in the form" in page
        assert entries(site.database) == ()

    def test_another_entity_looks_as_if_it_were_not_there(self, site: Site) -> None:
        answers = [send(client(site, "Karin"), entity=entity) for entity in ("Skolan", "Ingen")]

        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].text == answers[1].text
        assert entries(site.database) == ()

    def test_an_administrator_sends_for_all(self, site: Site) -> None:
        send(client(site, "Ada"), entity="Äldreomsorg")

        assert [(entry.entity, entry.by) for entry in entries(site.database)] == [("Äldreomsorg", "Ada")]


class TestSeveral:
    def test_each_has_its_rows_and_one_that_is_wrong_holds_up_nothing(self, alone: Site) -> None:
        page = shown(
            send(client(alone), ("fel.xlsx", b"no workbook"), ("april.xlsx", SOUND), entity="Tekniska")
        )

        assert "fel.xlsx: refused" in page
        assert "april.xlsx: kept, no findings" in page
        assert [entry.name for entry in entries(alone.database)] == ["april.xlsx"]

    def test_a_fault_of_ours_is_told_as_one_and_holds_up_nothing(
        self, alone: Site, caplog: pytest.LogCaptureFixture
    ) -> None:
        broken = replace(alone, workplace=Broken(alone.database))

        page = shown(send(client(broken), ("mars.xlsx", SOUND), ("april.xlsx", SOUND), entity="Tekniska"))

        assert "mars.xlsx: refused. syditval 0.1.0 failed (ZeroDivisionError)" in page
        assert "april.xlsx: kept" in page
        assert CELL not in page + caplog.text

    def test_their_names_are_no_markup(self, alone: Site) -> None:
        answer = send(client(alone), ("<script>alert(1)</script>", b"no workbook"), entity="Tekniska")

        assert "<script>alert" not in answer.text


class Busy:
    """A workplace where everybody is at work."""

    is_busy = True

    def __init__(self, database: Database) -> None:
        self.database = database

    async def do(self, work: Callable[..., Any], *given: Any) -> Any:
        """What the work gives, in the end."""
        return work(self.database, *given)


class Broken(Busy):
    """One whose first work fails."""

    is_busy = False

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.left = 1

    async def do(self, work: Callable[..., Any], *given: Any) -> Any:
        """A failure that quotes a cell, and then what the work gives."""
        if self.left:
            self.left -= 1
            raise ZeroDivisionError(CELL)
        return await super().do(work, *given)


class TestHowMuch:
    def test_so_many_in_a_minute_and_one_more(self, alone: Site) -> None:
        few = replace(alone, rates=Rates(Allowance(uploads_per_minute=2)))
        files = [(f"{name}.xlsx", b"no workbook") for name in "abc"]

        page = shown(send(client(few), *files, entity="Tekniska"))

        assert page.count("More than 2 workbooks within a minute") == 2
        assert "c.xlsx: refused. More than 2 workbooks within a minute" in page
        assert send(client(few), entity="Tekniska").status_code == 429

    def test_so_many_bytes_in_a_day_and_one_more(self, alone: Site) -> None:
        just = replace(alone, rates=Rates(Allowance(bytes_per_day=len(SOUND))))

        assert "kept, no findings" in shown(send(client(just), entity="Tekniska"))
        full = send(client(just), entity="Tekniska")
        assert full.status_code == 429
        assert f"More than {len(SOUND)} bytes within a day" in shown(full)

    def test_one_person_does_not_use_up_what_is_another_s(self, site: Site) -> None:
        few = replace(site, rates=Rates(Allowance(uploads_per_minute=1)))

        statuses = [send(client(few, name)).status_code for name in ("Olle", "Olle", "Karin")]

        assert statuses == [200, 429, 200]


class TestStopping:
    def test_nothing_new_is_begun(self, alone: Site) -> None:
        alone.stopping.set()

        answer = send(client(alone), entity="Tekniska")

        assert answer.status_code == 503
        assert "The page is being shut down" in shown(answer)
        assert entries(alone.database) == ()

    def test_of_an_upload_that_is_going_on_the_rest_is_told_so(self, alone: Site) -> None:
        class Last(Busy):
            async def do(self, work: Callable[..., Any], *given: Any) -> Any:
                alone.stopping.set()
                return work(self.database, *given)

        ending = replace(alone, workplace=Last(alone.database))
        page = shown(send(client(ending), ("mars.xlsx", SOUND), ("april.xlsx", SOUND), entity="Tekniska"))

        assert "mars.xlsx: kept" in page
        assert "april.xlsx: refused. The page is being shut down" in page
        assert len(entries(alone.database)) == 1


def test_what_is_written_down_holds_hashes_and_no_texts(alone: Site) -> None:
    send(client(alone), ("april.xlsx", SOUND), ("fel.xlsx", b"no workbook"), entity="Tekniska")
    (entry,) = entries(alone.database)

    written = [(act.act, act.subject, act.outcome) for act in acts(alone.database, 10)]
    assert written == [
        ("upload", "", "R005"),
        ("upload", f"entry 1 sha256 {entry.sha256}", "accepted"),
    ]


def test_nothing_is_left_in_the_quarantine(alone: Site) -> None:
    send(client(alone), ("april.xlsx", SOUND), ("fel.xlsx", b"no workbook"), entity="Tekniska")

    assert [*alone.quarantine.iterdir()] == []


class TestHostile:
    """The workbooks that were made to harm, through the page."""

    @pytest.fixture(scope="class")
    @classmethod
    def asked(cls, stocked: Site) -> Site:
        """A site where the rates do not count."""
        plenty = Allowance(uploads_per_minute=10_000, bytes_per_day=10**12)
        return replace(stocked, rates=Rates(plenty))

    def test_each_is_one_sentence_and_the_page_still_answers(self, asked: Site) -> None:
        browser, before = client(asked, "Ada"), entries(asked.database)
        wrong = []
        for case in HOSTILE:
            request = replace(asked.request, limits=case.limits)
            page = shown(send(client(replace(asked, request=request), "Ada"), (case.file, case.content)))
            if f"{case.file}: refused. " not in page or "syditval 0.1.0 failed" in page:
                wrong.append(case.name)

        assert len(HOSTILE) > 20
        assert wrong == []
        assert browser.get("/health").text == "ok\n"
        assert entries(asked.database) == before

    def test_a_form_within_a_form_is_a_file_like_any(self, asked: Site) -> None:
        page = shown(send(client(asked, "Ada"), ("april.xlsx", part(SOUND) + END)))

        assert "april.xlsx: refused" in page
