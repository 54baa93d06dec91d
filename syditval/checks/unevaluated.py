"""The formulas whose stored result could not be compared with anything, and why."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks import stale_result
from syditval.checks.audit import Audit
from syditval.formulas import NotEvaluated, Why
from syditval.messages.brevity import excerpt, first_few
from syditval.model.cells import CellRef
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason


def unevaluated(audit: Audit) -> Iterator[NotChecked]:
    """One entry for each sheet and reason: the first cell, how many, and what stood in the way."""
    found: dict[tuple[str, Why], list[tuple[CellRef, str]]] = {}
    for home, _, result in audit.results:
        if isinstance(result, NotEvaluated):
            found.setdefault((home.sheet, result.why), []).append((home, result.about))
    for (_, why), places in found.items():
        about = sorted({excerpt(text) for _, text in places if text})
        yield NotChecked(
            Reason.NOT_EVALUATED,
            cell=min(cell for cell, _ in places),
            code=stale_result.RULE.code,
            subject=first_few(about),
            count=len(places),
            detail=why.name.lower(),
        )
