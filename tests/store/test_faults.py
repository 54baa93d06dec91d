"""A store is checked: whatever was altered behind its back is found, and a sound one has no fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.store import Database, Fault, FaultKind, check, open_database, withdraw
from tests.store.arrivals import NOON, finding, kept
from tests.store.behind import alter_workbooks, behind_its_back, raw


def test_a_sound_store_has_no_fault(database: Database) -> None:
    assert check(database) == ()

    entry = kept(database, findings=[finding()])
    withdraw(database, entry, "Fel fil", "anna", NOON)
    kept(database)

    assert check(database) == ()


def test_a_workbook_whose_bytes_no_longer_match_their_hash(database: Database) -> None:
    entry = kept(database)
    alter_workbooks(database)

    assert check(database) == (Fault(FaultKind.WORKBOOK, entry.sha256),)


@pytest.mark.parametrize(
    ("table", "change", "kind"),
    [
        ("upload", "record = replace(record, '3 120', '3 121')", FaultKind.RECORD),
        ("upload", "record = '{}'", FaultKind.RECORD),
        ("upload", "record = 'no record'", FaultKind.RECORD),
        ("figure", "value = '3121' WHERE value = '3120'", FaultKind.FIGURES),
        ("finding", "severity = 'note'", FaultKind.FIGURES),
        ("table_row", "label = 'Annat'", FaultKind.FIGURES),
        ("table_row", "role = 'none'", FaultKind.FIGURES),
    ],
)
def test_what_follows_from_the_workbook(database: Database, table: str, change: str, kind: FaultKind) -> None:
    kept(database, findings=[finding()])
    behind_its_back(database, table, f"UPDATE {table} SET {change}")

    assert check(database) == (Fault(kind, "Socialnämnden 2024-04 1"),)


def test_a_record_of_another_workbook(database: Database) -> None:
    kept(database)
    kept(database, b"april, corrected")
    behind_its_back(
        database,
        "upload",
        "UPDATE upload SET workbook = (SELECT workbook FROM upload WHERE version = 1) WHERE version = 2",
    )

    assert check(database) == (Fault(FaultKind.RECORD, "Socialnämnden 2024-04 2"),)


def test_a_version_that_is_gone(database: Database) -> None:
    first = kept(database)
    kept(database, b"april, corrected")
    parts = ("figure", "table_row", "table_column", "sheet_table", "upload")
    for table in parts:
        column = "number" if table == "upload" else "upload"
        behind_its_back(database, table, f"DELETE FROM {table} WHERE {column} = {first.number}")

    assert check(database) == (Fault(FaultKind.VERSIONS, "Socialnämnden 2024-04"),)


def test_what_refers_to_nothing(database: Database) -> None:
    entry = kept(database)
    behind_its_back(database, "workbook", f"DELETE FROM workbook WHERE sha256 = '{entry.sha256}'")

    assert check(database) == (Fault(FaultKind.REFERENCE, "upload (1)"),)


def test_a_guard_that_was_taken_down(database: Database) -> None:
    if database.is_shared:
        down, up = (f"ALTER TABLE figure {each} TRIGGER figure_kept" for each in ("DISABLE", "ENABLE"))
    else:
        down, up = "DROP TRIGGER figure_kept", "SELECT 1"
    raw(database, down)

    try:
        assert check(database) == (Fault(FaultKind.GUARD, "figure_kept"),)
    finally:
        raw(database, up)


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
class TestADamagedFile:
    def test_pages_that_make_no_sense_are_told_by_the_database(self, store_place: str) -> None:
        with open_database(store_place) as database:
            for each in range(20):
                kept(database, b"%d" % each * 3000)
        file = Path(store_place)
        content = bytearray(file.read_bytes())
        # The leaves of an index, far behind the tables that are read first.
        for start in range(len(content) // 2, len(content), 4096):
            content[start : start + 8] = b"\xff" * 8
        file.write_bytes(content)

        with open_database(store_place) as database:
            assert {fault.kind for fault in check(database)} == {FaultKind.DATABASE}
