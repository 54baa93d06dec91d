"""What a text says of its rows stands in the sheet that is made of it."""

from __future__ import annotations

from syditval.model.cells import Emphasis
from tests.text_tables import sheet

TABLE = """
! bold 1 5
! overlined 5
! indent 3-4 2
Verksamhet | Utfall
Utbildning |
Förskola   | 12
Skola      | 30
Summa      | 42
"""


def test_rows_are_set_apart_as_the_text_says() -> None:
    bold, total, inside = Emphasis(bold=True), Emphasis(bold=True, top_border=True), Emphasis(indent=2)

    assert sheet(TABLE).emphasis == {
        (1, 1): bold,
        (1, 2): bold,
        (3, 1): inside,
        (4, 1): inside,
        (5, 1): total,
        (5, 2): total,
    }
