"""A difference between two records is told by the finding as it is now."""

from __future__ import annotations

from dataclasses import replace

from syditval.records import Change, FindingChange
from tests.records.written import said

WAS = said().findings[0]
IS = replace(WAS, severity="note")


def test_a_finding_is_told_as_it_is_now_or_as_it_was_where_it_is_gone() -> None:
    assert FindingChange(Change.NEW, None, IS).told == IS
    assert FindingChange(Change.GONE, WAS, None).told == WAS
    assert FindingChange(Change.CHANGED, WAS, IS).told == IS
