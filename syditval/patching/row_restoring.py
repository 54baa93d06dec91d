"""Rows from which marks are taken off again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from syditval.patching.cell_names import Place
from syditval.patching.row_formats import cell_tags, empty_until, format_pattern, row_attributes
from syditval.patching.sheet_part import RowChange, Rows, SheetPart


def restored(sheet: SheetPart, formats: Mapping[int, int], own: Mapping[Place, int]) -> RowChange:
    """Rows whose cells have the formats again that they had before they were marked.

    ``formats`` gives for each format of a mark the one without its fill, ``own`` the formats of cells
    that had a fill before. An empty cell that then looks as if it were not there is taken away.
    """
    marked = format_pattern(formats)

    def change(rows: Rows) -> Iterator[bytes]:
        for number, row in rows:
            yield _restored(sheet, number, row, formats, own) if number and marked.search(row) else row

    return change


def _restored(
    sheet: SheetPart, number: int, row: bytes, formats: Mapping[int, int], own: Mapping[Place, int]
) -> bytes:
    attributes = row_attributes(row)
    pieces: list[bytes] = []
    done = kept = 0
    for cell in cell_tags(row):
        kept += 1
        if cell.format not in formats:
            continue
        new = own.get((number, cell.column), formats[cell.format])
        pieces.append(row[done : cell.start])
        end = empty_until(row, cell)
        if end and new == sheet.lent_format(attributes, cell.column):
            kept -= 1
            done = end
        else:
            pieces.append(cell.with_format(new))
            done = cell.end
    if not kept and attributes.keys() <= {"r"}:
        return row.rpartition(b">")[2]
    return b"".join([*pieces, row[done:]])
