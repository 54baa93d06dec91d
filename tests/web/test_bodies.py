"""Bodies are counted and timed as they come, whatever is said of them before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.types import ASGIApp

from syditval.reading import Limits
from syditval.run import Request
from syditval.store import entries, person
from syditval.web.allowance import Allowance
from syditval.web.app import application
from syditval.web.site import Site
from tests.web.raw import BOUNDARY, END, Spoken, part, speak
from tests.web.site import SOUND, client, send, shown

TIGHT = Allowance(
    files_at_once=2, bytes_at_once=30_000, form_bytes=500, fields=3, pause_seconds=0.05, body_seconds=0.2
)
MEGABYTE = b"x" * 1_000_000


@pytest.fixture
def tight(site: Site) -> ASGIApp:
    """The page with little allowed."""
    return application(replace(site, allowance=TIGHT))


def cookie_of(site: Site, name: str = "Ada") -> str:
    """The session of somebody."""
    someone = person(site.database, name)
    assert someone is not None
    return f"{site.sessions.cookie}={site.sessions.sealed(someone)}"


def told(spoken: Spoken, status: int, words: str) -> None:
    """The answer has a status, and says something."""
    assert spoken.status == status
    assert words in spoken.page


class TestInAll:
    def test_too_long_a_body_is_left_where_it_is_however_short_it_says_to_be(
        self, site: Site, tight: ASGIApp
    ) -> None:
        endless = [part(b"x" * 1000), *[MEGABYTE] * 50]

        spoken = speak(tight, endless, cookie_of(site), content_length="1000")

        told(spoken, 413, "More than 30000 bytes were sent at once")
        assert spoken.pieces == 2

    @pytest.mark.parametrize("length", ["30001", "9" * 30])
    def test_one_that_says_so_is_not_even_begun(self, site: Site, tight: ASGIApp, length: str) -> None:
        spoken = speak(tight, [b""], cookie_of(site), content_length=length)

        told(spoken, 413, "More than 30000 bytes")
        assert spoken.pieces == 0

    def test_at_the_limit_and_one_more(self, site: Site, tight: ASGIApp) -> None:
        rest = len(part(b"")) + len(END)
        fits, one_more = (part(b"x" * (30_000 - rest + extra)) + END for extra in (0, 1))

        assert speak(tight, [fits], cookie_of(site)).status == 200
        assert speak(tight, [one_more], cookie_of(site)).status == 413


class TestEachFile:
    @pytest.fixture
    def small(self, site: Site) -> ASGIApp:
        """The page with small files allowed."""
        request = Request(in_process=True, limits=Limits(file_bytes=1000))
        return application(replace(site, request=request))

    @pytest.mark.parametrize(("size", "status"), [(1000, 200), (1001, 413)])
    def test_at_the_limit_and_one_more(self, site: Site, small: ASGIApp, size: int, status: int) -> None:
        assert speak(small, [part(b"x" * size), END], cookie_of(site)).status == status

    def test_a_large_one_is_left_where_it_is(self, site: Site, small: ASGIApp) -> None:
        spoken = speak(small, [part(b"ok"), part(b"x" * 900), *[MEGABYTE] * 50], cookie_of(site))

        told(spoken, 413, "A workbook is larger than 1000 bytes, so none was taken in")
        assert spoken.pieces <= 4

    @pytest.mark.parametrize(("files", "status"), [(2, 200), (3, 413)])
    def test_so_many_at_once_and_one_more(self, site: Site, tight: ASGIApp, files: int, status: int) -> None:
        spoken = speak(tight, [part(b"no workbook") * files + END], cookie_of(site))

        assert spoken.status == status
        assert ("More than 2 workbooks were sent at once" in spoken.page) == (status == 413)

    def test_none_is_kept_of_an_upload_that_is_too_much(self, site: Site) -> None:
        browser = client(replace(site, allowance=replace(TIGHT, bytes_at_once=len(SOUND) + 2000)), "Ada")

        answer = send(browser, ("april.xlsx", SOUND), ("maj.xlsx", SOUND), entity="Tekniska")

        assert answer.status_code == 413
        assert entries(site.database) == ()


class TestTime:
    def test_who_stops_in_the_midst_is_not_waited_for(self, site: Site, tight: ASGIApp) -> None:
        told(speak(tight, [part(b"x"), 1.0, END], cookie_of(site)), 408, "did not arrive in time")

    def test_nor_who_sends_a_little_now_and_then(self, site: Site, tight: ASGIApp) -> None:
        drops: list[bytes | float] = [part(b"x"), *[0.03] * 30, END]

        told(speak(tight, drops, cookie_of(site)), 408, "did not arrive in time")

    def test_who_takes_a_pause_in_time_is_heard(self, site: Site, tight: ASGIApp) -> None:
        assert speak(tight, [part(b"x"), 0.01, END], cookie_of(site)).status == 200

    def test_a_form_without_files_is_timed_too(self, tight: ASGIApp) -> None:
        kind = "application/x-www-form-urlencoded"

        told(speak(tight, [b"name=", 1.0], path="/sign-in", content_type=kind), 408, "did not arrive in time")


class TestBeforeTheBody:
    @pytest.mark.parametrize(("who", "status"), [("", 401), ("Rut", 403)])
    def test_who_may_not_send_is_told_so_before_anything_is_read(
        self, site: Site, tight: ASGIApp, who: str, status: int
    ) -> None:
        spoken = speak(tight, [MEGABYTE] * 3, cookie_of(site, who) if who else "")

        assert spoken.status == status
        assert spoken.pieces == 0


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ""),
        (b"PK\x03\x04", "application/octet-stream"),
        (b"{}", "application/json"),
        (b"x", "multipart/form-data"),
        (b"x", f"multipart/form-data; boundary={BOUNDARY}"),
        (part(b"x") + b"--other--", f"multipart/form-data; boundary={BOUNDARY}"),
        (b"--" + BOUNDARY.encode() + b"\r\n\r\nx\r\n" + END, f"multipart/form-data; boundary={BOUNDARY}"),
        (b"--" + BOUNDARY.encode() + b"\r\n" + b"a" * 100_000, f"multipart/form-data; boundary={BOUNDARY}"),
        (part(b"x", of="x" * 5000) + END, f"multipart/form-data; boundary={'b' * 300}"),
        (END, f"multipart/form-data; boundary={BOUNDARY}"),
    ],
)
def test_what_is_no_form_with_files_is_told_so(site: Site, body: bytes, kind: str) -> None:
    spoken = speak(application(site), [body], cookie_of(site), content_type=kind)

    assert spoken.status == 400
    assert "What was sent is no form" in spoken.page or "No workbook was chosen" in spoken.page


def test_of_a_form_that_was_cut_off_nothing_is_taken(site: Site) -> None:
    """Else the file at the end would be left out without a word."""
    both = part(SOUND) + part(SOUND[:500])

    told(speak(application(site), [both], cookie_of(site)), 400, "What was sent is no form")
    assert entries(site.database) == ()


@pytest.mark.parametrize(
    "body", [b"a=1&b=2&c=3&d=4", b"name=" + b"x" * 600, b"name=%ff%fe", b"&&&&&&&&&=", b"\x00\xff", b""]
)
def test_nor_is_too_large_a_form_without_files(tight: ASGIApp, body: bytes) -> None:
    kind = "application/x-www-form-urlencoded"

    assert speak(tight, [body], path="/sign-in", content_type=kind).status in {400, 401, 413}


def test_a_field_longer_than_a_form_may_be_is_refused(site: Site) -> None:
    browser = client(replace(site, allowance=TIGHT), "Ada")

    assert "What was sent is no form" in shown(send(browser, decision="x" * 501))


def test_a_browser_without_a_choice_sends_a_file_without_a_name(site: Site) -> None:
    spoken = speak(application(site), [part(b"", name=""), END], cookie_of(site))

    told(spoken, 400, "No workbook was chosen")
