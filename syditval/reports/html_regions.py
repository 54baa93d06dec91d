"""The regions of a report on what adds up in which anything was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from syditval.model.relation import Judgement
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.region_lines import RegionLine, region_lines
from syditval.reports.wording import Wording


def described(report: Report, wording: Wording) -> list[tuple[Table, Sequence[RegionLine]]]:
    """Each region in which anything was found, with the lines on it."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in report.judgements:
        found[judgement.relation.table].append(judgement)
    return [
        (table, list(region_lines(table, found[table.id], wording)))
        for table in report.tables
        if table.id in found
    ]
