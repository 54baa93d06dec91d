"""What the rows and columns of a sheet are called, and what such names say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from syditval.model.cells import CellKind, CellRef, Workbook

_TOTAL = re.compile(
    r"\s*(?:del)?summa\b|\s*s:a\b|\s*(?:sub|grand )?total|\s*sum\b|.*\b(?:totalt|total|summa)\s*\Z",
    re.IGNORECASE,
)
# Lines that stand beside a sum on purpose: parts of another line, opening balances, counts and ratios.
_APART = re.compile(
    r"[\s-]*(?:varav|därav|of which|whereof|ingående|opening|ib\b"
    r"|antal|andel|procent|genomsnitt|snitt|medel|number of|share|average|per cent)",
    re.IGNORECASE,
)

_RATIO = re.compile(
    r"%|procent|andel|genomsnitt|snitt|kvot|index|per cent|percent|share|ratio|average", re.IGNORECASE
)


class Labels:
    """The texts of a workbook's rows and columns."""

    def __init__(self, workbook: Workbook) -> None:
        self._sheets = {sheet.name: sheet for sheet in workbook.sheets}
        self._texts = cache(self._gathered)

    def of(self, cell: CellRef) -> str:
        """The nearest text to the left of a cell in its row, empty where there is none."""
        return self._left_of(cell)[1]

    def column_of(self, cell: CellRef) -> int:
        """The column that this text stands in, 0 where there is none."""
        return self._left_of(cell)[0]

    def heading(self, cell: CellRef) -> str:
        """The nearest text above a cell in its column, empty where there is none."""
        return _last_before(self._texts(cell.sheet).columns.get(cell.column, []), cell.row)[1]

    def total_rows(self, sheet: str) -> frozenset[int]:
        """The rows of a sheet on which a text names a total."""
        rows = self._texts(sheet).rows
        return frozenset(row for row, texts in rows.items() if any(names_total(text) for _, text in texts))

    def _left_of(self, cell: CellRef) -> _Text:
        return _last_before(self._texts(cell.sheet).rows.get(cell.row, []), cell.column)

    def _gathered(self, name: str) -> _Texts:
        texts = _Texts(defaultdict(list), defaultdict(list))
        cells = self._sheets[name].cells.items()
        found = ((place, cell.text) for place, cell in cells if cell.kind is CellKind.TEXT)
        for (row, column), text in sorted(each for each in found if any(map(_speaks, each[1]))):
            texts.rows[row].append((column, text))
            texts.columns[column].append((row, text))
        return texts


# A text with its place on its row or column.
_Text = tuple[int, str]


class _Texts(NamedTuple):
    """The texts of a sheet, row by row and column by column."""

    rows: defaultdict[int, list[_Text]]
    columns: defaultdict[int, list[_Text]]


def _last_before(texts: list[_Text], place: int) -> _Text:
    found = bisect_left(texts, (place, ""))
    return texts[found - 1] if found else (0, "")


def _speaks(character: str) -> bool:
    return character.isalpha() or character == "%"


def names_total(label: str) -> bool:
    """Whether a row of this name is a total."""
    return _TOTAL.match(label) is not None


def stands_apart(label: str) -> bool:
    """Whether a row of this name is no line of the sum beside it."""
    return _APART.match(label) is not None


def names_ratio(heading: str) -> bool:
    """Whether a column of this heading holds what is never added up: percentages and the like."""
    return _RATIO.search(heading) is not None
