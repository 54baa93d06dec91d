"""The one exception class that leaves this room."""

from __future__ import annotations

from syditval.messages import Refusal


class CannotAnnotate(Refusal):
    """A workbook that no annotated copy is made of; its codes are A..."""
