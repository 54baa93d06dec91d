"""What every answer tells the browser to refuse."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from syditval.web.headers import CSP, report_policy
from syditval.web.routes import GET, PAGES
from syditval.web.site import Manner, Site
from tests.web.site import client
from tests.web.test_routes import address

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A page that has something to be written down in it, one that is refused, and one that there is not.
PATHS = [address(page) for page in PAGES if page.method == GET and "annotated" not in page.path]


@pytest.mark.parametrize("path", [*PATHS, "/months/999", "/no/such/page"])
def test_they_are_on_every_answer(stocked: Site, path: str) -> None:
    headers = client(stocked, "Ada").get(path).headers

    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in headers[CSP]
    assert "frame-ancestors 'none'" in headers[CSP]
    assert "unsafe" not in headers[CSP]
    assert headers["Cache-Control"] == ("max-age=600" if path.startswith("/static") else "no-store")
    assert "server" not in headers


def test_over_tls_the_browser_is_told_to_stay_there(stocked: Site) -> None:
    secure = replace(stocked, manner=Manner(is_secure=True))

    assert "Strict-Transport-Security" not in client(stocked).get("/health").headers
    assert client(secure).get("/health").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_report_may_use_its_own_styles_and_nothing_else(stocked: Site) -> None:
    answer = client(stocked, "Ada").get("/months/1/report")
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()

    assert answer.headers[CSP] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
    # A policy by hash allows no style in an attribute, and no script anywhere.
    assert not re.search(r"<[^>]*\sstyle=|<script|\son\w+=|src=", answer.text)


def test_a_page_without_styles_may_use_none() -> None:
    assert "style-src 'none';" in report_policy("<p>Summa</p>")


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_what_the_policy_refuses(stocked: Site, path: str) -> None:
    answer = client(stocked, "Ada").get(path)

    if answer.headers["Content-Type"].startswith("text/html"):
        assert not re.search(r"<[^>]*\s(?:style|on\w+)=", answer.text)
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", answer.text))
