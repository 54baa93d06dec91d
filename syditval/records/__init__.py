"""Records of earlier runs: read back, and compared with one another."""

from syditval.records.compare import Comparison, compare
from syditval.records.deviations import Deviation, deviations
from syditval.records.difference import Change, FindingChange
from syditval.records.read import NotARecord, read_record
from syditval.records.recorded import Recorded, recorded

__all__ = [
    "Change",
    "Comparison",
    "Deviation",
    "FindingChange",
    "NotARecord",
    "Recorded",
    "compare",
    "deviations",
    "read_record",
    "recorded",
]
