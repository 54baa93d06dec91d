"""A cause: what went wrong at which cells, so that one or more relations fail."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from syditval.model.cells import CellRef
from syditval.model.rule import Severity


class Mechanism(StrEnum):
    """How a figure came to be wrong, or figures to disagree."""

    DIGIT_REPLACED = "digit replaced"
    DIGITS_SWAPPED = "digits swapped"
    DIGIT_ADDED = "digit added"
    DIGIT_LOST = "digit lost"
    SIGN = "sign"
    FACTOR_1000 = "factor 1000"
    FACTOR_10 = "factor 10"
    BLANK = "blank"
    TEXT = "text"
    COPIED = "copied"
    CELLS_SWAPPED = "cells swapped"
    LINES_SHIFTED = "lines shifted"
    WRONG_LINE = "wrong line"
    LINE_OMITTED = "line omitted"
    LINE_DOUBLED = "line doubled"
    WHOLE_LINE_OMITTED = "whole line omitted"
    WHOLE_LINE_DOUBLED = "whole line doubled"
    WHOLE_LINE_REPEATED = "whole line repeated"
    WHOLE_LINE_MISSING = "whole line missing"
    STALE_TOTAL = "stale total"
    STALE_RESULT = "stale result"
    REVERSED = "reversed"
    PERCENTAGE = "percentage"
    MISCALCULATED = "miscalculated"
    CUT_OFF = "cut off"
    ROUNDED_THEN_SUMMED = "rounded then summed"
    OTHER = "other"


# How a whole table was rounded: a habit that explains failures, and no error of any cell.
POLICIES = frozenset({Mechanism.CUT_OFF, Mechanism.ROUNDED_THEN_SUMMED})


class Certainty(StrEnum):
    """How far arithmetic alone tells that it was this and nothing else.

    It follows from the structure of the relations, never from a probability: certain only where no
    other explanation of the same size exists and no other cell takes part in the same relations.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    ONE_OF = "one of"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that is wrong: what it holds and what it should, in the table's unit.

    ``found`` is None where no amount can be read. All values from ``low`` to ``high`` that are written
    as finely as the cell restore every relation that it takes part in; ``suggested`` is the one of them
    to take, None where none is likelier than the others.
    """

    cell: CellRef
    found: Decimal | None
    low: Decimal
    high: Decimal
    suggested: Decimal | None = None
    row_label: str = ""
    column_label: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that happened: a mechanism, the cells that are wrong by it, and the cells that show it.

    ``witnesses`` are the line that a total leaves out, the neighbour that was copied, and the like. A
    whole line that is left out or counted twice changes no cell of its own: ``changes`` are then those
    of the totals. A policy has as its changes the cells whose relations it explains.
    """

    mechanism: Mechanism
    changes: tuple[Change, ...]
    witnesses: tuple[CellRef, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """The explanation of one or more findings, in the order in which causes are read.

    ``slips`` happened together; mostly it is one. ``alternatives`` are the next likeliest explanations,
    at most two, ``others`` the number of further ones that the relations allow. ``explains`` are the ids
    of the findings that it settles, of which ``failures`` are relations that fail; ``severity`` is the
    worst of theirs. ``is_column_only`` says that nothing but one sum down a column shows the fault.
    """

    table: str
    certainty: Certainty
    slips: tuple[Slip, ...]
    explains: tuple[str, ...]
    failures: int
    severity: Severity
    alternatives: tuple[tuple[Slip, ...], ...] = ()
    others: int = 0
    is_column_only: bool = False
    message: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The cells that are wrong if this is what happened."""
        return tuple(change for slip in self.slips for change in slip.changes)

    @property
    def primary(self) -> CellRef:
        """The cell that the cause stands at."""
        return self.changes[0].cell


class Obstacle(StrEnum):
    """Why failures could not be traced to a cell."""

    OUT_OF_TIME = "out of time"
    NO_EXPLANATION = "no explanation"
    COULD_NOT_RUN = "could not run"


@dataclass(frozen=True, slots=True)
class NotLocalised:
    """Findings of failed relations of one table that no cause explains, and why."""

    table: str
    explains: tuple[str, ...]
    obstacle: Obstacle
    message: str = ""


class Shelter(StrEnum):
    """Why an error in a cell could not be placed, or not even be seen."""

    NO_RELATION = "no relation"
    ONE_COLUMN_SUM = "one column sum"
    ONE_ROW = "one row"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Unguarded:
    """The amounts of a table that are not guarded well enough, of one sort.

    ``no relation``: an error there is not seen. The others: it is seen, but cannot be told from one in
    another cell of the same relations, of which ``relations`` is the number. ``figures`` is how many
    amounts the table has in all.
    """

    table: str
    shelter: Shelter
    cells: tuple[CellRef, ...]
    figures: int
    message: str = ""
