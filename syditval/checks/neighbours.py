"""Whether the cells on both sides of a cell are formulas of one form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syditval.formulas import Form, Place, SheetFormulas

# So many formulas around a cell have to agree; two could be every second cell of a pattern.
LEAST_AGREEING = 3
# The way to the next cell: down a column, then along a row.
_WAYS = ((1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Agreement:
    """The form of the formulas on both sides, one of them as it is written, and which way they lie."""

    form: Form
    formula: str
    is_down: bool


def agreements(formulas: SheetFormulas, place: Place) -> Iterator[Agreement]:
    """The form on both sides of a cell, down its column or along its row, where enough formulas have it."""
    for rows, columns in _WAYS:
        before = formulas.forms.get((place[0] - rows, place[1] - columns))
        after = formulas.forms.get((place[0] + rows, place[1] + columns))
        if before is None or after is not before:
            continue
        more = ((place[0] + way * rows, place[1] + way * columns) for way in (-2, 2))
        if any(formulas.forms.get(far) is before for far in more):
            beside = formulas.sheet.cells[place[0] - rows, place[1] - columns]
            yield Agreement(before, beside.formula or "", bool(rows))
