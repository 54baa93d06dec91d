"""What the pages are dressed in."""

from __future__ import annotations

import pytest

from syditval.web.site import Site
from tests.web.site import client


@pytest.mark.parametrize(
    ("name", "kind"), [("common.css", "text/css"), ("page.css", "text/css"), ("drop.js", "text/javascript")]
)
def test_each_is_what_it_says(stocked: Site, name: str, kind: str) -> None:
    answer = client(stocked).get(f"/static/{name}")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert len(answer.content) > 100


@pytest.mark.parametrize(
    "name", ["__init__.py", "..%2fapp.py", "../app.py", "%2e%2e/app.py", "page.css/", "", "nul"]
)
def test_there_are_no_others(stocked: Site, name: str) -> None:
    assert client(stocked).get(f"/static/{name}").status_code in {404, 303}
