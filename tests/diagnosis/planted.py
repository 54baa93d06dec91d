"""A table with a known error, and how an account of it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from syditval.model.cause import Mechanism
from tests.diagnosis.generated_tables import Place, Print, Printed
from tests.diagnosis.guards import Guard, Guarding

Truth = Mapping[Place, Print]


@dataclass(frozen=True)
class Planted:
    """A table with a known error.

    ``right`` are the wrong cells with what should be printed there. ``others`` are accounts that fit
    the figures as well, ``beside`` are cells that may be named with any of them. ``named`` are the
    mechanisms that it may be called, none for errors that no mechanism describes.
    """

    mechanism: str
    table: Printed
    right: Truth
    named: frozenset[Mechanism] = frozenset()
    others: tuple[Truth, ...] = ()
    beside: frozenset[Place] = field(default=frozenset())

    @cached_property
    def guarding(self) -> Guarding:
        """The rules of the wrong table."""
        return Guarding(self.table)

    @property
    def in_words(self) -> set[Place]:
        """The wrong cells that hold words instead of an amount."""
        return {place for place in self.right if isinstance(self.table.figures[place], str)}

    @property
    def is_visible(self) -> bool:
        """Whether a rule is broken, or a cell cannot be read."""
        return bool(self.in_words or self.guarding.broken)

    @property
    def guard(self) -> Guard | None:
        """How the wrong cells are guarded, None where they are not all guarded the same way."""
        kinds = {self.guarding.guard(place) for place in self.right}
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def is_identifiable(self) -> bool:
        """Whether arithmetic can tell the wrong cells from all others.

        Each takes part in relations that no other cell has, and is wrong by enough to break all of them.
        """
        readable = set(self.right) - self.in_words
        return self.guard is Guard.ALONE and not readable & self.guarding.excused

    def truth_of(self, blamed: Iterable[Place]) -> Truth | None:
        """The account that these cells are those of, None where they are wrongly blamed.

        Wrong cells that break no rule need not be among them.
        """
        cells, seen = set(blamed), self.guarding.exposed | self.in_words
        fitting = (
            truth
            for truth in (self.right, *self.others)
            if set(truth) & seen <= cells <= set(truth) | self.beside
        )
        return next(fitting, None)
