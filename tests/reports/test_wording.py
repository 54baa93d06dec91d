"""What things are called, in either language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.messages import texts
from syditval.model.cells import CellRef
from syditval.model.relation import Verdict
from syditval.reports.wording import Wording, labels
from tests.reports.example_findings import FINDINGS

ENGLISH, SWEDISH = (Wording(texts(language)) for language in ("en", "sv"))


def test_members_have_names() -> None:
    assert ENGLISH.name("verdict", Verdict.NOT_CHECKED) == "not checked"
    assert SWEDISH.name("verdict", Verdict.NOT_CHECKED) == "ej kontrollerad"


def test_a_kind_that_the_catalogue_does_not_know_keeps_its_own_name() -> None:
    assert [SWEDISH.kind(kind) for kind in ("investment", "x")] == ["investering", "x"]


def test_a_place_is_an_address_or_the_workbook() -> None:
    assert ENGLISH.place(CellRef("Drift 2024", 9, 3)) == "'Drift 2024'!C9"
    assert ENGLISH.place(None) == "the workbook"


def test_a_finding_is_referred_to_by_code_and_place_and_why_it_does_not_count() -> None:
    found = FINDINGS["total"]

    assert ENGLISH.reference(found) == f"F101 {ENGLISH.place(found.cell)}"
    small = replace(found, is_material=False)
    assert ENGLISH.reference(small) == f"F101 {ENGLISH.place(found.cell)} (below materiality)"


def test_things_are_counted() -> None:
    assert [ENGLISH.count(number, "error") for number in (0, 1, 1200)] == [
        "0 errors",
        "1 error",
        "1\N{NO-BREAK SPACE}200 errors",
    ]


@pytest.mark.parametrize(
    ("row", "column", "both"),
    [("Summa", "Utfall", "Summa, Utfall"), ("Summa", " ", "Summa"), ("", "Utfall", "Utfall"), ("", "", "")],
)
def test_a_place_is_called_by_its_row_and_column(row: str, column: str, both: str) -> None:
    assert labels(row, column) == both
