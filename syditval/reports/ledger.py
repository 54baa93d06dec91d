"""The figures behind a finding, as the few lines of an account book."""

from __future__ import annotations

from collections.abc import Sequence

from syditval.model.finding import Finding
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.page import GAP, Page


def ledgers(findings: Sequence[Finding], page: Page) -> list[list[str]]:
    """For each finding the lines expected, found, difference and bound; none where it has no evidence.

    All lines are equally long, so that the amounts of a whole report stand flush right.
    """
    rows = [_rows(finding, page) for finding in findings]
    width = max((len(amount) for each in rows for _, amount in each), default=0)
    names = max((len(name) for each in rows for name, _ in each), default=0)
    return [[name.ljust(names) + GAP + amount.rjust(width) for name, amount in each] for each in rows]


def _rows(finding: Finding, page: Page) -> list[tuple[str, str]]:
    amounts = evidence_amounts(finding, page)
    names = (name for name, *_ in amounts)
    return list(zip(names, _with_units([(amount, unit) for _, amount, unit in amounts]), strict=True))


def _with_units(amounts: Sequence[tuple[str, str]]) -> list[str]:
    """Amounts with their units, the decimal commas under each other."""
    decimals = max((_decimals(amount) for amount, _ in amounts), default=0)
    unit_width = max((len(unit) for _, unit in amounts), default=0)
    return [
        amount + " " * (decimals - _decimals(amount)) + " " + unit.ljust(unit_width)
        for amount, unit in amounts
    ]


def _decimals(amount: str) -> int:
    """How many places a written amount takes from its decimal comma on."""
    return len(amount) - len(amount.partition(",")[0])
