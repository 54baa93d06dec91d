"""Amounts: what a figure in a table is worth, in which unit, and how finely it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from syditval.model.cells import CellRef


class Unit(StrEnum):
    """Money units of Swedish reports. kkr is tkr, mnkr is mkr: the same unit, another spelling.

    ``UNSTATED`` is that of figures whose unit nobody states; they are compared as they stand.
    """

    UNSTATED = ""

    KR = "kr"
    TKR = "tkr"
    MKR = "mkr"
    MDKR = "mdkr"


# Which power of ten of a krona each unit is, and how many kronor that is.
POWERS = {Unit.KR: 0, Unit.TKR: 3, Unit.MKR: 6, Unit.MDKR: 9}
KRONOR: Mapping[str, Decimal] = {unit: Decimal(10) ** power for unit, power in POWERS.items()}


class FigureState(StrEnum):
    """What stands where a figure is expected.

    ``blank`` is an empty cell and ``nil`` a dash or the like: both count as nothing in a sum and
    are kept apart from a written zero. The other states have no value at all, never a zero.
    """

    AMOUNT = "amount"
    NIL = "nil"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    OTHER_UNIT = "other unit"
    ERROR_VALUE = "error value"
    NOT_CALCULATED = "not calculated"


READABLE = frozenset({FigureState.AMOUNT, FigureState.NIL, FigureState.BLANK})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a table.

    ``value`` is in the table's unit (percentages in per cent, 13.9 for "13,9 %") and None unless
    the state is ``amount``. ``step`` is the last place it was written to, in the same unit: 1 for
    whole tkr, 0.1 for one decimal, 0 for an exact count. The true amount lies within half a step.
    ``shown`` and ``shown_step`` are what the number format displays, where that is coarser than
    what is stored. ``written`` is the text in the file. ``roundings`` is how many rounded figures stand
    behind it: 1 for a typed one, for a live formula over others as many as it adds up.
    """

    cell: CellRef
    state: FigureState
    value: Decimal | None = None
    step: Decimal = Decimal(0)
    written: str = ""
    formula: str | None = None
    shown: Decimal | None = None
    shown_step: Decimal | None = None
    roundings: int = 1

    @property
    def readable(self) -> bool:
        """Whether the figure can take part in a calculation."""
        return self.state in READABLE

    @property
    def amount(self) -> Decimal:
        """The value, with blank and nil as 0. Raises ValueError where nothing can be read."""
        if not self.readable:
            raise ValueError(f"{self.cell.address} holds no readable amount: {self.state}")
        return self.value if self.value is not None else Decimal(0)
