"""Three people in a real browser, on a real server: one from finance, an auditor, and a stranger.

Karin answers for several entities, Rut is an auditor; Bo and Sten are others, who sign out everywhere and are locked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, StorageState, expect

from syditval.store import Person, Role, add_person, open_database
from syditval.web.permissions import Need
from syditval.web.routes import GET, PAGES
from tests.cli.sending import ended
from tests.reading.hostile import cell_cases, package_cases, xml_cases, zip_cases
from tests.reports.browser import launched
from tests.web.server import serving
from tests.web.site import CHEAP, PASSWORD
from tests.web.visits import Visit, added, file, month, plain, visiting

Visits = Callable[..., Visit]

# The entity that the sample months are of; they are kept for it before anybody comes. Each test that sends
# something has an entity of its own.
KEPT = "IT-enheten"
OWN = (KEPT, "Tekniska", "Kultur", "Skolan", "Parker", "Vägar", "Kost", "Lokaler")
FOUR = ("2024-01", "2024-02", "2024-03", "2024-04")
FAULTY = "2024-04-errors"
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
# One workbook of each sort that is refused.
HOSTILE = [
    next(case for case in cases.CASES if case.is_refused)
    for cases in (cell_cases, package_cases, xml_cases, zip_cases)
]

with_and_without_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as one:
        yield one


@pytest.fixture(scope="module")
def url(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page is; four people may sign in, two of them added as an administrator does."""
    store = tmp_path_factory.mktemp("paths") / "months.sqlite"
    own = [word for entity in OWN for word in ("--entity", entity)]
    people = (("Karin", "--role", "finance", *own), ("Rut", "--role", "auditor"))
    with ThreadPoolExecutor() as at_once:
        for done in [at_once.submit(added, store, *each) for each in people]:
            done.result()
    with open_database(str(store)) as database:
        for name in ("Bo", "Sten"):
            add_person(database, Person(name, Role.AUDITOR, password_hash=CHEAP.hashed(PASSWORD)))
    with serving(store) as server:
        yield server.url


@pytest.fixture(scope="module")
def sessions(browser: Browser, url: str) -> dict[str, StorageState]:
    """Karin and Rut as they have signed in; Karin has sent four months, the last with errors."""
    sessions = {}
    for name in ("Karin", "Rut"):
        with visiting(browser, url) as visit:
            visit.go()
            visit.sign_in(name)
            if name == "Karin":
                visit.send(*(month(each, KEPT) for each in (*FOUR[:3], FAULTY)))
            sessions[name] = visit.page.context.storage_state()
    return sessions


@pytest.fixture
def visit(browser: Browser, url: str, sessions: dict[str, StorageState]) -> Iterator[Visits]:
    """``visit("Karin")`` is her browser after signing in, ``visit()`` that of a stranger."""
    with ExitStack() as open_ones:

        def begin(name: str = "", *, script: bool = True, **given: Any) -> Visit:
            state = sessions.get(name)
            come = visiting(browser, url, storage_state=state, java_script_enabled=script, **given)
            return open_ones.enter_context(come)

        yield begin


class TestFinance:
    @with_and_without_script
    def test_four_months_are_sent_and_seen(self, visit: Visits, script: bool) -> None:
        karin, entity = visit(script=script), "Tekniska" if script else "Kultur"
        karin.go(f"entities/{entity}")
        karin.is_at("Sign in")
        karin.sign_in("Karin", "a wrong password")
        expect(karin.page.get_by_role("alert")).to_contain_text("The name or the password is wrong")
        karin.hears("401")
        karin.sign_in("Karin")
        karin.is_at(entity)
        karin.sees("Nothing has been sent in yet.")

        told = karin.send(*(month(each, entity) for each in FOUR))

        assert told == [
            f"2024-0{number}.xlsx: kept, no findings: {entity}, {name} 2024 version 1 No findings"
            for number, name in enumerate(("January", "February", "March", "April"), 1)
        ]
        steps = [plain(row) for row in karin.page.get_by_role("log").get_by_role("paragraph").all()]
        assert steps[3:6] == ["2024-04.xlsx: received", "2024-01.xlsx: being checked", told[0]]

        karin.link("To the first page").click()
        karin.link(entity).first.click()
        plot = karin.page.get_by_role("img", name="April: the outcome to date is 14 197 tkr")
        expect(plot.locator("circle")).to_have_count(len(FOUR))
        karin.page.get_by_text("The figures as a table").first.click()
        april = karin.page.get_by_role("row", name="April").first
        assert plain(april) == "April 43 306 14 435 14 197 44 906 No findings"

        karin.link("April 2024").click()
        karin.link("Open the report").click()
        karin.sees("None among the relations that were checked.")

        karin.page.go_back()
        karin.button("Sign out").click()
        karin.is_at("Sign in")
        karin.page.go_back()
        karin.is_at("Sign in")

    def test_a_corrected_month_is_a_new_version(self, visit: Visits) -> None:
        karin, entity = visit("Karin", script=False), "Skolan"
        karin.send(month("2024-03", entity), month("2024-04", entity))
        corrected = month(FAULTY, entity)

        first, again = (karin.send(corrected) for _ in range(2))

        end = f"{entity}, April 2024 version 2 7 warnings 3 notes"
        assert first == [f"{FAULTY}.xlsx: kept, with findings: {end}"]
        assert again == [f"{FAULTY}.xlsx: already kept, sent before: {end}"]

        karin.link(f"{entity}, April 2024").first.click()
        expect(karin.page.get_by_role("article")).to_have_count(10)
        karin.page.get_by_label("Reason").fill("The export of another month.")
        karin.button("Withdraw this version").click()
        karin.sees("The export of another month.")
        karin.sees("Version 2 of 2, withdrawn by Karin")
        karin.lacks("Withdraw this version")
        karin.link("1").click()
        karin.sees("Version 1 of 2, in force")

    def test_what_was_sent_is_fetched(self, visit: Visits, tmp_path: Path) -> None:
        karin, sent = visit("Karin", script=False), month(FAULTY, KEPT)["buffer"]
        karin.go()
        karin.page.get_by_role("row", name=f"{KEPT} 7 warnings").get_by_role("link").first.click()

        for link in ("The workbook as sent", "Annotated copy", "Sealed record (JSON)"):
            fetched = karin.fetch(link)
            fetched.save_as(tmp_path / fetched.suggested_filename)

        assert (tmp_path / f"{FAULTY}.xlsx").read_bytes() == sent
        assert "Granskning" in load_workbook(tmp_path / f"{FAULTY}.granskad.xlsx").sheetnames
        (tmp_path / "2024-03.xlsx").write_bytes(month("2024-03", KEPT)["buffer"])
        assert ended("verify", "--isolated", "--in-process", "-q", tmp_path / f"{FAULTY}.json") == 0

    def test_dropped_workbooks_are_sent(self, visit: Visits) -> None:
        karin, dropped = visit("Karin"), ["2024-02.xlsx", "2024-01.xlsx"]
        karin.go()
        karin.drop(month("2024-02", "Parker"), month("2024-01", "Parker"))
        chosen = karin.page.get_by_role("list", name="Chosen workbooks").get_by_role("listitem")
        assert chosen.all_inner_texts() == dropped

        karin.button("Check and send in").click()

        assert [told.partition(":")[0] for told in karin.results()] == dropped
        karin.go("entities/Parker")
        months = karin.page.get_by_role("rowheader").all()
        assert [plain(each) for each in months] == ["February 2024", "January 2024"]

    def test_the_keyboard_is_enough(self, visit: Visits) -> None:
        karin = visit()
        keys = karin.page.keyboard
        karin.go()
        karin.reach(karin.page.get_by_label("Name"))
        keys.type("Karin")
        keys.press("Tab")
        keys.type(PASSWORD)
        keys.press("Enter")
        karin.reach(karin.page.get_by_label("Workbooks", exact=True))
        with karin.page.expect_file_chooser() as chooser:
            keys.press("Space")
        chooser.value.set_files(month("2024-01", "Vägar"))
        karin.reach(karin.button("Check and send in"))
        keys.press("Enter")
        karin.results()
        karin.reach(karin.link("Vägar, January 2024").last)
        keys.press("Enter")
        karin.is_at("Vägar, January 2024")
        karin.reach(karin.link("Open the report"))
        keys.press("Enter")
        karin.sees("None among the relations that were checked.")

    def test_a_telephone_shows_it_all_without_scrolling_sideways(self, visit: Visits) -> None:
        stranger, karin, rut = visit(**PHONE), visit("Karin", **PHONE), visit("Rut", **PHONE)
        stranger.go()
        rut.go("overview")
        widths = {"sign-in": stranger.width(), "overview": rut.width()}
        karin.send(month("2024-01", "Kost"))
        widths["upload"] = karin.width()
        for path in ("", f"entities/{KEPT}", "months/4", "months/4/report", "account"):
            karin.go(path)
            widths[path] = karin.width()

        assert {path: width for path, width in widths.items() if width > PHONE["viewport"]["width"]} == {}

    def test_the_language_is_that_of_the_browser_until_another_is_chosen(self, visit: Visits) -> None:
        karin = visit("Karin", locale="sv-SE")
        karin.go(f"entities/{KEPT}")
        karin.sees("Utfall hittills")

        karin.link("English").click()
        karin.sees("Outcome to date")
        karin.go()
        karin.is_at("Monthly follow-ups")

    def test_what_is_no_sound_workbook_is_refused_in_one_sentence(self, visit: Visits) -> None:
        karin = visit("Karin")
        files = {f"{number}.xlsx": case.content for number, case in enumerate(HOSTILE)}
        files |= {"minutes.docx": b"Minutes of the meeting", "empty.xlsx": b""}

        told = karin.send(*(file(name, content) for name, content in files.items()))

        for name, row in zip(files, told, strict=True):
            assert row.startswith(f"{name}: refused. ")
            assert (row.count(". "), row[-1]) == (1, ".")
        karin.go("entities/Lokaler")
        karin.sees("Nothing has been sent in yet.")


class TestAuditor:
    def test_sees_all_and_says_how_far_a_finding_has_come(self, visit: Visits) -> None:
        rut, karin = visit("Rut"), visit("Karin")
        rut.go()
        rut.link("All entities").click()
        line = rut.page.get_by_role("row", name=KEPT)
        expect(line.get_by_role("link", name="no findings")).to_have_count(3)
        line.get_by_role("link", name="7 warnings, 3 notes").click()

        finding = rut.page.get_by_role("article").filter(has_text="T104")
        finding.get_by_text("Set status").click()
        finding.get_by_label("Status").select_option("Explained")
        finding.get_by_label("Comment").fill("The forecast follows in May.")
        finding.get_by_role("button", name="Save").click()

        told = rut.page.get_by_role("article").filter(has_text="The forecast follows in May. Rut, ")
        expect(told).to_contain_text("T104")
        karin.go("months/4")
        told = karin.page.get_by_role("article").filter(has_text="The forecast follows in May. Rut, ")
        expect(told).to_contain_text("explained")
        expect(karin.page.get_by_text("Set status")).to_have_count(0)

    def test_fetches_but_neither_sends_nor_withdraws(self, visit: Visits) -> None:
        rut = visit("Rut")
        rut.go()
        rut.lacks("Check and send in")
        assert rut.post("/upload") == 403
        rut.hears("403")

        rut.go("months/4")
        rut.lacks("Withdraw this version")
        assert rut.post("/months/4/withdraw", reason="so") == 403
        rut.hears("403")
        assert rut.fetch("The workbook as sent").path().read_bytes() == month(FAULTY, KEPT)["buffer"]

    def test_who_signs_out_everywhere_is_out_and_the_way_back_shows_nothing(self, visit: Visits) -> None:
        here, elsewhere = visit(), visit()
        for each in (here, elsewhere):
            each.go(f"entities/{KEPT}")
            each.sign_in("Bo")
            each.is_at(KEPT)

        here.go("account")
        here.button("Sign out everywhere").click()

        here.is_at("Sign in")
        elsewhere.page.reload()
        elsewhere.is_at("Sign in")
        here.page.go_back()
        here.is_at("Sign in")


class TestStranger:
    def test_sees_the_sign_in_alone_wherever_they_go(self, visit: Visits) -> None:
        stranger = visit()
        for page in PAGES:
            if page.method == GET and page.need is not Need.NOTHING:
                stranger.go(re.sub("{.*}", "4", page.path[1:]))
                stranger.is_at("Sign in")
                expect(stranger.page.get_by_text(KEPT)).to_have_count(0)

        assert [stranger.post(path) for path in ("/upload", "/months/4/withdraw")] == [401, 401]
        stranger.hears("401", "401")

    def test_is_locked_out_after_repeated_failures(self, visit: Visits) -> None:
        stranger = visit()
        stranger.go()
        for password in [*["a wrong password"] * 5, PASSWORD]:
            stranger.sign_in("Sten", password)
            stranger.sees("there were too many attempts")
            stranger.hears("401")
