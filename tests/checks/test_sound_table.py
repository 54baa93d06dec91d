"""The table around the examples is one, and has no fault of its own."""

from __future__ import annotations

from syditval.checks.sound_table import SOUND_TABLE
from tests.checks.examined import examined


def test_it_is_a_table_that_passes_everything() -> None:
    found = examined(SOUND_TABLE)

    assert [table.kind for table in found.tables] == ["budget"]
    assert (found.findings, found.gaps) == ([], [])
