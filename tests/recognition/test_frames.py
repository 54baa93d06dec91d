"""A header with the columns and rows that belong to it."""

from __future__ import annotations

import pytest

from syditval.model.cells import Area
from syditval.recognition.bands import find_bands
from syditval.recognition.frames import Frame, frame_of, share_columns
from syditval.recognition.grid import Grid
from tests.recognition.found import KINDS, grid, merged


def frame(drawn: Grid, limit: int = 99) -> Frame | None:
    """The frame of a sheet's first header, with nothing found before it."""
    return frame_of(drawn, find_bands(drawn, KINDS)[0], limit, [])


def label_columns(text: str) -> tuple[int, ...]:
    found = frame(grid(text))
    assert found is not None
    return found.span.labels


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Benämning | Budget | Utfall\nPersonal | 500 | 170", (1,)),
        ("| Budget | Utfall\nPersonal | 500 | 170", (1,)),
        ("| | | Budget | Utfall\nPersonal | | | 500 | 170", (1,)),
        ("Nr | Namn | Budget | Utfall\n1 | Personal | 500 | 170", (2,)),
        ("Konto | Benämning | Budget | Utfall\n50 | Personal | 500 | 170", (1, 2)),
        ("Benämning | Konto | Budget | Utfall\nPersonal | 50 | 500 | 170", (2, 1)),
        ("Konto | Budget | Utfall\n50 | 500 | 170", (1,)),
    ],
)
def test_lines_are_named_by_the_columns_headed_so_else_by_the_nearest_names(
    text: str, columns: tuple[int, ...]
) -> None:
    assert label_columns(text) == columns


@pytest.mark.parametrize(
    "text",
    [
        "Budget | Utfall\n500 | 170",  # nothing names the lines
        "| Budget | Utfall\n50 | 500 | 170",
        "Benämning | Budget | Utfall",
        "Benämning | Budget | Utfall\nPersonal | |",
        "Benämning | Budget | Utfall\nSumma | 500 | 170",
    ],
)
def test_without_named_lines_of_figures_there_is_no_table(text: str) -> None:
    assert frame(grid(text)) is None


def test_the_header_takes_in_what_belongs_to_it_above_and_below() -> None:
    drawn = merged(
        "Kontogrupp | Utfall och prognos |         | Avvikelse\n"
        "           | Ack utfall         | Prognos |\n"
        "           | 240430             | 2024    | tkr\n"
        "Personal   | 170                | 480     | 20\n",
        Area(1, 1, 2, 1),
        Area(1, 2, 1, 3),
        Area(1, 4, 2, 4),
    )
    found = frame(Grid(drawn))

    assert found is not None
    assert (found.band.top, found.band.bottom) == (1, 3)
    assert [heading.text for heading in found.band.headings] == [
        "Ack utfall 240430",
        "Prognos 2024",
        "Avvikelse tkr",
    ]


def test_rows_stop_above_the_limit() -> None:
    drawn = grid("Benämning | Budget | Utfall\nPersonal | 500 | 170\nLokaler | 400 | 130\nSumma | 900 | 300")
    found = frame(drawn, limit=4)

    assert found is not None
    assert [row.label for row in found.rows] == ["Personal", "Lokaler"]


def test_tables_share_columns_where_one_stands_under_the_other() -> None:
    (band,) = find_bands(grid("| | Budget | Utfall | Prognos | Avvikelse"), KINDS)

    assert [share_columns(band, Area(9, left, 12, left + 1)) for left in (1, 2, 4, 6, 7)] == [
        False, True, True, True, False
    ]  # fmt: skip
