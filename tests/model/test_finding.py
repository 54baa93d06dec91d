"""A finding is one value that cannot be changed once it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from syditval.model.cells import CellRef
from syditval.model.finding import Confidence, Finding, Status
from syditval.model.rule import Severity
from syditval.model.waiver import Waived, Waiver, Waiving

FINDING = Finding("F101/x", "F101", "a-name", Severity.ERROR, "budget", CellRef("Drift", 15, 3))


WAIVER = Waiver("F101", "x", "Rättas i maj.")


def test_what_is_not_said_is_empty() -> None:
    assert FINDING.confidence is Confidence.HIGH
    assert (FINDING.verdict, FINDING.evidence, FINDING.related) == (None, None, ())
    assert (FINDING.row_label, FINDING.column_label, FINDING.unit, FINDING.message) == ("", "", "", "")
    assert FINDING.fields == {}
    assert (FINDING.place, FINDING.waived, FINDING.standing) == ("", None, "")


@pytest.mark.parametrize(
    ("waiving", "is_material", "is_waived", "is_pressing"),
    [
        (None, True, False, True),
        (None, False, False, False),
        (Waiving.WAIVED, True, True, False),
        (Waiving.WAIVED, False, True, False),
        (Waiving.EXCEEDED, True, False, True),
        (Waiving.EXCEEDED, False, False, False),
        (Waiving.EXPIRED, True, False, True),
    ],
)
def test_it_counts_unless_a_waiver_holds_for_it_or_it_is_too_small(
    waiving: Waiving | None, is_material: bool, is_waived: bool, is_pressing: bool
) -> None:
    waived = Waived(WAIVER, waiving) if waiving else None
    finding = replace(FINDING, waived=waived, is_material=is_material)

    assert (finding.is_waived, finding.is_pressing) == (is_waived, is_pressing)


@pytest.mark.parametrize(
    ("waiving", "is_material", "status"),
    [
        (None, True, Status.OPEN),
        (None, False, Status.IMMATERIAL),
        (Waiving.WAIVED, True, Status.WAIVED),
        (Waiving.WAIVED, False, Status.WAIVED),
        (Waiving.EXCEEDED, True, Status.OPEN),
        (Waiving.EXPIRED, False, Status.IMMATERIAL),
    ],
)
def test_a_status_follows_from_waiver_and_materiality(
    waiving: Waiving | None, is_material: bool, status: Status
) -> None:
    waived = Waived(WAIVER, waiving) if waiving else None

    assert replace(FINDING, waived=waived, is_material=is_material).status is status


def test_its_standing_is_told_on_a_line_below_its_message() -> None:
    said = replace(FINDING, message="Summan stämmer inte.", standing="Under väsentlighetsgränsen.")

    assert said.told == "Summan stämmer inte.\nUnder väsentlighetsgränsen."
    assert replace(said, standing="").told == "Summan stämmer inte."


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        FINDING.severity = Severity.NOTE  # type: ignore[misc]
