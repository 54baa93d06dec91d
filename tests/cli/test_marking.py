"""What is marked, and what is told on the review sheet: the options and what they make of a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from syditval.annotation import Wishes
from syditval.annotation.ticks import Tick
from syditval.cli.main import main
from syditval.cli.marking import Marking, copy_order, wishes_of
from syditval.cli.misuse import Misuse
from syditval.run import CopyOrder
from tests.annotation.seen import cells, opened, seen, texts

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The workbook with planted errors in a folder of its own."""
    return Path(shutil.copy(SAMPLES / "c-planted-errors.xlsx", tmp_path / "april.xlsx"))


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["reconcile", *map(str, arguments)])
    return int(left.value.code or 0)


def copy_of(workbook: Path, *options: str) -> Path:
    """The annotated copy that a call with some options makes."""
    assert ended(*options, workbook) == 1
    return workbook.with_name("april.granskad.xlsx")


def given(
    *,
    no_marks: bool = False,
    ticks: bool = False,
    tick: tuple[str, ...] = (),
    show_uncovered: bool = False,
    time: str = "",
) -> Marking:
    """What click makes of options."""
    return Marking(
        no_marks=no_marks, ticks=ticks, tick=tick, show_uncovered=show_uncovered, carry_over=None, time=time
    )


class TestWishes:
    def test_are_the_usual_ones_where_nothing_is_given(self) -> None:
        assert wishes_of(given()) == Wishes()

    def test_are_what_is_given(self) -> None:
        asked = wishes_of(given(ticks=True, show_uncovered=True, time="2024-05-08"))

        assert (asked.marks, asked.uncovered, asked.time) == (True, True, "2024-05-08")
        assert asked.ticks == {tick: tick.value for tick in Tick}

    def test_another_sign_asks_for_tick_marks_too(self) -> None:
        asked = wishes_of(given(tick=("F=S", "rx=r")))

        assert asked.ticks == {tick: tick.value for tick in Tick} | {Tick.F: "S", Tick.RX: "r"}

    @pytest.mark.parametrize(
        "tick", ["X=S", "F", "F=", "F=a b", "F=12345", "F=CF"], ids=lambda tick: tick.replace("=", " is ")
    )
    def test_a_tick_mark_that_cannot_be_is_refused(self, tick: str) -> None:
        with pytest.raises(Misuse, match="There is no such tick mark"):
            wishes_of(given(tick=(tick,)))

    @pytest.mark.parametrize(
        "asked",
        [
            given(no_marks=True, ticks=True),
            given(no_marks=True, tick=("F=S",)),
            given(no_marks=True, show_uncovered=True),
        ],
        ids=["ticks", "tick", "uncovered"],
    )
    def test_marks_and_none_are_refused(self, asked: Marking) -> None:
        with pytest.raises(Misuse, match="--no-marks does not go with --"):
            wishes_of(asked)


class TestOrder:
    """Where the copies of several workbooks go is told in ``test_tasks.py``."""

    def test_is_a_place_and_what_is_wished(self) -> None:
        assert copy_order(given(ticks=True), Path("ny/april.xlsx")) == CopyOrder(
            Path("ny/april.xlsx"), wishes_of(given(ticks=True))
        )

    def test_has_the_review_that_is_to_be_carried_over(self) -> None:
        asked = given()
        asked["carry_over"] = Path("mars.xlsx")

        assert copy_order(asked, Path("april.xlsx")).carry_over == Path("mars.xlsx")


class TestTime:
    @pytest.mark.parametrize("time", ["2024-05-08", "2024-05-08T14:30", "2024-05-08 14:30:15+02:00"])
    def test_stands_on_the_review_sheet_as_it_was_given(self, workbook: Path, time: str) -> None:
        assert f">{time}<" in texts(copy_of(workbook, "--time", time))

    def test_is_not_told_where_it_was_not_given(self, workbook: Path) -> None:
        review = opened(copy_of(workbook))["Granskning"]

        assert "Time" not in {cell.value for row in review for cell in row}

    @pytest.mark.parametrize("time", ["today", "2024-13-01", "8 maj 2024"])
    def test_that_is_none_is_refused(
        self, workbook: Path, time: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended("--time", time, workbook) == 2
        assert f"{time} is no time" in capsys.readouterr().err
        assert not workbook.with_name("april.granskad.xlsx").exists()


def test_no_marks_leaves_the_sheets_as_they_are(workbook: Path) -> None:
    after = seen(copy_of(workbook, "--no-marks"))

    assert list(after) == ["Granskning", "Drift", "Investeringar"]
    after.pop("Granskning")
    assert after == seen(workbook)


def test_no_marks_leaves_the_review_sheet_as_it_is_but_for_what_it_says_of_marks(workbook: Path) -> None:
    def listed(copy: Path) -> list[object]:
        return [cell.value for cell in opened(copy)["Granskning"]["D"]]

    with_marks = listed(copy_of(workbook))
    workbook.with_name("april.granskad.xlsx").unlink()
    assert listed(copy_of(workbook, "--no-marks"))[:30] == with_marks[:30]


def test_ticks_show_what_was_done_with_a_figure(workbook: Path) -> None:
    """Five columns are footed, and the sign for it stands in the legends of both sheets."""
    boxes = texts(copy_of(workbook, "--ticks", "--tick", "RX=r"))
    signs = [boxes.count(f"<a:t>{sign}</a:t>") for sign in ("F", "r", "r IMM", "RX")]

    assert signs == [5 + 2, 17 + 2, 1, 0]
    assert "<a:t>" not in texts(workbook)


def test_what_no_check_covers_is_hatched_on_request(workbook: Path) -> None:
    """What only takes part in checks of which an amount cannot be read."""

    def hatched(copy: Path) -> list[str]:
        found = {
            f"{name}!{place}": cell
            for name in ("Drift", "Investeringar")
            for place, cell in cells(copy, name).items()
        }
        return [place for place, cell in found.items() if cell.fill.fill_type == "lightUp"]

    assert hatched(copy_of(workbook, "--show-uncovered")) == ["Drift!D11", "Drift!B12", "Drift!D15"]
    assert hatched(copy_of(workbook)) == []


@pytest.mark.parametrize("option", ["--ticks", "--tick=F=S", "--show-uncovered"])
def test_contradicting_options_are_a_usage_error(
    workbook: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--no-marks", option, workbook) == 2
    assert "leave one or the other out" in capsys.readouterr().err


def test_a_review_to_carry_over_must_be_there(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--carry-over", workbook.with_name("mars.xlsx"), workbook) == 2
    assert "mars.xlsx, which is not there" in capsys.readouterr().err
