"""What was not checked, as notifications of a SARIF run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from syditval.messages import texts
from syditval.messages.addresses import on_sheet
from syditval.model.gap import NotChecked
from syditval.model.relation import NOTHING_TO_CHECK, Reason
from syditval.model.report import Report
from syditval.reports.sarif_parts import location, message


def notifications(report: Report, codes: Sequence[str]) -> list[dict[str, Any]]:
    """That nothing was recognised; every gap; failures without a cause; what is guarded too little.

    ``codes`` are those of the rules that the log explains, in their order.
    """
    words = texts(report.language)
    told = []
    if not report.tables:
        key = ("sums", "nothing") if report.is_inferred else ("terminal", "nothing_recognised")
        told.append(_notification("nothing_recognised", "error", report, words.get(*key)))
    told += [_of_gap(gap, report, codes) for gap in report.not_checked]
    told += [
        _notification(each.obstacle.name.lower(), "warning", report, each.message)
        for each in report.not_localised
    ]
    told += [
        _notification(each.shelter.name.lower(), "note", report, f"{on_sheet(each.cells)}: {each.message}")
        for each in report.unguarded
    ]
    return told


def _of_gap(gap: NotChecked, report: Report, codes: Sequence[str]) -> dict[str, Any]:
    level = "note" if gap.reason in NOTHING_TO_CHECK else "warning"
    if gap.reason is Reason.COULD_NOT_RUN:
        level = "error"
    told = _notification(gap.reason.name.lower(), level, report, gap.message or gap.reason)
    told["locations"] = [location(gap.cell, report)]
    if gap.code:
        told["associatedRule"] = {"id": gap.code, "index": codes.index(gap.code)}
    return told


def _notification(what: str, level: str, report: Report, told: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": what},
        "level": level,
        "message": message(told),
        "locations": [location(None, report)],
    }
