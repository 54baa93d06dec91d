"""The tables: names that need no explanation, amounts never as floats, every one that grows only is guarded."""

from __future__ import annotations

from sqlalchemy import Float, Numeric

from syditval.store.layout import GUARDED, METADATA

# What people may change: names, accounts and settings.
CHANGEABLE = {"entity", "person", "person_entity", "setting"}


def test_nothing_is_a_float() -> None:
    inexact = [
        str(column)
        for table in METADATA.sorted_tables
        for column in table.columns
        if isinstance(getattr(column.type, "impl", column.type), Float | Numeric)
    ]

    assert inexact == []


def test_all_that_was_sent_only_grows() -> None:
    assert {table.name for table in GUARDED} == set(METADATA.tables) - CHANGEABLE
