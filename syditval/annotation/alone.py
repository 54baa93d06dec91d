"""The review as a workbook of its own, for what no annotated copy can be made of."""

from __future__ import annotations

from pathlib import Path

from syditval.annotation.review import Review
from syditval.annotation.review_page import review_page
from syditval.annotation.review_part import put_review
from syditval.annotation.wishes import Wishes
from syditval.messages import texts
from syditval.model.report import Report
from syditval.patching import CannotAnnotate
from syditval.patching.blank import WORKBOOK, blank_workbook
from syditval.patching.workbook_part import workbook_styles
from syditval.patching.writing import write_package

_SUFFIX = ".xlsx"


def write_alone(target: Path, report: Report, wishes: Wishes, reason: CannotAnnotate) -> Path:
    """Write the review of a report without the workbook; the path that it went to.

    It is an ordinary workbook, so its name ends in .xlsx. Raises CannotAnnotate where it cannot be
    written.
    """
    words = texts(report.language)
    package = blank_workbook()
    styles = workbook_styles(package, WORKBOOK)
    review = Review(
        time=wishes.time, marked=False, alone=reason.sentence(report.language), carried=wishes.carried
    )
    put_review(package, WORKBOOK, review_page(report, review, words), styles)
    path = alone_path(target)
    write_package(path, package.write)
    return path


def alone_path(target: Path) -> Path:
    """Where a review goes that stands alone, when its copy was to be written to ``target``."""
    return target if target.suffix.lower() == _SUFFIX else target.with_name(target.name + _SUFFIX)
