"""How else a run may end: without a code, since it is no refusal of anything that was given."""

from __future__ import annotations

from tests.errors.case import Case
from tests.errors.circumstances import failing
from tests.errors.workbooks import table

SAID = "a wire came loose"
FAULT = failing("syditval.run.report.recognise", RuntimeError(SAID))
UNKNOWN = """
Uppföljning april 2024
Antal elever | 412
"""

CASES = [
    Case("nothing-recognised", "syditval reconcile april.xlsx", {"april.xlsx": table(UNKNOWN)}),
    Case("fault", "syditval reconcile april.xlsx", {"april.xlsx": table()}, FAULT, quotes=(SAID,)),
    Case(
        "fault-with-debug",
        "syditval --debug reconcile april.xlsx",
        {"april.xlsx": table()},
        FAULT,
        quotes=(SAID, "(most recent call last)"),
    ),
    Case("broken-pipe", "syditval rules | true"),
    Case(
        "missing-protection",
        "syditval clean april.xlsx",
        {"april.xlsx": table()},
        lambda patch: patch.setattr("syditval.reading.missing_protections", lambda: ("process", "memory")),
    ),
]
