"""What is no more since the earlier review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.annotation.review import CarriedOver, Settled, Status
from syditval.annotation.review_settled import settled_rows
from syditval.messages import texts
from tests.annotation.review_text import as_text

SV = texts("sv")
GONE = Settled(
    id="F101/budget/summa/actual",
    severity="Fel",
    code="F101",
    place="Drift!C8",
    subject="Summa, Utfall",
    message="Fel summa.",
    expected="-89.5",
    found="-49",
    status=Status.EXPLAINED,
    comment="=Avrundat",
    signature="EL",
    remark="Var öppen.",
)


def test_an_item_that_is_no_more_is_told_as_it_stood() -> None:
    assert as_text(settled_rows(CarriedOver("mars.xlsx", settled=(GONE,)), SV)).splitlines() == [
        "",
        "Avslutade sedan den tidigare granskningen",
        "Allvar | Kod | Cell | Avser | Iakttagelse eller orsak | Väntat | Funnet | Status | Kommentar | Signatur | "
        "Tidigare granskning",
        "Fel | F101 | Drift!C8 | Summa, Utfall | Fel summa. | -89.5 | -49 | förklarad | =Avrundat | EL | "
        "Var öppen.",
    ]


def test_it_is_known_again_and_known_to_be_settled() -> None:
    *_, row = settled_rows(CarriedOver("mars.xlsx", settled=(GONE,)), SV)

    assert (row["id"].value, row["amounts"].value) == (GONE.id, "settled")


@pytest.mark.parametrize("text", ["", "10 774", "1e5", "NaN", "٣", "-", "=1+1"])
def test_what_was_no_amount_is_text(text: str) -> None:
    *_, row = settled_rows(CarriedOver("mars.xlsx", settled=(replace(GONE, found=text),)), SV)

    assert row["found"].value == text


def test_without_any_there_is_no_block() -> None:
    assert list(settled_rows(CarriedOver("mars.xlsx"), SV)) == []
