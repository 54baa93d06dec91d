"""Every report made by hand, by the name of its golden files, and what is written of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from syditval.model.report import Report
from syditval.reports.outputs import write_report
from tests.reports.example_causes import with_causes
from tests.reports.example_reports import EXAMPLES
from tests.reports.example_standing import with_standing
from tests.reports.example_sums import summing

EVERY: Mapping[str, Callable[[str], Report]] = {
    **{f"reports/{name}": example for name, example in EXAMPLES.items()},
    "causes/report": with_causes,
    "sums/report": summing,
    "standing/report": with_standing,
}


def written(output: str, report: Report, encoding: str = "utf-8") -> str:
    """What an output writes to a stream of an encoding."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    write_report(output, report, stream)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)
