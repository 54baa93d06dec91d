"""P: records that cannot be used."""

from __future__ import annotations

import json
from functools import cache

from syditval.model.earlier import Earlier, Months
from syditval.model.record import RECORD_VERSION
from syditval.reading import Source
from syditval.run import Request, reconcile
from tests.errors.case import Case
from tests.errors.workbooks import table


@cache
def record(*against: str) -> str:
    """The sealed record of a run on april.xlsx, held against the workbook of each name."""
    months = Months(tuple(Earlier(name, "0" * 64, None, ()) for name in against)) if against else None
    report = reconcile(Source("april.xlsx", table(), None), Request(in_process=True, months=months))
    return json.dumps(report.to_dict())


CASES = [
    Case("P001", "syditval verify april.json april.xlsx", {"april.xlsx": table()}),
    Case(
        "P002", "syditval verify april.json april.xlsx", {"april.xlsx": table(), "april.json": "Löner;1200"}
    ),
    Case("P003", "syditval verify april.json", {"april.json": f'{{"record": {RECORD_VERSION + 1}}}'}),
    Case("P004", "syditval verify april.json", {"april.json": f'{{"record": {RECORD_VERSION}}}'}),
    Case("P005", "syditval verify april.json", {"april.json": record()}),
    Case("P006", "syditval verify april.json", {"april.xlsx": table(), "april.json": record("mars.xlsx")}),
    Case(
        "P007",
        "syditval verify april.json --against maj.xlsx",
        {"april.xlsx": table(), "april.json": record("mars.xlsx"), "maj.xlsx": table()},
    ),
]
