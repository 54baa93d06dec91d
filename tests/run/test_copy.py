"""Which earlier review a copy carries over, and why there is no copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.annotation import Annotated, CannotAnnotate, Wishes, alone_path
from syditval.annotation.review_columns import HEAD, LETTERS
from syditval.kinds import load_kinds
from syditval.reading import open_source
from syditval.run import CopyOrder, Request
from syditval.run.copy import annotated
from syditval.run.report import report_on
from syditval.run.unmarked import read_unmarked
from tests.annotation.seen import opened
from tests.annotation.writers import signed
from tests.run.workbooks import C

REQUEST = Request("sv", in_process=True)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with findings, alone in its folder."""
    path = tmp_path / "april.xlsx"
    path.write_bytes(C.read_bytes())
    return path


def made(workbook: Path, order: CopyOrder) -> Annotated | CannotAnnotate:
    """What comes of an order for a copy."""
    source = open_source(workbook)
    read = read_unmarked(source, REQUEST)
    return annotated(source, read, report_on(read.workbook, load_kinds(None), REQUEST, None), order, REQUEST)


def reviewed(workbook: Path, copy: Path, comment: str) -> Path:
    """A copy of a workbook in which somebody has commented the first item."""
    done = made(workbook, CopyOrder(copy))
    assert isinstance(done, Annotated)
    book = opened(done.path)
    book["Granskning"][f"{LETTERS['comment']}{HEAD + 1}"] = comment
    book.save(done.path)
    return done.path


def comment(done: Annotated | CannotAnnotate) -> object:
    """The comment on the first item of a copy that was made."""
    assert isinstance(done, Annotated)
    return opened(done.path)["Granskning"][f"{LETTERS['comment']}{HEAD + 1}"].value


class TestEarlierReview:
    def test_there_is_none_at_first(self, workbook: Path) -> None:
        assert comment(made(workbook, CopyOrder(workbook.with_name("copy.xlsx")))) is None

    def test_is_the_copy_whose_place_the_new_one_takes(self, workbook: Path) -> None:
        copy = reviewed(workbook, workbook.with_name("copy.xlsx"), "I samma fil")

        assert comment(made(workbook, CopyOrder(copy))) == "I samma fil"

    def test_is_else_the_one_beside_the_workbook(self, workbook: Path, tmp_path: Path) -> None:
        beside = reviewed(workbook, workbook.with_name("april.granskad.xlsx"), "Bredvid")
        order = CopyOrder(tmp_path / "ny" / "copy.xlsx", folder=tmp_path / "ny", beside=beside)

        assert comment(made(workbook, order)) == "Bredvid"

    def test_is_before_all_the_one_that_is_named(self, workbook: Path) -> None:
        copy = reviewed(workbook, workbook.with_name("copy.xlsx"), "I samma fil")
        named = reviewed(workbook, workbook.with_name("mars.xlsx"), "Utpekad")

        assert comment(made(workbook, CopyOrder(copy, carry_over=named))) == "Utpekad"

    def test_is_the_workbook_s_own_where_that_is_an_annotated_copy(self, workbook: Path) -> None:
        other = reviewed(workbook, workbook.with_name("copy.xlsx"), "I samma fil")
        own = reviewed(workbook, workbook.with_name("april.granskad.xlsx"), "I arbetsboken")

        assert comment(made(own, CopyOrder(other))) == "I arbetsboken"

    @pytest.mark.parametrize("is_named", [True, False])
    def test_leaves_nothing_unread_that_will_be_written_over(self, workbook: Path, is_named: bool) -> None:
        """What stood in the place of the new copy is told beside what the other review said."""
        target = reviewed(workbook, workbook.with_name("copy.xlsx"), "I samma fil")
        other = reviewed(workbook, workbook.with_name("april.granskad.xlsx"), "I den andra")
        order = CopyOrder(target, carry_over=other) if is_named else CopyOrder(target)
        done = made(workbook if is_named else other, order)

        assert comment(done) == "I den andra"
        remark = opened(target)["Granskning"][f"{LETTERS['earlier']}{HEAD + 1}"].value
        assert remark == "I copy.xlsx stod: I samma fil."

    def test_may_stand_alone(self, workbook: Path) -> None:
        target = workbook.with_name("copy.xlsm")
        alone = reviewed(signed(workbook), alone_path(target), "Fristående")
        assert alone == workbook.with_name("copy.xlsm.xlsx")

        assert comment(made(workbook, CopyOrder(workbook.with_name("c.xlsx"), beside=target))) == "Fristående"

    def test_is_no_workbook_that_just_stands_in_the_place(self, workbook: Path) -> None:
        target = workbook.with_name("copy.xlsx")
        target.write_bytes(C.read_bytes())

        assert comment(made(workbook, CopyOrder(target))) is None


class TestRefusals:
    def refusal(self, workbook: Path, order: CopyOrder) -> CannotAnnotate:
        before = {path: path.read_bytes() for path in workbook.parent.iterdir()}
        refused = made(workbook, order)
        assert {path: path.read_bytes() for path in workbook.parent.iterdir()} == before
        assert isinstance(refused, CannotAnnotate)
        return refused

    def test_of_a_named_file_without_a_review(self, workbook: Path) -> None:
        refused = self.refusal(workbook, CopyOrder(workbook.with_name("copy.xlsx"), carry_over=workbook))

        assert (refused.code, refused.fields) == ("A013", {"file": str(workbook)})

    @pytest.mark.parametrize("place", ["copy.xlsx", "april.granskad.xlsx", "named.xlsx"])
    def test_of_an_earlier_copy_that_cannot_be_read_whose_answers_would_be_lost(
        self, workbook: Path, place: str
    ) -> None:
        broken = workbook.with_name(place)
        broken.write_bytes(b"PK torn")
        refused = self.refusal(
            workbook,
            CopyOrder(
                workbook.with_name("copy.xlsx"),
                carry_over=broken if place == "named.xlsx" else None,
                beside=workbook.with_name("april.granskad.xlsx"),
            ),
        )

        assert (refused.code, refused.fields["file"]) == ("A014", str(broken))
        assert refused.fields["cause"]

    def test_of_a_folder_that_cannot_be_made(self, workbook: Path) -> None:
        order = CopyOrder(workbook / "ny" / "copy.xlsx", folder=workbook / "ny")

        assert self.refusal(workbook, order).code == "A005"


def test_an_order_for_no_marks_is_carried_out_so(workbook: Path) -> None:
    done = made(workbook, CopyOrder(workbook.with_name("copy.xlsx"), Wishes(marks=False)))

    assert isinstance(done, Annotated)
    assert [cell.comment for row in opened(done.path)["Drift"] for cell in row if cell.comment] == []
