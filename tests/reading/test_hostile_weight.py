"""Small files that ask for much work: each is through, read and checked, in a few seconds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from syditval.model.cells import column_letters
from syditval.reading import Source, UnreadableWorkbook
from syditval.run import Request, reconcile
from tests.reading.hostile.case import ROW, SHEET, STYLES, cells, edited, honest, rows, strings, with_strings
from tests.reading.hostile.content_cases import ALL, merged, text

# Of processor time; what is in order here takes less than one.
LONGEST_SECONDS = 4
LONG = "x" * 900_000


def one_text_in_many_cells() -> bytes:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 101))
    return with_strings(strings(f"<si><t>{LONG}</t></si>"), cells)


def every_column_hidden_many_times() -> bytes:
    return honest(before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 20_000 + "</cols>")


def one_formula_in_many_cells() -> bytes:
    first = f'<row r="1"><c r="A1"><f t="shared" ref="A1:A999" si="0">{"+".join(["B1"] * 99)}</f><v>1</v></c></row>'
    others = (
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"/><v>1</v></c></row>' for row in range(2, 1_000)
    )
    return rows(first + "".join(others))


def from_bottom_to_top() -> bytes:
    return rows("".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(20_000, 0, -1)))


def from_right_to_left() -> bytes:
    return cells("".join(f'<c r="{column_letters(column)}1"><v>1</v></c>' for column in range(16_384, 0, -1)))


def far_apart() -> bytes:
    places = ((column * 60, column_letters(column)) for column in range(1, 16_384, 4))
    return rows(
        "".join(f'<row r="{row}"><c r="{letters}{row}"><v>1</v></c></row>' for row, letters in places)
    )


HEAVY: dict[str, Callable[[], bytes]] = {
    "one long text in many cells": one_text_in_many_cells,
    "one formula in many cells": one_formula_in_many_cells,
    "every column hidden many times": every_column_hidden_many_times,
    "a whole sheet merged many times": lambda: merged(*[ALL] * 99_999),
    "a format of brackets": lambda: edited(STYLES, "#,##0.0", "[" * 100_000),
    "a format of quotes": lambda: edited(STYLES, "#,##0.0", "&quot;" * 99_999),
    "a text of many pieces": lambda: text("<r><t>a</t></r>" * 50_000),
    "a number of as many digits as a text may have": lambda: edited(SHEET, "1200", "0" * 999_999),
    "a very long attribute": lambda: honest(row=ROW.replace("<row", f'<row x="{LONG}"')),
    "many comments": lambda: honest(row="<!-- -->" * 100_000 + ROW),
    "a tag that never ends": lambda: honest({SHEET: "<" + " xmlns" * 200_000}),
    "many texts that nobody uses": lambda: with_strings(strings("<si/>" * 200_000)),
    "rows from bottom to top": from_bottom_to_top,
    "cells from right to left": from_right_to_left,
    "cells far apart": far_apart,
}


@pytest.mark.parametrize("name", HEAVY)
def test_is_through_in_a_few_seconds(name: str) -> None:
    source = Source("april.xlsx", HEAVY[name](), None)
    begun = process_time()
    with suppress(UnreadableWorkbook):
        reconcile(source, Request(in_process=True))

    assert process_time() - begun < LONGEST_SECONDS
