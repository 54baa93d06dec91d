"""The first page: send a month in, and see how the last ones stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from syditval.store.entry import Entry
from syditval.web.screens.templates import rendered

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer

# More than these are found by their entity.
MOST_ENTRIES = 25


def home(viewer: Viewer, entries: Sequence[Entry], entities: Sequence[str], notices: Sequence[str]) -> str:
    """The form for workbooks, the entities with their latest month, and the last entries, newest first."""
    latest: dict[str, Entry] = {}
    for entry in entries:
        if entry.is_current and (entry.entity not in latest or latest[entry.entity].period < entry.period):
            latest[entry.entity] = entry
    newest = sorted(entries, key=lambda entry: (entry.at, entry.number), reverse=True)
    return rendered(
        "home",
        viewer.language,
        viewer,
        entries=newest[:MOST_ENTRIES],
        entities=entities,
        latest=latest,
        notices=notices,
    )
