"""The page in a real browser: in the light and in the dark, narrow, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from syditval.reports.html_page import render
from tests.reports.browser import Opened, View, launched, opened
from tests.reports.example_pages import everything, with_excerpts
from tests.reports.example_sums import summing

# A sheet of A4 between its margins, upright and on its side, in pixels.
UPRIGHT, SIDEWAYS = 688, 1016
VIEWS = {
    "light": View(1100),
    "dark": View(1100, "dark"),
    "narrow": View(360),
    "narrow and dark": View(360, "dark"),
    "paper": View(UPRIGHT, media="print"),
    "paper from a dark room": View(UPRIGHT, "dark", "print"),
}
EXAMPLES = {"everything": everything, "sums": summing}
# The second page has little that the first has not.
LOOKED_AT = [*product(["everything"], VIEWS), *product(["sums"], ("narrow", "dark", "paper"))]
LEAST_CONTRAST = 4.5

# Every text that can be seen, with the colours of its letters and of what lies behind them.
CONTRASTS = """
() => {
  const rgba = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return rgba(getComputedStyle(document.documentElement).colorScheme === "dark" ? "rgb(0,0,0)" : "rgb(255,255,255)");
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("title, .vh, defs") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = rgba(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const [a, b] = [light(ink), light(behind(element))].sort((one, other) => other - one);
    found.push([walker.currentNode.data.trim(), (a + 0.05) / (b + 0.05)]);
  }
  return found;
}
"""

# What sticks out of the page to the left or to the right. On a screen a box may scroll, on paper a wide
# table has a sheet that lies on its side.
STICKING_OUT = f"""
() => {{
  const isPaper = matchMedia("print").matches;
  const edge = (e) => isPaper && e.closest(".wide") ? {SIDEWAYS} : innerWidth;
  return [...document.body.querySelectorAll("*")]
    .filter((e) => !e.closest(".vh, .skip, .patterns") && (isPaper || !e.parentElement.closest(".scroll")))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width && (box.left < -0.5 || box.right > edge(e) + 0.5))
    .map(([e]) => e.outerHTML.slice(0, 100));
}}
"""

# Drawn texts whose ends are not inside their drawing.
CUT_OFF = """
() => [...document.querySelectorAll("svg text")]
  .filter((e) => {
    const [own, all] = [e.getBoundingClientRect(), e.ownerSVGElement.getBoundingClientRect()];
    return own.left < all.left - 0.5 || own.right > all.right + 0.5 || own.bottom > all.bottom + 1;
  })
  .map((e) => e.textContent)
"""

MARKS = """
() => Object.fromEntries(["culprit", "possible", "finding", "related"].map((mark) => {
  const cell = document.querySelector(`td.${mark}`);
  const [style, box] = [getComputedStyle(cell), cell.getBoundingClientRect()];
  return [mark, {
    outline: style.outlineStyle, line: style.textDecorationLine, background: style.backgroundColor,
    word: cell.querySelector(".vh").textContent, seen: cell.checkVisibility() && box.width > 20 && box.height > 10,
  }];
}))
"""


SCROLLED = """
new Promise((tell) => {
  const box = document.activeElement;
  box.addEventListener("scroll", () => tell(box.className), { once: true });
})
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as one:
        yield one


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages as files."""
    folder = tmp_path_factory.mktemp("pages")
    for name, example in EXAMPLES.items():
        (folder / f"{name}.html").write_text(render(with_excerpts(example("sv"))), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in EXAMPLES}


@pytest.fixture(scope="module", params=LOOKED_AT, ids=" ".join)
def here(request: pytest.FixtureRequest, browser: Browser, files: dict[str, Path]) -> Iterator[Opened]:
    """Each page in each view."""
    example, view = request.param
    with opened(browser, files[example], VIEWS[view]) as page:
        yield page


@pytest.fixture
def everywhere(browser: Browser, files: dict[str, Path]) -> Iterator[Opened]:
    """The page with everything on it, as most see it."""
    with opened(browser, files["everything"], VIEWS["light"]) as page:
        yield page


def test_nothing_is_asked_of_anybody_and_nothing_fails(here: Opened) -> None:
    assert [url.rpartition("/")[2] for url in here.requests] in (["everything.html"], ["sums.html"])
    assert here.complaints == []


def test_nothing_sticks_out(here: Opened) -> None:
    assert here.ask(STICKING_OUT) == []
    assert here.ask(CUT_OFF) == []
    assert (
        here.ask("matchMedia('print').matches || document.documentElement.scrollWidth <= innerWidth") is True
    )


def test_every_text_stands_out_from_what_is_behind_it(here: Opened) -> None:
    contrasts = here.ask(CONTRASTS)

    assert len(contrasts) > 200
    assert [(text, ratio) for text, ratio in contrasts if ratio < LEAST_CONTRAST] == []


def test_a_faint_text_is_seen_to_be_faint(everywhere: Opened) -> None:
    everywhere.page.add_style_tag(content="h1 { color: #999 }")

    assert min(ratio for _, ratio in everywhere.ask(CONTRASTS)) < LEAST_CONTRAST


def test_what_is_too_wide_is_seen_to_stick_out(everywhere: Opened) -> None:
    everywhere.page.add_style_tag(content="h1 { width: 1200px }")

    assert len(everywhere.ask(STICKING_OUT)) == 1


@pytest.mark.parametrize("here", [*product(["everything"], VIEWS)], indirect=True, ids=" ".join)
def test_marks_differ_by_colour_and_by_shape_and_say_what_they_are(here: Opened) -> None:
    marks = here.ask(MARKS)

    assert all(mark["seen"] for mark in marks.values())
    assert len({mark["background"] for mark in marks.values()}) == len(marks)
    assert {name: (mark["outline"], mark["line"], mark["word"]) for name, mark in marks.items()} == {
        "culprit": ("solid", "none", "felaktig cell: "),
        "possible": ("dotted", "none", "annan möjlig cell: "),
        "finding": ("dashed", "none", "iakttagelse: "),
        "related": ("none", "underline", "ingår i kontrollen: "),
    }


def test_a_dark_room_has_a_dark_page_and_paper_is_always_light(here: Opened) -> None:
    background = here.ask("getComputedStyle(document.body).backgroundColor")
    is_light = here.ask("matchMedia('print').matches || matchMedia('(prefers-color-scheme: light)').matches")

    assert (background == "rgb(255, 255, 255)") is is_light


def test_the_first_key_leads_past_the_contents(everywhere: Opened) -> None:
    everywhere.page.keyboard.press("Tab")
    assert everywhere.ask("document.activeElement.getBoundingClientRect().top >= 0") is True

    everywhere.page.keyboard.press("Enter")
    assert everywhere.ask("document.activeElement.id") == "main"


def test_a_box_that_scrolls_takes_the_keys(browser: Browser, files: dict[str, Path]) -> None:
    with opened(browser, files["everything"], VIEWS["narrow"]) as here:
        here.ask("[...document.querySelectorAll('.scroll')].find(e => e.scrollWidth > e.clientWidth).focus()")
        here.ask(f"window.scrolled = {SCROLLED}; 0")
        here.page.keyboard.press("ArrowRight")

        assert here.ask("window.scrolled") == "scroll"


def test_it_can_be_printed_with_what_is_folded_open(browser: Browser, files: dict[str, Path]) -> None:
    with opened(browser, files["everything"], VIEWS["paper"]) as here:
        printed = here.page.pdf(prefer_css_page_size=True)
        folded = here.ask("document.querySelector('details li').checkVisibility()")

    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") >= 3
    assert folded is True
