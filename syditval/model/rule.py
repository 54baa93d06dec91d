"""What a rule is: a code, a name after the defect, and its own examples."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. The order is worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One rule: its code (never reused), its name after the defect, its examples as text tables.

    Their notation stands in ``example_text``. ``bad`` gives exactly this finding when reconciled, ``good``
    gives none. Titles, explanations and the source of the rule stand in the message catalogues under
    the same code. A kind may give it another severity.
    """

    code: str
    name: str
    severity: Severity
    bad: str
    good: str
