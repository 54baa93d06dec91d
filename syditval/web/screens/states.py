"""How a month stands at a glance: one word, one shape and one colour for each state."""

from __future__ import annotations

from enum import StrEnum

from syditval.store.entry import Entry, Standing

# The outline of each shape around nought, six to each side at most: they differ in form, not in colour alone.
SHAPES = {
    "error": "M-5-5H5V5H-5Z",
    "warning": "M0-5.5 6 5H-6Z",
    "note": "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",
    "clean": "M-6 .8-4.2-1-1.8 1.4 4.2-5 6-3.2-1.8 5Z",
    "rejected": "M-5-3.6-3.6-5 0-1.4 3.6-5 5-3.6 1.4 0 5 3.6 3.6 5 0 1.4-3.6 5-5 3.6-1.4 0Z",
    "withdrawn": "M-5-1H5V1H-5Z",
    "missing": "M-5-5H5V5H-5ZM-3.5-3.5V3.5H3.5V-3.5Z",
    "waiting": "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0ZM-3.5 0A3.5 3.5 0 1 1 3.5 0A3.5 3.5 0 1 1-3.5 0Z",
    "forecast": "M0-5.5 5.5 0 0 5.5-5.5 0Z",
}


class State(StrEnum):
    """How a month stands, the worst first. ``MISSING`` is that of a month which nobody has sent."""

    REJECTED = "rejected"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    CLEAN = "clean"


# The states that findings make, the worst first, with what counts such findings in an entry.
COUNTS = {State.ERROR: "errors", State.WARNING: "warnings", State.NOTE: "notes"}


def state_of(entry: Entry) -> State:
    """The state of an entry: that of its worst finding, where it counts and has any."""
    if entry.withdrawal is not None:
        return State.WITHDRAWN
    if entry.standing is Standing.REJECTED:
        return State.REJECTED
    return next((state for state, name in COUNTS.items() if getattr(entry, name)), State.CLEAN)
