"""What a structural rule asks of a table's frame, said without importing pandera."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from syditval.model.amounts import FigureState
from syditval.model.kind import TableKind
from syditval.model.table import FIGURE_TYPES

# The frame's columns beside those named by role: the state of each figure, and the row's own.
STATE = ".state"
ROW_ROLE = "row.role"
SECTION = "row.section"
LABEL = "label"
WHOLE_TABLE = ""


@dataclass(frozen=True, slots=True)
class SchemaCheck:
    """``holds`` maps a column of the frame (the whole frame for ``WHOLE_TABLE``) to true or false a row.

    A failure stands at ``at``, a column role, or at the label.
    """

    on: str
    holds: Callable[[Any], Any]
    at: str = LABEL


def state_is_not(kind: TableKind, state: FigureState) -> Iterator[SchemaCheck]:
    """One check a figure column: no figure is in a state."""
    for column in kind.columns:
        if column.type in FIGURE_TYPES:
            yield SchemaCheck(column.role + STATE, lambda states: states != state, at=column.role)
