"""What earlier months' workbooks are called where it is said what a workbook was held against."""

from __future__ import annotations

from syditval.messages.visible import visible
from syditval.model.earlier import Against


def month_named(month: Against) -> str:
    """A workbook by its file's name and its period, where that is known: ``mars.xlsx (2024-03)``."""
    name = visible(month.name)
    return f"{name} ({month.period})" if month.period else name
