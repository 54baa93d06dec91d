"""Columns side by side. Only the second may be broken over lines: no figure is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from syditval.reports.page import GAP, Page, broken

WRAPPED = 1
NARROWEST = 12


def write_grid(rows: Sequence[Sequence[Text]], right_from: int, page: Page, indent: int = 0) -> None:
    """Write rows of equally many cells, those from column ``right_from`` on flush right."""
    widths = _widths(rows, page.console.width - indent)
    for row in rows:
        for cells in _lines(row, widths[WRAPPED]):
            columns = enumerate(zip(cells, widths, strict=False))
            line = Text(GAP).join(
                _set(cell, width, column >= right_from) for column, (cell, width) in columns
            )
            line.rstrip()
            page.line(" " * indent, line)


def _widths(rows: Sequence[Sequence[Text]], room: int) -> list[int]:
    """Every column as wide as its widest cell, but for the wrapped one: that gets what is left at most."""
    widths = [max(cell_len(cell.plain) for cell in column) for column in zip(*rows, strict=True)]
    left = room - sum(widths) + widths[WRAPPED] - len(GAP) * (len(widths) - 1)
    widths[WRAPPED] = max(1, min(widths[WRAPPED], max(left, NARROWEST)))
    return widths


def _lines(row: Sequence[Text], width: int) -> Iterator[list[Text]]:
    """A row as the lines that it takes: the first cell stands on the first, the others on the last.

    A word wider than its column stands out to the right, with the other cells below it.
    """
    first, wrapped, *others = row
    parts = [Text(part, style=wrapped.style) for part in broken(wrapped.plain, width, keep=True)]
    if not parts or cell_len(parts[-1].plain) > width:
        parts.append(Text())
    for part in parts[:-1]:
        yield [first, part]
        first = Text()
    yield [first, parts[-1], *others]


def _set(cell: Text, width: int, is_right: bool) -> Text:
    blank = " " * max(0, width - cell_len(cell.plain))
    return Text.assemble(blank, cell) if is_right else Text.assemble(cell, blank)
