"""What is to be done with each workbook, settled before anything is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from syditval.annotation import Wishes
from syditval.arithmetic import RatioBasis, RoundingMode
from syditval.cli import reconcile_command, sums_command
from syditval.cli.against import EarlierFiles
from syditval.cli.misuse import Misuse
from syditval.cli.tasks import Task, tasks
from syditval.model.threshold import Threshold
from syditval.run import CopyOrder, Question

NO_COPIES = "no-annotate = true\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and we stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    return tmp_path


def planned(typed: str, question: Question = Question.RECONCILE) -> list[Task]:
    """What a call is going to do."""
    module = reconcile_command if question is Question.RECONCILE else sums_command
    with module.command().make_context(question.value, typed.split()) as context:
        context.params.pop("explain", None)
        return tasks(context.params, question)  # type: ignore[arg-type]


def settle(folder: Path, toml: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "syditval.toml").write_text(toml, encoding="utf-8")


class TestRequest:
    def test_is_what_the_options_ask_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SYDITVAL_LANG", "sv")
        (task,) = planned(
            "april.xlsx --in-process --recalc --rounding truncation --ratio-basis shown --limit sheets=3 "
            "--materiality 5tkr --as-of 2024-04-30 --schemas slag --fail-on note --color never"
        )
        request = task.request

        assert (request.language, request.in_process, request.recalc) == ("sv", True, True)
        assert (request.policy.mode, request.policy.ratio_basis) == (
            RoundingMode.TRUNCATION,
            RatioBasis.SHOWN,
        )
        assert request.limits.sheets == 3
        assert (request.materiality, request.as_of) == (Threshold.parse("5 tkr"), date(2024, 4, 30))
        assert (request.schemas, request.question) == (Path("slag"), Question.RECONCILE)
        assert (task.fail_on, task.color) == ("note", "never")

    def test_of_sums_asks_for_sums_whatever_the_kinds(self) -> None:
        (task,) = planned("april.xlsx", Question.SUMS)

        assert (task.request.question, task.request.schemas) == (Question.SUMS, None)


class TestAgainst:
    def test_is_what_is_named(self, here: Path) -> None:
        for name in ("mars.xlsx", "fjol.xlsx"):
            (here / name).touch()
        (task,) = planned("--against mars.xlsx --against fjol.xlsx --decision KF41 april.xlsx")

        assert task.against == EarlierFiles((Path("mars.xlsx"), Path("fjol.xlsx")), "KF41")

    def test_is_nothing_where_nothing_is_named_and_for_sums(self) -> None:
        tasks = [*planned("april.xlsx"), *planned("april.xlsx", Question.SUMS)]

        assert [task.against for task in tasks] == [EarlierFiles(), EarlierFiles()]

    @pytest.mark.parametrize(
        ("output", "code"), [("-o mars.xlsx", "U022"), ("--format json -o mars.xlsx", "U048")]
    )
    def test_is_never_written_over(self, here: Path, output: str, code: str) -> None:
        (here / "mars.xlsx").touch()

        with pytest.raises(Misuse) as refused:
            planned(f"--against mars.xlsx {output} april.xlsx")
        assert refused.value.code == code

    def test_nor_is_one_of_another_ending(self, here: Path) -> None:
        (here / "mars.csv").touch()

        with pytest.raises(Misuse) as refused:
            planned("--against mars.csv --format csv -o mars.csv april.xlsx")
        assert refused.value.code == "U050"


class TestReports:
    def test_is_the_usual_one_where_nobody_asks(self) -> None:
        (task,) = planned("april.xlsx")

        assert (task.reports, task.is_usual) == ((("text", None),), True)

    def test_are_those_that_are_asked_for(self) -> None:
        (task,) = planned("--format text --format json -o april.json april.xlsx")

        assert (task.reports, task.is_usual) == ((("text", None), ("json", Path("april.json"))), False)

    def test_stand_in_the_order_of_the_workbooks(self) -> None:
        first, second = planned("--format csv -o listor maj.xlsx april.xlsx")

        assert (first.workbook, first.reports) == ("maj.xlsx", (("csv", Path("listor/maj.csv")),))
        assert (second.workbook, second.reports) == ("april.xlsx", (("csv", Path("listor/april.csv")),))

    def test_do_not_take_the_place_of_a_copy(self) -> None:
        with pytest.raises(Misuse, match=r"granskad is already the place of granskad"):
            planned("-o granskad --format json -o granskad april.xlsx")

    @pytest.mark.parametrize(
        ("asked", "file"),
        [
            ("--waivers undantag.toml --format json -o undantag.toml", "undantag.toml"),
            ("--carry-over mars.xls --format json -o ./mars.xls", "mars.xls"),
            ("--format json -o syditval.toml", "syditval.toml"),
        ],
        ids=["waivers", "an earlier review", "settings"],
    )
    def test_do_not_take_the_place_of_anything_else_that_is_read(
        self, asked: str, file: str, here: Path
    ) -> None:
        settle(here, "")
        for name in ("undantag.toml", "mars.xls"):
            (here / name).touch()

        with pytest.raises(Misuse, match=f"is already the place of {file}"):
            planned(f"{asked} april.xlsx")


class TestCopies:
    def test_go_beside_their_workbooks(self) -> None:
        place = Path("x/april.granskad.xlsx")
        (task,) = planned("x/april.xlsx")

        assert task.order == CopyOrder(place, beside=place)

    def test_each_has_its_place_and_where_an_earlier_one_would_be(self) -> None:
        first, second = planned("--no-marks -o ny x/april.xlsx -")
        wishes = Wishes(marks=False)

        assert first.order == CopyOrder(
            Path("ny/april.granskad.xlsx"), wishes, Path("ny"), beside=Path("x/april.granskad.xlsx")
        )
        assert second.order == CopyOrder(Path("ny/standard-input.granskad.xlsx"), wishes, Path("ny"))

    def test_are_not_made_where_none_is_wanted(self) -> None:
        assert planned("--no-annotate april.xlsx")[0].order is None
        assert planned("-")[0].order is None

    def test_a_place_for_none_makes_no_sense(self) -> None:
        with pytest.raises(Misuse, match="--no-annotate does not go with --output, --ticks, --time"):
            planned("--no-annotate -o x.xlsx --ticks --time 2024-05-08 april.xlsx")

    def test_the_place_of_a_report_is_no_such_place(self) -> None:
        (task,) = planned("--no-annotate --format json -o x.json april.xlsx")

        assert task.order is None

    def test_one_review_is_carried_over_to_one_workbook_only(self, here: Path) -> None:
        (here / "mars.xlsx").touch()
        with pytest.raises(Misuse, match="name one workbook"):
            planned("--carry-over mars.xlsx april.xlsx maj.xlsx")
        (task,) = planned("--carry-over mars.xlsx april.xlsx")
        assert task.order is not None
        assert task.order.carry_over == Path("mars.xlsx")


class TestSettled:
    def test_a_workbook_for_which_no_copies_are_settled_gets_none(self, here: Path) -> None:
        settle(here / "x", NO_COPIES)
        first, second = planned("x/april.xlsx maj.xlsx")

        assert first.order is None
        assert second.order is not None

    def test_whoever_names_a_place_for_the_copy_wants_one(self, here: Path) -> None:
        settle(here / "x", NO_COPIES)
        (task,) = planned("-o granskad.xlsx x/april.xlsx")

        assert task.order is not None
        assert task.order.target == Path("granskad.xlsx")

    def test_no_copy_takes_the_place_of_a_workbook_that_gets_none_by_itself(self, here: Path) -> None:
        settle(here / "x", NO_COPIES)
        (here / "x" / "maj.granskad.xlsx").touch()

        with pytest.raises(Misuse, match="would overwrite a workbook that is to be read"):
            planned("-o x maj.xlsx x/maj.granskad.xlsx")

    def test_marks_of_the_copy_are_no_contradiction_to_none(self, here: Path) -> None:
        settle(here, "ticks = true\n")

        assert planned("--no-annotate april.xlsx")[0].order is None


def test_planning_makes_nothing(here: Path) -> None:
    planned("-o granskade --format json -o listor april.xlsx maj.xlsx")

    assert [*here.iterdir()] == []
