"""An annotated copy to the workbook that it was made of, or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate, Cleaned
from syditval.reading import (
    Limits,
    Source,
    UnreadableWorkbook,
    missing_protections,
    open_source,
    read_workbook,
)
from syditval.run import CopyOrder, Request, clean, review
from tests.annotation.writers import signed
from tests.run.workbooks import A, C

REQUESTS = [Request(), Request(in_process=True)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The annotated copy of the sample with planted errors."""
    path = tmp_path_factory.mktemp("copies") / "c.granskad.xlsx"
    review(C, CopyOrder(path), Request())
    return open_source(path)


@pytest.mark.parametrize("request_made", REQUESTS, ids=["in a process of its own", "in this one"])
def test_the_workbook_comes_back(copy: Source, request_made: Request, tmp_path: Path) -> None:
    done = clean(copy, tmp_path / "c.xlsx", request_made)

    assert isinstance(done, Cleaned)
    assert done.path == tmp_path / "c.xlsx"
    assert read_workbook(open_source(done.path)).sheets == read_workbook(open_source(C)).sheets


@pytest.mark.parametrize("request_made", REQUESTS, ids=["in a process of its own", "in this one"])
def test_why_it_cannot_is_given_not_raised(copy: Source, request_made: Request, tmp_path: Path) -> None:
    for source, target, code in (
        (open_source(A), tmp_path / "a.xlsx", "A013"),
        (copy, tmp_path / "nowhere" / "c.xlsx", "A005"),
    ):
        refused = clean(source, target, request_made)
        assert isinstance(refused, CannotAnnotate)
        assert refused.code == code
    assert [*tmp_path.iterdir()] == []


def test_a_signature_is_not_broken(copy: Source, tmp_path: Path) -> None:
    path = tmp_path / "c.granskad.xlsx"
    path.write_bytes(copy.content)
    refused = clean(open_source(signed(path)), tmp_path / "c.xlsx", Request())

    assert isinstance(refused, CannotAnnotate)
    assert refused.code == "A003"


def test_what_is_no_workbook_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook):
        clean(Source("a.xlsx", b"no workbook", None), tmp_path / "a.xlsx", Request())


@pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")
def test_limits_hold_here_too(copy: Source, tmp_path: Path) -> None:
    refused = clean(copy, tmp_path / "c.xlsx", Request(limits=Limits(written_bytes=100)))

    assert isinstance(refused, CannotAnnotate)
    assert refused.code == "A005"
    assert [*tmp_path.iterdir()] == []
