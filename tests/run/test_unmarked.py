"""A workbook without our own marks: what is checked is never what an earlier run has put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate, alone_path
from syditval.model.cells import Sheet
from syditval.reading import Source, open_source, read_workbook
from syditval.run import CopyOrder, Request, reconcile, review
from syditval.run.unmarked import read_unmarked
from tests.annotation.writers import signed
from tests.run.workbooks import A, C

REQUEST = Request(in_process=True)


def annotated(source: Source | Path, target: Path) -> Path:
    """The annotated copy of a workbook, or the review that stands in place of it."""
    review(source, CopyOrder(target), REQUEST)
    return target if target.exists() else alone_path(target)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return annotated(C, tmp_path / "c.granskad.xlsx")


def named(sheets: tuple[Sheet, ...]) -> list[str]:
    return [sheet.name for sheet in sheets]


def test_a_workbook_that_was_never_annotated_is_read_as_it_is() -> None:
    read = read_unmarked(open_source(A), REQUEST)

    assert read.workbook == read_workbook(open_source(A))
    assert (read.content, read.review) == (None, None)


def test_an_annotated_copy_is_read_as_the_workbook_that_it_was_made_of(copy: Path) -> None:
    read = read_unmarked(open_source(copy), REQUEST)

    assert read.workbook.sheets == read_workbook(open_source(C)).sheets
    assert read.workbook.traits == read_workbook(open_source(C)).traits
    assert read.review is not None
    assert read.review.name == "Granskning"


def test_name_hash_and_size_stay_those_of_the_file_that_was_given(copy: Path) -> None:
    read, given = read_unmarked(open_source(copy), REQUEST), open_source(copy)

    assert (read.workbook.name, read.workbook.sha256) == ("c.granskad.xlsx", given.sha256)
    assert read.workbook.size == len(given.content)


def test_its_bytes_without_marks_can_be_annotated_anew(copy: Path) -> None:
    read = read_unmarked(open_source(copy), REQUEST)

    assert read.content is not None
    assert named(read_workbook(Source("c.xlsx", read.content, None)).sheets) == ["Drift", "Investeringar"]


def test_the_findings_in_a_copy_are_those_in_the_workbook(copy: Path) -> None:
    assert reconcile(copy, REQUEST).findings == reconcile(C, REQUEST).findings
    assert reconcile(copy, REQUEST).judgements == reconcile(C, REQUEST).judgements


def test_so_are_those_in_a_copy_that_was_signed_since(copy: Path) -> None:
    """Nothing may be changed in it, but it can be checked."""
    assert reconcile(signed(copy), REQUEST).findings == reconcile(C, REQUEST).findings


def test_a_review_that_stands_alone_is_no_workbook_to_check(tmp_path: Path) -> None:
    alone = annotated(signed(annotated(C, tmp_path / "c.xlsx")), tmp_path / "egen.xlsx")

    with pytest.raises(CannotAnnotate) as refused:
        read_unmarked(open_source(alone), REQUEST)

    assert refused.value.code == "A013"
