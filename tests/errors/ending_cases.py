"""How else a run may end: without a code, since it is no refusal of anything that was given."""

from __future__ import annotations

from tests.errors.case import Case
from tests.errors.circumstances import failing
from tests.errors.workbooks import table

FAULT = failing("syditval.run.report.recognise", RuntimeError("a wire came loose"))
UNKNOWN = """
Uppföljning april 2024
Antal elever | 412
"""

CASES = [
    Case("nothing-recognised", "syditval reconcile april.xlsx", {"april.xlsx": table(UNKNOWN)}),
    Case("fault", "syditval reconcile april.xlsx", {"april.xlsx": table()}, FAULT),
    Case("fault-debug", "syditval --debug reconcile april.xlsx", {"april.xlsx": table()}, FAULT),
    Case("broken-pipe", "syditval rules | true"),
]
