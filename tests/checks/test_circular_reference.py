"""A circle of formulas is told once, with its cells."""

from __future__ import annotations

import pytest

from tests.checks.examined import examined


@pytest.mark.parametrize(
    ("sheets", "finding", "sentence"),
    [
        (
            "1\n2\n=SUM(A1:A3) -> 3",
            "error H307 A3",
            "Formulas that rest on their own results (1): A3. Break the circle.",
        ),
        (
            "=B1 -> 1 | =C1 -> 1 | =A1 -> 1",
            "error H307 A1",
            "Formulas that rest on their own results (3): A1, B1, C1. Break the circle.",
        ),
        (
            "# Ett\n=Två!B2 -> 1\n# Två\n\n | =Ett!A1 -> 1",
            "error H307 A1",
            "Formulas that rest on their own results (2): Ett!A1, Två!B2. Break the circle.",
        ),
    ],
)
def test_it_is_told_at_its_first_cell(sheets: str, finding: str, sentence: str) -> None:
    found = examined(sheets, ())

    assert found.findings == [finding]
    assert found.sentences()[0] == sentence


def test_what_it_shows_is_not_told_to_be_out_of_date() -> None:
    found = examined("=A1+1 -> 100\n=A1*2 -> 7", ())

    assert found.findings == ["error H306 A2", "error H307 A1"]
    assert "H306" not in " ".join(found.gaps)


def test_two_circles_are_two_findings() -> None:
    assert examined("=B1 -> 1 | =A1 -> 1\n=B2 -> 1 | =A2 -> 1", ()).findings == [
        "error H307 A1",
        "error H307 A2",
    ]
