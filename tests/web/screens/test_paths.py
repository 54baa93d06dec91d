"""Where things are: what comes from people is one part of a path, whatever it holds."""

from __future__ import annotations

import pytest

from syditval.web.screens.paths import place, query


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        (("months", 6, "report"), "/months/6/report"),
        (("entities", "Sydnärkes IT"), "/entities/Sydn%C3%A4rkes%20IT"),
        (("entities", "a/b?c#d%2F\\"), "/entities/a%2Fb%3Fc%23d%252F%5C"),
        (("entities", "//evil"), "/entities/%2F%2Fevil"),
        (("entities", "half \ud800"), "/entities/half%20%3F"),
    ],
)
def test_every_part_is_quoted(parts: tuple[object, ...], path: str) -> None:
    assert place(*parts) == path


def test_a_year_stands_behind_the_path() -> None:
    assert place("entities", "IT", year=2024) == "/entities/IT?year=2024"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, ""),
        ({"year": 0, "after": ""}, ""),
        ({"year": 2024, "lang": "sv"}, "?year=2024&lang=sv"),
        ({"after": "/months/1?x=1&y=2#z"}, "?after=/months/1%3Fx%3D1%26y%3D2%23z"),
        ({"after": "half \ud800"}, "?after=half+%3F"),
    ],
)
def test_what_is_asked_for_is_quoted_and_what_is_not_is_left_out(asked: dict[str, object], told: str) -> None:
    assert query(**asked) == told
