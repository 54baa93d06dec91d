"""What is marked in a workbook, and what its review sheet says; ``patching`` writes it."""

from syditval.annotation.alone import alone_path
from syditval.annotation.annotate import Annotated, annotate
from syditval.annotation.carried import carried_over
from syditval.annotation.clean import Cleaned, clean, without_marks
from syditval.annotation.earlier import earlier_review, review_sheet_of
from syditval.annotation.joined import joined
from syditval.annotation.review import CarriedOver
from syditval.annotation.ticks import UnknownTick, letters
from syditval.annotation.wishes import Wishes
from syditval.patching import CannotAnnotate

__all__ = [
    "Annotated",
    "CannotAnnotate",
    "CarriedOver",
    "Cleaned",
    "UnknownTick",
    "Wishes",
    "alone_path",
    "annotate",
    "carried_over",
    "clean",
    "earlier_review",
    "joined",
    "letters",
    "review_sheet_of",
    "without_marks",
]
