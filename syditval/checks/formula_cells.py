"""Whether a live formula stands over the very cells of a relation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from syditval.model.cells import CellRef, column_number
from syditval.model.relation import Relation

_ADDRESS = r"\$?([A-Z]{1,3})\$?(\d+)"
_RANGE = re.compile(rf"(?<![A-Z0-9_.!'$]){_ADDRESS}(?::{_ADDRESS})?(?![A-Z0-9_(!])")
# A reference with more blanks in it is to a whole column.
_MOST_BLANKS = 10_000
# A reference into another sheet or workbook, or to a name, is more than these cells.
_ELSEWHERE = re.compile(r"[!\[\]]")


def backs(relation: Relation, held: Container[CellRef] | None = None) -> bool:
    """Whether the target is a formula whose references are exactly the relation's terms.

    ``held`` are the cells that hold a figure, where the relation leaves out blank ones; a reference may
    then take them up.
    """
    formula = relation.target.formula
    if formula is None or _ELSEWHERE.search(formula):
        return False
    terms = {term.figure.cell for term in relation.terms}
    areas = list(_areas(formula))
    most = len(terms) if held is None else len(terms) + _MOST_BLANKS
    if any(len(rows) * len(columns) > most for rows, columns in areas):
        return False
    sheet = relation.target.cell.sheet
    cells = {CellRef(sheet, row, column) for rows, columns in areas for row in rows for column in columns}
    return terms == (cells if held is None else {cell for cell in cells if cell in held})


def _areas(formula: str) -> Iterator[tuple[range, range]]:
    """The rows and columns of each reference in a formula."""
    for left, top, right, bottom in _RANGE.findall(formula.upper()):
        yield (
            range(int(top), int(bottom or top) + 1),
            range(column_number(left), column_number(right or left) + 1),
        )
