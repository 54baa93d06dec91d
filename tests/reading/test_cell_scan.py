"""One cell: its type exists, its value is one of its type, and it says one thing only."""

from __future__ import annotations

import pytest

from syditval.reading.cell_scan import CellScan
from syditval.reading.errors import UnreadableWorkbook


def scanned(kind: str, *names: str, value: str = "") -> CellScan:
    """A cell at C1 of a type, with some elements in it and a value; there are three shared texts."""
    scan = CellScan(strings=3)
    scan.open("C1", kind)
    for name in names:
        scan.begin(name)
    if "v" in names:
        scan.value(value)
    return scan


@pytest.mark.parametrize(
    ("kind", "names", "value", "numbers", "formulas"),
    [
        ("n", ("v",), "12.5", 1, 0),
        ("n", ("f", "v"), "12.5", 1, 1),
        ("n", ("f",), "", 0, 1),
        ("n", ("v",), "NaN", 0, 0),
        ("s", ("v",), "2", 0, 0),
        ("b", ("v",), "1", 0, 0),
        ("e", ("v",), "#DIV/0!", 0, 0),
        ("str", ("f", "v"), "hej", 0, 1),
        ("inlineStr", ("is",), "", 0, 0),
    ],
)
def test_a_cell_that_holds_something(
    kind: str, names: tuple[str, ...], value: str, numbers: int, formulas: int
) -> None:
    scan = scanned(kind, *names, value=value)

    assert (scan.is_open, scan.close(), scan.is_open) == (True, True, False)
    assert (scan.numbers, scan.formulas) == (numbers, formulas)


def test_a_cell_with_a_format_alone_or_with_an_empty_value_holds_nothing() -> None:
    assert not scanned("n").close()
    assert not scanned("n", "v", value="").close()


@pytest.mark.parametrize(
    ("code", "kind", "names", "value"),
    [
        ("R043", "z", (), ""),
        ("R042", "n", ("v",), "1_000"),
        ("R042", "b", ("v",), "2"),
        ("R044", "s", ("v",), "3"),
        ("R044", "s", ("v",), "-1"),
        ("R046", "n", ("v", "v"), "1"),
        ("R046", "n", ("f", "f"), ""),
        ("R046", "n", ("is",), ""),
        ("R046", "inlineStr", ("v",), "1"),
    ],
)
def test_a_cell_that_is_refused(code: str, kind: str, names: tuple[str, ...], value: str) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        scanned(kind, *names, value=value)

    assert (refusal.value.code, refusal.value.cell) == (code, "C1")
