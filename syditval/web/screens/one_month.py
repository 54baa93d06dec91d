"""One upload: what was found in it, what became of the findings, and everything that can be fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from syditval.store.entry import Entry, FindingStatus, KeptFinding, StatusSet
from syditval.version import VERSION
from syditval.web.screens.templates import rendered

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer

# The report has all of them; nobody sets the status of more by hand.
MOST_FINDINGS = 200


def month(
    viewer: Viewer,
    entry: Entry,
    versions: Sequence[Entry],
    findings: Sequence[KeptFinding],
    statuses: Mapping[str, StatusSet],
) -> str:
    """The page of an entry among the versions of its month, with the statuses of findings by their ids."""
    ordered = sorted(findings, key=lambda each: (each.standing.rank, each.severity.rank))
    return rendered(
        "month",
        viewer.language,
        viewer,
        entry=entry,
        versions=sorted(versions, key=lambda each: each.version, reverse=True),
        findings=ordered[:MOST_FINDINGS],
        left_out=max(0, len(ordered) - MOST_FINDINGS),
        statuses=statuses,
        choices=tuple(FindingStatus),
        tool_is_same=entry.tool == VERSION,
    )
