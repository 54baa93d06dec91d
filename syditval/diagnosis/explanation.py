"""An explanation of failing relations: what happened, at which cells, and how it compares with others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from syditval.diagnosis.rule import Span
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef


@dataclass(frozen=True, slots=True)
class Mend:
    """The values of a cell that mend all its relations, and the likeliest of them.

    ``is_told`` says that this one stands out: all others together are far less likely.
    """

    cell: CellRef
    span: Span
    value: Decimal
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, with the cells that are wrong by it and those that show it.

    ``weight`` is a logarithm, to be compared with those of other explanations of the same rules;
    ``named`` the part of it that falls to this mechanism and not to another one at the same cells.
    """

    mechanism: Mechanism
    mends: tuple[Mend, ...]
    weight: float
    named: float
    witnesses: tuple[CellRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Steps that together make a set of failing rules hold and break no other."""

    steps: tuple[Step, ...]

    @property
    def weight(self) -> float:
        """That of all its steps."""
        return sum(step.weight for step in self.steps)

    @property
    def named(self) -> float:
        """That of all its steps, as far as it falls to their mechanisms."""
        return sum(step.named for step in self.steps)

    @property
    def cells(self) -> frozenset[CellRef]:
        """The cells that are wrong if this is what happened."""
        return frozenset(mend.cell for step in self.steps for mend in step.mends)

    @property
    def values(self) -> dict[CellRef, Decimal]:
        """A value for each of them."""
        return {mend.cell: mend.value for step in self.steps for mend in step.mends}
