"""What was not checked: never the same as what was found in order."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.model.cells import CellRef
from syditval.model.relation import Reason


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that no verdict was reached on, and why.

    It stands at a cell, at a table, or at both; where a sheet as a whole is meant, ``subject`` is its
    name and ``detail`` its type. ``code`` is the rule that could not be applied, empty where no rule
    is concerned. ``message`` is the text in the language of the report.
    """

    reason: Reason
    table: str = ""
    cell: CellRef | None = None
    code: str = ""
    subject: str = ""
    count: int = 1
    message: str = ""
    detail: str = ""
