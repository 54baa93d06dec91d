"""P: records that cannot be used."""

from __future__ import annotations

import json
from functools import cache

from syditval.model.record import RECORD_VERSION
from syditval.reading import Source
from syditval.run import Request, reconcile
from tests.errors.case import Case
from tests.errors.workbooks import table


@cache
def record() -> str:
    """The sealed record of a run on april.xlsx."""
    report = reconcile(Source("april.xlsx", table(), None), Request(in_process=True))
    return json.dumps(report.to_dict())


CASES = [
    Case("P001", "syditval verify april.json april.xlsx", {"april.xlsx": table()}),
    Case(
        "P002", "syditval verify april.json april.xlsx", {"april.xlsx": table(), "april.json": "Löner;1200"}
    ),
    Case("P003", "syditval verify april.json", {"april.json": f'{{"record": {RECORD_VERSION + 1}}}'}),
    Case("P004", "syditval verify april.json", {"april.json": f'{{"record": {RECORD_VERSION}}}'}),
    Case("P005", "syditval verify april.json", {"april.json": record()}),
]
