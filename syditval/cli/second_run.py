"""The run of a kept month done again at the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syditval.cli.copies import STANDARD_INPUT
from syditval.cli.loudness import note
from syditval.cli.means import Means, request_by
from syditval.cli.protection import with_password
from syditval.cli.settled import settings_for
from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.run import CopyOrder, Outcome, Request
    from syditval.store import Database, Entry


def second_request(given: Means) -> Request:
    """What is asked of a second run besides what its record says, by the settings that hold here."""
    return request_by(given, settings_for(STANDARD_INPUT, isolated=given["isolated"]))


def second_run(database: Database, entry: Entry, request: Request, order: CopyOrder | None) -> Outcome:
    """The report on a kept workbook, and its annotated copy if that is ordered.

    Says where tool, rules or schemas are others than those that it was checked with. Raises Refusal.
    """
    from syditval.reading import Source
    from syditval.run.again import again, compared
    from syditval.store import content

    source = Source(entry.name, content(database, entry), None)
    outcome = again(database, entry, with_password(source, request), order)
    comparison = compared(database, entry, outcome.report)
    if comparison.deviations:
        note(say("other_tool" if comparison.is_same else "other_verdicts", then=entry.tool))
    return outcome
