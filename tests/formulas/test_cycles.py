"""Circles of formulas are found in one step or many, through ranges and sheets, and only they."""

from __future__ import annotations

import time

import pytest

from syditval.formulas import FormulaBook, cycles
from syditval.formulas.cycles import components
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from tests.formulas.evaluated import book_of


def rings(text: str) -> list[list[str]]:
    return [[cell.address for cell in ring] for ring in cycles(book_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("=A1+1 -> 1", [["Sheet1!A1"]]),
        ("=SUM(A1:A3) -> 1\n2\n3", [["Sheet1!A1"]]),
        ("=B1 -> 1 | =A1 -> 1", [["Sheet1!A1", "Sheet1!B1"]]),
        ("=SUM(B:B) -> 1 | 5\n | =C2 -> 1 | =A1 -> 1", [["Sheet1!A1", "Sheet1!B2", "Sheet1!C2"]]),
        ("# Ett\n=Två!A1 -> 1\n# Två\n=ett!A1 -> 1", [["Ett!A1", "Två!A1"]]),
        ("=B1 -> 1 | 5\n=A2 -> 1\n=B3 -> 1 | =A3 -> 1", [["Sheet1!A2"], ["Sheet1!A3", "Sheet1!B3"]]),
        ("=A1:C1 -> 1 | 2 | 3", [["Sheet1!A1"]]),
    ],
)
def test_circles(text: str, found: list[list[str]]) -> None:
    assert rings(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "1 | =A1 -> 1 | =SUM(A1:B1) -> 2",
        "=SUM(A2:A4) -> 3\n1\n2\n=A2 -> 1",
        "=ROW(A1) -> 1",
        "=COLUMNS(A1:B1) -> 2",
        "=[1]Sheet1!A1 -> 1",
        "=Saknas!A1 -> 1",
        "1",
    ],
)
def test_what_is_none(text: str) -> None:
    assert rings(text) == []


def test_long_ranges_over_many_formulas_take_no_long_time() -> None:
    rows = 4000
    cells = {}
    for row in range(1, rows + 1):
        cells[row, 1] = Cell(CellKind.NUMBER, None, f"=B{row}")
        cells[row, 3] = Cell(CellKind.NUMBER, None, f"=SUM(A$1:A{row})")
    cells[1, 2] = Cell(CellKind.NUMBER, None, f"=C{rows}")
    started = time.perf_counter()
    (ring,) = cycles(FormulaBook(Workbook("test.xlsx", "0" * 64, 1, (Sheet("S", cells),))))

    assert [cell.a1 for cell in ring] == ["A1", "B1", f"C{rows}"]
    assert time.perf_counter() - started < 5


def test_components_of_a_graph() -> None:
    graph = {0: [1], 1: [2], 2: [0, 3], 3: [4], 4: [3], 5: [4]}

    assert sorted(sorted(each) for each in components(6, graph.__getitem__)) == [[0, 1, 2], [3, 4], [5]]
