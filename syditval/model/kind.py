"""A table kind: what a controller wrote in ``schemas/<kind>.toml``, checked and frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from syditval.model.amounts import Unit
from syditval.model.relation import Form
from syditval.model.rule import Severity
from syditval.model.table import ColumnType
from syditval.model.threshold import Threshold

LABEL_ROLE = "label"
# The columns that are the same from month to month, whatever kind they belong to.
BUDGET, FORECAST, PRIOR_YEAR = "budget", "forecast", "prior_year"
# What has happened up to now: the outcome of a budget table, what is booked in one of investments.
OUTCOMES = ("actual", "booked")


class SignRule(StrEnum):
    """What a kind lets the sign of its figures mean."""

    REVENUE_AND_COST = "revenue and cost"
    OUTLAY = "outlay"


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """One column that a kind knows: its role, how its header may read, and what it holds.

    ``minimum`` and ``maximum`` bound its figures, in the table's unit or in per cent.
    """

    role: str
    type: ColumnType
    required: bool = False
    headers: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RelationKind:
    """One relation that a kind declares.

    sum: every column in ``of`` adds up over the lines to its total; ``target`` is empty.
    difference: ``target`` is one column of ``of`` less another; the figures say which two and in
    which order, and ``of[0] - of[1]`` is what the kind takes where they cannot.
    ratio: ``target`` is ``of[0]`` in per cent of ``of[1]``.
    """

    rule: str
    form: Form
    target: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableKind:
    """A kind of table, such as a budget or an investment table.

    ``materiality`` is the amount from which on differences in such a table matter, None for any.
    """

    name: str
    titles: tuple[str, ...]
    unit: Unit
    sign: SignRule
    columns: tuple[ColumnKind, ...]
    relations: tuple[RelationKind, ...]
    total_labels: tuple[str, ...]
    of_which_labels: tuple[str, ...] = ()
    revenue_labels: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    materiality: Threshold | None = None
    digest: str = ""

    def column(self, role: str) -> ColumnKind | None:
        """The column with a role, or None."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def required_roles(self) -> tuple[str, ...]:
        """The roles that a table of this kind cannot do without."""
        return tuple(column.role for column in self.columns if column.required)
