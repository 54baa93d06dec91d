"""The one exception class that leaves this room."""

from __future__ import annotations

from syditval.messages import Refusal


class UnreadableWorkbook(Refusal):
    """A workbook that cannot be read; its codes are R..."""
