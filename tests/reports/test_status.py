"""What becomes of a finding: a waiver that holds goes before materiality."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.waiver import Waived, Waiver, Waiving
from syditval.reports.status import Status, status_of
from tests.reports.example_findings import FINDINGS

WAIVER = Waiver("F101", "budget/summa/actual", "Rättas i maj.")


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

    assert status_of(replace(FINDINGS["total"], waived=waived, is_material=is_material)) is status
