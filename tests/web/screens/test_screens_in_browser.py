"""The screens in a real browser: nothing faint, nothing sticking out, and the policy of the page obeyed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, Route

from syditval.web.static_files import shipped
from tests.reports.browser import launched
from tests.reports.test_html_in_browser import CONTRASTS, CUT_OFF, LEAST_CONTRAST, STICKING_OUT
from tests.web.screens.example_screens import every_screen

SITE = "http://screens.invalid"
# The least that the screens need.
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:"}
# Those that have all parts between them.
LOOKED_AT = ("sign-in-refused", "home", "progress", "entity", "month-to-judge", "overview")
# How they are looked at: pixels, light or dark, on a screen or on paper.
VIEWS = {
    "narrow": (360, "light", "screen"),
    "dark": (1100, "dark", "screen"),
    "paper": (688, "dark", "print"),
}

DROP = """
() => {
  const files = new DataTransfer();
  for (const name of ["mars.xlsx", "<b>april</b>.xlsx"]) files.items.add(new File(["x"], name));
  const zone = document.querySelector("[data-drop]");
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  const field = zone.querySelector("input");
  return [[...field.files].map((file) => file.name), document.activeElement === field];
}
"""


@pytest.fixture(scope="module")
def screens() -> Mapping[str, str]:
    return {name.replace(" ", "-"): page for name, page in every_screen("sv").items()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as one:
        yield one


@pytest.fixture
def tab(browser: Browser, screens: Mapping[str, str]) -> Iterator[Page]:
    """A tab in which the site gives the screens by name, under the policy of the page."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()

    def give(route: Route) -> None:
        name = route.request.url.removeprefix(f"{SITE}/").split("?")[0]
        if name.startswith("static/"):
            body, kind = shipped()[name.removeprefix("static/")]
            route.fulfill(body=body, content_type=kind)
        else:
            route.fulfill(body=screens[name], content_type="text/html; charset=utf-8", headers=POLICY)

    page.route("**/*", give)
    yield page
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_every_text_can_be_read_and_nothing_sticks_out(tab: Page, view: str) -> None:
    width, scheme, media = VIEWS[view]
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(media=media, color_scheme=scheme)
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))

    for name in LOOKED_AT:
        tab.goto(f"{SITE}/{name}")
        faint = [(text, ratio) for text, ratio in tab.evaluate(CONTRASTS) if ratio < LEAST_CONTRAST]
        assert (name, faint) == (name, [])
        assert (name, tab.evaluate(STICKING_OUT), tab.evaluate(CUT_OFF)) == (name, [], [])
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert complaints == []


def test_dropped_workbooks_are_chosen_and_named_and_nothing_is_sent(tab: Page) -> None:
    tab.goto(f"{SITE}/home")

    assert tab.evaluate(DROP) == [["mars.xlsx", "<b>april</b>.xlsx"], True]
    assert tab.locator("[data-chosen] li").all_inner_texts() == ["mars.xlsx", "<b>april</b>.xlsx"]
    assert tab.get_by_text("De kan också dras hit").is_visible()
    assert tab.url == f"{SITE}/home"


def test_the_first_key_leads_past_the_navigation(tab: Page) -> None:
    tab.goto(f"{SITE}/home")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top >= 0") is True

    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
