"""A finding is one value that cannot be changed once it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from syditval.model.cells import CellRef
from syditval.model.finding import Confidence, Finding
from syditval.model.rule import Severity

FINDING = Finding("F101/x", "F101", "a-name", Severity.ERROR, "budget", CellRef("Drift", 15, 3))


def test_what_is_not_said_is_empty() -> None:
    assert FINDING.confidence is Confidence.HIGH
    assert (FINDING.verdict, FINDING.evidence, FINDING.related) == (None, None, ())
    assert (FINDING.row_label, FINDING.column_label, FINDING.unit, FINDING.message) == ("", "", "", "")
    assert FINDING.fields == {}


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        FINDING.severity = Severity.NOTE  # type: ignore[misc]
