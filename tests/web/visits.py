"""People at their browsers, who go about the page as people do: by what is written on it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Download, FilePayload, Locator, Page, Request, expect

from tests.web.server import ROOT
from tests.web.site import PASSWORD, SAMPLES

MONTHS = SAMPLES / "months"
# In milliseconds: two cores may have much else to do.
PATIENCE = 60_000
STEP = 20
MOST_TABS = 40
# A browser's own words for an answer that is noted as such, and for what it no longer waits for: the page is
# left, or has turned out to be a file.
STATUS, ABORTED = "the server responded with a status of", "net::ERR_ABORTED"

DROP = """
([zone, files]) => {
  const carried = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  for (const kind of ["dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}
"""
ASK = "([path, fields]) => fetch(path, { method: 'POST', body: new URLSearchParams(fields) }).then((it) => it.status)"


def added(store: Path, name: str, *given: str) -> None:
    """Let somebody in, as an administrator does."""
    command = [sys.executable, "-m", "syditval", "user", "add", name, *given, "--password-stdin"]
    told = [*command, "--store", str(store), "--quiet"]
    subprocess.run(told, input=f"{PASSWORD}\n", text=True, cwd=ROOT, check=True)


def month(name: str, entity: str) -> FilePayload:
    """One of the sample months as the export of another entity."""
    copy = io.BytesIO()
    with zipfile.ZipFile(MONTHS / f"{name}.xlsx") as kept, zipfile.ZipFile(copy, "w") as written:
        for part in kept.infolist():
            written.writestr(part, kept.read(part).replace(b"IT-enheten", entity.encode()))
    return file(f"{name}.xlsx", copy.getvalue())


def file(name: str, content: bytes) -> FilePayload:
    """A file as somebody chooses it."""
    return {"name": name, "mimeType": "", "buffer": content}


@dataclass
class Visit:
    """One person's browser on the page, with all that went wrong in it."""

    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        """Fill in the form, and send it."""
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill(password)
        with self.page.expect_navigation():
            self.button("Sign in").click()

    def go(self, path: str = "") -> None:
        """Open an address of the page."""
        self.page.goto(f"{self.url}{path}")

    def choose(self, *files: FilePayload) -> None:
        """Choose workbooks in the form of the first page."""
        self.page.get_by_label("Workbooks", exact=True).set_input_files(files)

    def drop(self, *files: FilePayload) -> None:
        """Drag workbooks from a folder, and drop them on the form."""
        carried = [[each["name"], b64encode(each["buffer"]).decode()] for each in files]
        zone = self.page.locator("[data-drop]").element_handle()
        self.page.evaluate(DROP, [zone, carried])

    def send(self, *files: FilePayload) -> Sequence[str]:
        """Send workbooks from the first page: what is told of each when all is done."""
        self.go()
        self.choose(*files)
        self.button("Check and send in").click()
        return self.results()

    def results(self) -> Sequence[str]:
        """What is told of each workbook when all is done."""
        rows = self.page.get_by_role("region", name="Done").get_by_role("listitem")
        expect(rows).not_to_have_count(0)
        return [plain(row) for row in rows.all()]

    def fetch(self, link: str) -> Download:
        """Follow a link to a file."""
        with self.page.expect_download() as awaited:
            self.link(link).click()
        return awaited.value

    def button(self, name: str) -> Locator:
        """A button by what it says."""
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        """A link by what it says."""
        return self.page.get_by_role("link", name=name, exact=True)

    def is_at(self, heading: str) -> None:
        """Fails where the page is, or becomes, no other than that of a heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def sees(self, text: str) -> None:
        """Fails where a text is not on the page, and does not come."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def lacks(self, *buttons: str) -> None:
        """Fails where one of some buttons is on the page."""
        for each in buttons:
            expect(self.button(each)).to_have_count(0)

    def reach(self, wanted: Locator) -> None:
        """Press Tab until a control has the keyboard. Fails where it never has."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("(it) => it === document.activeElement"):
                return
        raise AssertionError(f"no key leads to {wanted}")

    def width(self) -> int:
        """How many pixels wide all of the page is."""
        return int(self.page.evaluate("document.documentElement.scrollWidth"))

    def post(self, path: str, **fields: str) -> Any:
        """The status that a form gets which is not on the page, sent from the page all the same."""
        return self.page.evaluate(ASK, [path, list(fields.items())])

    def hears(self, *wrong: str) -> None:
        """Fails unless just that has gone wrong since this was called last, or goes wrong soon."""
        waited = 0
        while len(self.wrong) < len(wrong) and waited < PATIENCE:
            self.page.wait_for_timeout(STEP)
            waited += STEP
        told, self.wrong = self.wrong, []
        assert told == [*wrong], told

    def heard(self, message: ConsoleMessage) -> None:
        """Note what the browser has to say."""
        if STATUS not in message.text:
            self.wrong.append(f"{message.type}: {message.text}")

    def failed(self, request: Request) -> None:
        """Note a request that came to nothing."""
        if request.failure != ABORTED:
            self.wrong.append(f"{request.failure} {request.url}")


@contextmanager
def visiting(browser: Browser, url: str, **given: Any) -> Iterator[Visit]:
    """Somebody's browser, in English unless said otherwise. At the end nothing may be wrong that was not asked for."""
    context = browser.new_context(**{"locale": "en-GB", **given})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    visit = Visit(context.new_page(), url)
    page = visit.page
    page.on("console", visit.heard)
    page.on("pageerror", lambda error: visit.wrong.append(str(error)))
    page.on("requestfailed", visit.failed)
    page.on("response", lambda it: visit.wrong.append(f"{it.status}") if it.status >= 400 else None)
    yield visit
    visit.hears()
    context.close()


def plain(shown: Locator) -> str:
    """The words that are shown, in one line."""
    return re.sub(r"\s+", " ", shown.inner_text()).strip()
