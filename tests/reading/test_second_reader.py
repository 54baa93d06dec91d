"""Where openpyxl reads a damaged sample too, it reads the same values: nothing is changed on the way."""

from __future__ import annotations

import io
import warnings
from math import isclose
from pathlib import Path

import openpyxl
import pytest

from syditval.model.cells import CellKind, Workbook
from syditval.reading import Source, UnreadableWorkbook, read_workbook
from tests.reading.mutations import Mutant, mutants

SAMPLES = {
    path.stem: path.read_bytes() for path in sorted((Path(__file__).parents[2] / "samples").glob("*.xlsx"))
}

Values = dict[tuple[str, int, int], object]


def ours(content: bytes) -> Values | None:
    try:
        workbook: Workbook = read_workbook(Source("april.xlsx", content, None))
    except UnreadableWorkbook:
        return None
    return {
        (sheet.name, *place): float(cell.value) if cell.kind is CellKind.NUMBER else cell.value
        for sheet in workbook.sheets
        for place, cell in sheet.cells.items()
        if cell.kind is not CellKind.NOT_CALCULATED
    }


def theirs(content: bytes) -> Values | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except Exception:
        return None
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def same(our: object, their: object) -> bool:
    """Numbers to the digits that Excel keeps; texts once their escapes, which openpyxl keeps, are undone."""
    if isinstance(our, float) and isinstance(their, int | float):
        return isclose(our, their, rel_tol=1e-14)
    return our == (their.replace("_x0000_", "\0") if isinstance(their, str) else their)


@pytest.fixture(scope="module")
def read_by_both() -> list[tuple[Mutant, Values, Values]]:
    in_xml = [mutant for mutant in mutants(SAMPLES, 500, seed=9) if mutant.damage.startswith("xml")]
    both = [(mutant, ours(mutant.content), theirs(mutant.content)) for mutant in in_xml]
    return [(mutant, one, other) for mutant, one, other in both if one is not None and other is not None]


def test_the_values_are_the_same(read_by_both: list[tuple[Mutant, Values, Values]]) -> None:
    different = {
        str(mutant): {
            place: (one.get(place), other.get(place))
            for place in one.keys() | other.keys()
            if not same(one.get(place), other.get(place))
        }
        for mutant, one, other in read_by_both
    }

    assert {mutant: places for mutant, places in different.items() if places} == {}


def test_enough_of_them_are_read_by_both(read_by_both: list[tuple[Mutant, Values, Values]]) -> None:
    assert len(read_by_both) > 50
    assert any(one != ours(SAMPLES[mutant.sample]) for mutant, one, _ in read_by_both)
