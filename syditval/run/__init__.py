"""The use cases: a workbook to a report and its copy, a copy to its workbook, a record to a second run."""

from syditval.run.against import earlier_of
from syditval.run.clean import clean
from syditval.run.recorded import as_recorded
from syditval.run.request import CopyOrder, Outcome, Question, Request
from syditval.run.review import reconcile, review, sums, warm_up
from syditval.run.verify import Verification, verify

__all__ = [
    "CopyOrder",
    "Outcome",
    "Question",
    "Request",
    "Verification",
    "as_recorded",
    "clean",
    "earlier_of",
    "reconcile",
    "review",
    "sums",
    "verify",
    "warm_up",
]
