"""What a tool makes of a workbook with planted errors: which it names, and what else it says."""

from __future__ import annotations

from dataclasses import dataclass

from tools import Finding, Job, Tool


@dataclass(frozen=True)
class Planted:
    """One error: where it is, what it is, and the cells at which a finding names it."""

    place: str
    error: str
    named_at: Finding


@dataclass(frozen=True)
class Case:
    """A workbook and the errors planted in it."""

    name: str
    job: Job
    planted: tuple[Planted, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """Which of a case's errors a tool names, and how many of its findings name none."""

    named: tuple[bool, ...]
    others: int


def outcome(tool: Tool, case: Case) -> Outcome:
    """What one tool makes of one workbook."""
    findings = tool.findings(case.job)
    named = tuple(any(found & planted.named_at for found in findings) for planted in case.planted)
    targets = frozenset().union(*(planted.named_at for planted in case.planted))
    return Outcome(named, sum(not found & targets for found in findings))
