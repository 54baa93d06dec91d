"""What the review sheet tells of causes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.annotation.review_causes import cause_rows
from syditval.messages import texts
from syditval.model.cause import Mechanism, NotLocalised, Obstacle, Slip
from syditval.model.report import Report
from tests.annotation.build import cause, drift_workbook, finding, report
from tests.annotation.review_text import as_text

TOTAL = finding("Drift!C8")
WRONG = cause("Drift!C7", TOTAL, message="Drift!C7 ska vara 10774.")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"), [TOTAL], causes=[WRONG])


def lines(told: Report) -> list[str]:
    """The block as text, without its title."""
    return as_text(cause_rows(told, texts("sv"))).splitlines()[2:]


def test_a_cause_is_told_with_its_cell_its_values_and_how_sure_it_is(told: Report) -> None:
    assert lines(told) == [
        "Allvar | Löser | Cell | Rad | Kolumn | Orsak | Ska vara | Funnet | Lägst som går ihop | "
        "Högst som går ihop | Säkerhet | Vad som hänt",
        "Fel | 1 av 1 | Drift!C7 [Drift!C7] | Kapitalkostnader | Utfall 240430 | Drift!C7 ska vara 10774. | "
        "10774 | 10734 | 10773 | 10775 | säker | en siffra är utbytt mot en annan",
    ]


def test_every_further_cell_has_a_row_of_its_own_with_what_happened_there(told: Report) -> None:
    other = Slip(Mechanism.SIGN, cause("Drift!D7").changes)
    both = replace(WRONG, slips=(*WRONG.slips, other))

    assert lines(replace(told, causes=(both,)))[2:] == [
        "Fel | Drift!D7 [Drift!D7] | Kapitalkostnader | Utfall 240430 | 10774 | 10734 | 10773 | 10775 | fel tecken"
    ]


def test_what_is_not_known_is_left_blank(told: Report) -> None:
    (slip,) = WRONG.slips
    unknown = replace(slip.changes[0], found=None, suggested=None, low=Decimal(1), high=Decimal(2))
    bare = replace(WRONG, slips=(replace(slip, changes=(unknown,)),), failures=0)

    assert lines(replace(told, causes=(bare,)))[1] == (
        "Fel | Drift!C7 [Drift!C7] | Kapitalkostnader | Utfall 240430 | Drift!C7 ska vara 10774. | 1 | 2 | "
        "säker | en siffra är utbytt mot en annan"
    )


def test_what_could_not_be_localised_stands_at_its_first_finding(told: Report) -> None:
    item = NotLocalised("budget", (TOTAL.id,), Obstacle.OUT_OF_TIME, "Ingen orsak.")

    assert lines(replace(told, causes=(), not_localised=(item,)))[1:] == [
        "Fel | Drift!C8 [Drift!C8] | Ingen orsak. | ej lokaliserad"
    ]


def test_without_causes_there_is_no_block(told: Report) -> None:
    assert lines(replace(told, causes=())) == []
