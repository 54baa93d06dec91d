"""What is a fault of our own: told in one sentence, and written down where it came about."""

from __future__ import annotations

import traceback

from syditval.version import VERSION
from syditval.web.audit import LOG
from syditval.web.refusals import PageRefusal
from syditval.web.workers import WorkerFailed


def fault(error: Exception) -> PageRefusal:
    """What is told of it. Where it came about is written down, not what it says: that may quote a cell."""
    kind, trace = type(error).__name__, "".join(traceback.format_tb(error.__traceback__))
    if isinstance(error, WorkerFailed):
        kind, trace = str(error), error.trace
    LOG.error("%s\n%s", kind, trace)
    return PageRefusal("B021", kind=kind, version=VERSION)
