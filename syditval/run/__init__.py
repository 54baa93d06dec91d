"""The use cases: a workbook to a report and its annotated copy, and an annotated copy to the workbook."""

from syditval.run.clean import clean
from syditval.run.request import CopyOrder, Outcome, Question, Request
from syditval.run.review import reconcile, review, sums, warm_up

__all__ = [
    "CopyOrder",
    "Outcome",
    "Question",
    "Request",
    "clean",
    "reconcile",
    "review",
    "sums",
    "warm_up",
]
