"""The run of a kept month done again, for any form of its report, in any language, and its annotated copy."""

from __future__ import annotations

import json
from dataclasses import replace

from syditval.model.report import Report
from syditval.reading import Source
from syditval.records import Recorded, deviations, recorded
from syditval.run.recorded import as_recorded, months_of
from syditval.run.request import CopyOrder, Outcome, Request
from syditval.run.review import review
from syditval.run.verify import Verification
from syditval.store import Database, Entry, content, earlier_of
from syditval.store import record as record_text


def again(database: Database, entry: Entry, request: Request, order: CopyOrder | None) -> Outcome:
    """The report on a kept workbook, and an annotated copy of it if that is ordered.

    Question, options, waivers and the months that it is held against are those of its record; language,
    schemas, limits and password those of the request. Raises what ``review`` raises, and StoreRefusal where
    what is kept is no longer what was sent.
    """
    record = recorded_of(database, entry)
    asked = as_recorded(record, request, months_of(record, earlier_of(database, entry)))
    source = Source(entry.name, content(database, entry), None)
    return review(source, order, replace(asked, language=request.language))


def recorded_of(database: Database, entry: Entry) -> Recorded:
    """What the record of a kept workbook says."""
    return recorded(json.loads(record_text(database, entry)))


def compared(database: Database, entry: Entry, report: Report) -> Verification:
    """The report of a second run beside the record of the first: tool and rules may be others by now."""
    before, now = recorded_of(database, entry), recorded(report.to_dict())
    return Verification(before, now, tuple(deviations(before, now)))
