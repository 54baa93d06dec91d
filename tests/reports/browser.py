"""A real browser, where one is installed: pages opened from a file, as a reader opens them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# In a container there is neither a sandbox nor a screen, and nothing is to be asked of anybody.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
HEIGHT = 900


@dataclass(frozen=True)
class View:
    """How a reader looks at a page: so many pixels wide, in a light or dark room, on a screen or on paper."""

    width: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


@dataclass
class Opened:
    """A page that is open, with what it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script: str) -> Any:
        """What a script on the page gives: that of a test, which the page's own policy does not bind."""
        return self.page.evaluate(script)


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without a window. Skips the test, with its reason, where none is installed."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path, view: View) -> Iterator[Opened]:
    """A file in a window of its own."""
    context = browser.new_context(
        viewport={"width": view.width, "height": HEIGHT}, color_scheme=view.scheme, locale="sv-SE"
    )
    here = Opened(context.new_page())
    here.page.emulate_media(media=view.media, color_scheme=view.scheme)
    here.page.on("request", lambda request: here.requests.append(request.url))
    here.page.on("console", lambda message: here.complaints.append(message.text))
    here.page.on("pageerror", lambda error: here.complaints.append(str(error)))
    here.page.goto(file.as_uri())
    yield here
    context.close()
