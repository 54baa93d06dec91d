"""Figures of an earlier workbook as figures of now: in the same unit, and with their file's name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syditval.model.amounts import POWERS, Figure
from syditval.model.relation import Reason
from syditval.model.table import SignConvention, Table

_OPPOSITE = (
    {SignConvention.REVENUE_NEGATIVE, SignConvention.REVENUE_POSITIVE},
    {SignConvention.OUTLAY_POSITIVE, SignConvention.OUTLAY_NEGATIVE},
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What turns a figure of the file called ``source`` into one of now.

    It is multiplied by 10 to the ``power``; ``turn`` is -1 where its sign means the opposite, else 1.
    """

    source: str
    power: int = 0
    turn: int = 1

    @classmethod
    def between(cls, table: Table, before: Table, source: str) -> Conversion:
        """The conversion from an earlier table to one of now, where nothing stands in the way."""
        power = POWERS[before.unit] - POWERS[table.unit] if before.unit is not table.unit else 0
        return cls(source, power, -1 if {table.sign, before.sign} in _OPPOSITE else 1)

    def of(self, figure: Figure) -> Figure:
        """An earlier figure in the unit of now; its sign is left to the relation that it enters."""
        cell = replace(figure.cell, source=self.source)
        if not self.power:
            return replace(figure, cell=cell)
        amounts = (figure.value, figure.shown, figure.shown_step)
        value, shown, shown_step = (
            None if amount is None else amount.scaleb(self.power) for amount in amounts
        )
        step = figure.step.scaleb(self.power)
        return replace(figure, cell=cell, value=value, step=step, shown=shown, shown_step=shown_step)


def hindrance(table: Table, before: Table) -> Reason | None:
    """Why the figures of two tables cannot be compared; None where they can."""
    if table.unit is not before.unit and not {table.unit, before.unit} <= POWERS.keys():
        return Reason.UNIT_NOT_COMPARED
    signs = {table.sign, before.sign}
    if len(signs) == 1 or SignConvention.UNDETERMINED in signs or signs in _OPPOSITE:
        return None
    return Reason.SIGN_NOT_COMPARED
