"""The figures behind a finding, as the few lines of an account book."""

from __future__ import annotations

from collections.abc import Sequence

from syditval.messages.amounts import signed, written
from syditval.model.finding import Finding
from syditval.reports.page import GAP, Page

PER_CENT = "%"


def ledgers(findings: Sequence[Finding], page: Page) -> list[list[str]]:
    """For each finding the lines expected, found, difference and bound; none where it has no evidence.

    All lines are equally long, so that the amounts of a whole report stand flush right.
    """
    rows = [_rows(finding, page) for finding in findings]
    width = max((len(amount) for each in rows for _, amount in each), default=0)
    names = max((len(name) for each in rows for name, _ in each), default=0)
    return [[name.ljust(names) + GAP + amount.rjust(width) for name, amount in each] for each in rows]


def _rows(finding: Finding, page: Page) -> list[tuple[str, str]]:
    evidence, unit = finding.evidence, finding.unit
    if evidence is None:
        return []
    # What lies between two percentages is measured in percentage points.
    distance = page.words.get("terminal", "points") if unit == PER_CENT else unit
    amounts = {
        "expected": (written(evidence.expected), unit),
        "found": (written(evidence.found), unit),
        "difference": (signed(evidence.difference), distance),
        "bound": (written(evidence.bound), distance),
    }
    names = [page.words.get("terminal", key) for key in amounts]
    return list(zip(names, _with_units(list(amounts.values())), strict=True))


def _with_units(amounts: Sequence[tuple[str, str]]) -> list[str]:
    """Amounts with their units, the decimal commas under each other."""
    decimals = max(_decimals(amount) for amount, _ in amounts)
    unit_width = max(len(unit) for _, unit in amounts)
    return [
        amount + " " * (decimals - _decimals(amount)) + " " + unit.ljust(unit_width)
        for amount, unit in amounts
    ]


def _decimals(amount: str) -> int:
    """How many places a written amount takes from its decimal comma on."""
    return len(amount) - len(amount.partition(",")[0])
