"""What the formulas on both sides of a cell agree on."""

from __future__ import annotations

import pytest

from syditval.checks.neighbours import agreements
from tests.formulas.evaluated import book_of


@pytest.mark.parametrize(
    ("sheet", "place", "found"),
    [
        ("=B1 -> 1\n=B2 -> 1\n5\n=B4 -> 1", (3, 1), ["down =B2"]),
        ("=B1 -> 1\n5\n=B3 -> 1\n=B4 -> 1", (2, 1), ["down =B1"]),
        ("=A2 -> 1 | =B2 -> 1 | 5 | =D2 -> 1", (1, 3), ["along =B2"]),
        ("=B1 -> 1\n5\n=B3 -> 1", (2, 1), []),
        ("=B1 -> 1\n=B2 -> 1\n=B3 -> 1\n5", (4, 1), []),
        ("=B1 -> 1\n=B2 -> 1\n5\n=B3 -> 1", (3, 1), []),
        ("1\n2\n3", (2, 1), []),
    ],
)
def test_three_formulas_of_one_form_with_one_on_either_side(
    sheet: str, place: tuple[int, int], found: list[str]
) -> None:
    (formulas,) = book_of(sheet).sheets
    told = [f"{'down' if each.is_down else 'along'} {each.formula}" for each in agreements(formulas, place)]

    assert told == found
