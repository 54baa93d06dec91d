"""Records of earlier runs: read back, and compared with one another."""

from syditval.records.compare import Comparison, compare
from syditval.records.deviations import Deviation, Parts, Subject, deviations, is_of_basis
from syditval.records.difference import Change, FindingChange
from syditval.records.read import NotARecord, read_record
from syditval.records.recorded import Recorded, recorded

__all__ = [
    "Change",
    "Comparison",
    "Deviation",
    "FindingChange",
    "NotARecord",
    "Parts",
    "Recorded",
    "Subject",
    "compare",
    "deviations",
    "is_of_basis",
    "read_record",
    "recorded",
]
