"""Renders the report as a page, the annotated copy, and the page in the browser: ``python docs/pictures.py``.

The first two are of the sample with planted errors. Needs Chromium, LibreOffice (soffice) and pdftoppm; the
pictures in the README come from here. They are not compared in CI, since fonts differ from one computer to
the next.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path[:0] = [str(DOCS), str(ROOT)]

from page_pictures import pictured  # noqa: E402

SAMPLE = ROOT / "samples" / "c-planted-errors.xlsx"
PICTURED = DOCS / "pictures"
RESOLUTION = 110
# Page of the printed workbook and the part of it that holds something, in pixels: x, y, width, height.
PICTURES = {
    "annotated-review": (1, (20, 50, 1240, 640)),
    "annotated-sheet": (4, (60, 70, 1070, 470)),
}
PAGE_WIDTH, PAGE_HEIGHT = 1000, 1180


def annotated(folder: Path) -> Path:
    """The annotated copy, in English, with all that can be marked in it."""
    copy = folder / "april.granskad.xlsx"
    reconcile("--ticks", "--show-uncovered", "-o", str(copy))
    return copy


def photographed(browser: Browser, folder: Path) -> None:
    """The upper part of the report as a page, in English, as a browser shows it."""
    page = folder / "april.html"
    reconcile("--no-annotate", "--format", "html", "--output", str(page))
    window = browser.new_page(viewport={"width": PAGE_WIDTH, "height": PAGE_HEIGHT}, color_scheme="light")
    window.goto(page.as_uri())
    window.screenshot(path=PICTURED / "page.png")


def reconcile(*options: str) -> None:
    """Reconcile the sample in English. Errors are what it is for."""
    command = [
        sys.executable,
        "-m",
        "syditval",
        "reconcile",
        "--isolated",
        "--lang",
        "en",
        *options,
        str(SAMPLE),
    ]
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL)


def printed(workbook: Path) -> Path:
    """The workbook as LibreOffice prints it, in a profile of its own."""
    profile = f"-env:UserInstallation={(workbook.parent / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(workbook.parent), str(workbook)]
    subprocess.run(["soffice", profile, *convert], check=True, stdout=subprocess.DEVNULL)
    return workbook.with_suffix(".pdf")


def main() -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            photographed(browser, Path(folder))
            pictured(browser, PICTURED)
            browser.close()
        pdf = printed(annotated(Path(folder)))
        for name, (page, (x, y, width, height)) in PICTURES.items():
            crop = ["-x", str(x), "-y", str(y), "-W", str(width), "-H", str(height)]
            pages = ["-f", str(page), "-l", str(page), "-singlefile", "-r", str(RESOLUTION), "-png"]
            subprocess.run(["pdftoppm", *pages, *crop, str(pdf), str(PICTURED / name)], check=True)


if __name__ == "__main__":
    main()
