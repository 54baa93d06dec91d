"""The standard's names."""

from __future__ import annotations

import pytest

from syditval.reading.names import LAST_COLUMN, LAST_ROW, MAIN, STRICT_MAIN, is_main


@pytest.mark.parametrize(
    ("namespace", "known"), [(MAIN, True), (STRICT_MAIN, True), ("", False), (f"{MAIN}/", False)]
)
def test_workbooks_are_written_in_two_namespaces_and_no_other(namespace: str, known: bool) -> None:
    assert is_main(namespace) is known


def test_a_sheet_ends_where_that_of_excel_ends() -> None:
    assert (LAST_ROW, LAST_COLUMN) == (2**20, 2**14)
