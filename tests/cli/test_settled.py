"""What is settled for a workbook: found from its folder upwards, and weaker than the call and the environment."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from syditval.arithmetic import RatioBasis, RoundingMode
from syditval.cli.main import main
from syditval.cli.reconcile_command import command
from syditval.cli.tasks import Task, tasks
from syditval.model.threshold import Threshold
from syditval.run import Question
from tests.cli.months import march, sound

WAIVED = '[[waivers]]\ncode = "F101"\nplace = "budget/total/actual"\nreason = "Settled."\n'


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def reconciled(*arguments: object) -> int:
    return ended("reconcile", "--in-process", *arguments)


def planned(*typed: str) -> list[Task]:
    """What a call of reconcile is going to do."""
    with command().make_context("reconcile", ["--in-process", *typed]) as context:
        return tasks(context.params, Question.RECONCILE)  # type: ignore[arg-type]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The workbook of March, three folders down."""
    return march(tmp_path / "kommunen" / "2024" / "mars")


def settle(folder: Path, toml: str) -> Path:
    file = folder / "syditval.toml"
    file.write_text(toml, encoding="utf-8")
    return file


Seen = Callable[[Task], object]
# Of each key: what a task shows of it, then by default, with the file, with the environment, and with the call.
KEYS: dict[str, tuple[Seen, object, tuple[str, object], tuple[str, object], tuple[str, object]]] = {
    "fail-on": (
        lambda task: task.fail_on,
        "error",
        ('"warning"', "warning"),
        ("note", "note"),
        ("--fail-on=error", "error"),
    ),
    "rounding": (
        lambda task: task.request.policy.mode,
        RoundingMode.NEAREST,
        ('"truncation"', RoundingMode.TRUNCATION),
        ("nearest", RoundingMode.NEAREST),
        ("--rounding=truncation", RoundingMode.TRUNCATION),
    ),
    "ratio-basis": (
        lambda task: task.request.policy.ratio_basis,
        RatioBasis.UNDERLYING,
        ('"shown"', RatioBasis.SHOWN),
        ("underlying", RatioBasis.UNDERLYING),
        ("--ratio-basis=shown", RatioBasis.SHOWN),
    ),
    "materiality": (
        lambda task: task.request.materiality,
        None,
        ('"1 tkr"', Threshold.parse("1 tkr")),
        ("2 tkr", Threshold.parse("2 tkr")),
        ("--materiality=3 tkr", Threshold.parse("3 tkr")),
    ),
    "recalc": (lambda task: task.request.recalc, False, ("true", True), ("nej", False), ("--recalc", True)),
    "no-annotate": (
        lambda task: task.order is None,
        False,
        ("true", True),
        ("nej", False),
        ("--no-annotate", True),
    ),
    "no-marks": (
        lambda task: bool(task.order and not task.order.wishes.marks),
        False,
        ("true", True),
        ("nej", False),
        ("--no-marks", True),
    ),
    "ticks": (
        lambda task: bool(task.order and task.order.wishes.ticks),
        False,
        ("true", True),
        ("nej", False),
        ("--ticks", True),
    ),
    "show-uncovered": (
        lambda task: bool(task.order and task.order.wishes.uncovered),
        False,
        ("true", True),
        ("nej", False),
        ("--show-uncovered", True),
    ),
    "schemas": (
        lambda task: task.request.schemas and task.request.schemas.name,
        None,
        ('"of-file"', "of-file"),
        (".", ""),
        ("--schemas=..", ".."),
    ),
    "limits": (
        lambda task: task.request.limits.sheets,
        500,
        ("{sheets = 3}", 3),
        ("sheets=4", 4),
        ("--limit=sheets=5", 5),
    ),
}


class TestOrder:
    """The call goes before the environment, that before the file, and that before the default."""

    @pytest.mark.parametrize("key", KEYS)
    def test_holds_for_every_key(self, key: str, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        seen, default, of_file, of_environment, of_call = KEYS[key]
        outcomes = [seen(planned(str(workbook))[0])]
        settle(workbook.parent, f"{key} = {of_file[0]}\n")
        outcomes += [seen(planned(str(workbook))[0])]
        variable = "LIMIT" if key == "limits" else key.replace("-", "_").upper()
        monkeypatch.setenv(f"SYDITVAL_{variable}", of_environment[0])
        outcomes += [seen(planned(str(workbook))[0])]
        outcomes += [seen(planned(of_call[0], str(workbook))[0])]

        assert outcomes == [default, of_file[1], of_environment[1], of_call[1]]

    @pytest.mark.parametrize("key", KEYS)
    def test_what_is_typed_holds_without_the_environment_too(self, key: str, workbook: Path) -> None:
        seen, _, of_file, _, (typed, value) = KEYS[key]
        settle(workbook.parent, f"{key} = {of_file[0]}\n")

        assert seen(planned(typed, str(workbook))[0]) == value

    def test_a_default_that_is_typed_is_not_one_that_nobody_named(self, workbook: Path) -> None:
        settle(workbook.parent, 'rounding = "truncation"\nfail-on = "note"\n')
        (task,) = planned("--rounding=nearest", "--fail-on=error", str(workbook))

        assert (task.request.policy.mode, task.fail_on) == (RoundingMode.NEAREST, "error")

    def test_a_limit_of_the_environment_goes_before_a_settled_one(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settle(workbook.parent, "[limits]\nsheets = 3\nparts = 30\n")
        monkeypatch.setenv("SYDITVAL_LIMIT_SHEETS", "4")
        (task,) = planned(str(workbook))

        assert (task.request.limits.sheets, task.request.limits.parts) == (4, 30)

    def test_every_key_of_a_settings_file_is_among_them(self, workbook: Path) -> None:
        """But for the language and the waivers, which are told of below."""
        file = settle(workbook.parent, "no_such_key = 1\n")
        with pytest.raises(Exception, match=str(file)) as wrong:
            planned(str(workbook))
        (known,) = (mistake.fields["known"] for mistake in wrong.value.mistakes)  # type: ignore[attr-defined]

        assert {*known.split(", ")} == {*KEYS, "lang", "waivers"}


class TestLanguage:
    """Of the report. What is said on the error stream is in the language of whoever sits there."""

    @pytest.mark.parametrize(
        ("typed", "variable", "settled", "locale", "language"),
        [
            ((), "", "", "en_GB.UTF-8", "en"),
            ((), "", "", "sv_SE.UTF-8", "sv"),
            ((), "", "sv", "en_GB.UTF-8", "sv"),
            ((), "en", "sv", "sv_SE.UTF-8", "en"),
            (("--lang", "sv"), "en", "en", "en_GB.UTF-8", "sv"),
        ],
        ids=["none", "locale", "file", "environment", "call"],
    )
    def test_comes_from_the_first_that_names_one(
        self,
        typed: tuple[str, ...],
        variable: str,
        settled: str,
        locale: str,
        language: str,
        workbook: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("SYDITVAL_LANG", variable)
        monkeypatch.setenv("LC_ALL", locale)
        settle(workbook.parent, f'lang = "{settled}"\n' if settled else "")
        reconciled("--no-annotate", "--format", "json", *typed, workbook)

        assert json.loads(capsys.readouterr().out)["language"] == language

    def test_of_an_inspection_too(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.delenv("SYDITVAL_LANG")
        monkeypatch.setenv("LC_ALL", "C")
        settle(workbook.parent, 'lang = "sv"\n')

        assert ended("inspect", "--in-process", workbook) == 0
        assert "1 blad, 12 rader, 42 celler" in capsys.readouterr().out


class TestPlace:
    def test_the_nearest_file_upwards_holds_alone(self, workbook: Path, tmp_path: Path) -> None:
        settle(tmp_path, 'fail-on = "warning"\nmateriality = "1 tkr"\n')
        assert planned(str(workbook))[0].fail_on == "warning"
        settle(workbook.parents[1], 'fail-on = "note"\n')
        (task,) = planned(str(workbook))

        assert (task.fail_on, task.request.materiality) == ("note", None)

    def test_it_is_that_of_the_workbook_and_not_that_of_where_one_stands(
        self, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settle(workbook.parent, 'fail-on = "note"\n')
        (tmp_path / "annat").mkdir()
        settle(tmp_path / "annat", 'fail-on = "warning"\n')
        monkeypatch.chdir(tmp_path / "annat")

        assert planned(str(workbook))[0].fail_on == "note"
        assert planned("../kommunen/2024/mars/mars.xlsx")[0].fail_on == "note"

    def test_standard_input_has_those_of_where_one_stands(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settle(workbook.parents[1], f'materiality = "1 tkr"\n{WAIVED}')
        monkeypatch.chdir(workbook.parent)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(workbook.read_bytes())))
        reconciled("--format", "json", "-")
        record = json.loads(capsys.readouterr().out)

        assert record["options"]["materiality"] == "1 tkr"
        assert record["summary"]["waived"] == 1

    def test_every_workbook_of_a_call_has_its_own(
        self, workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        other = march(tmp_path / "bolaget")
        settle(workbook.parent, 'lang = "sv"\nno-annotate = true\nmateriality = "1 tkr"\n')
        settle(other.parent, 'ratio-basis = "shown"\n')
        (tmp_path / "ut").mkdir()
        reconciled(
            "--format", "json", "-o", tmp_path / "ut", workbook, other.rename(other.with_name("bolag.xlsx"))
        )
        records = [json.loads((tmp_path / "ut" / name).read_bytes()) for name in ("mars.json", "bolag.json")]

        assert [record["options"].get("materiality") for record in records] == ["1 tkr", None]
        assert [record["options"]["ratio-basis"] for record in records] == ["underlying", "shown"]
        assert [path.name for path in tmp_path.rglob("*.granskad.xlsx")] == ["bolag.granskad.xlsx"]

    def test_a_folder_of_schemas_is_seen_from_the_file(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        settle(workbook.parents[1], 'schemas = "slag"\n')
        monkeypatch.chdir(tmp_path)

        assert planned(str(workbook))[0].request.schemas == workbook.parents[1] / "slag"

    @pytest.mark.parametrize("typed", ["--ticks", "--tick=F=S", "--show-uncovered"])
    def test_marks_that_are_asked_for_are_made_whatever_is_settled(self, workbook: Path, typed: str) -> None:
        settle(workbook.parent, "no-marks = true\nno-annotate = true\n")
        (task,) = planned(typed, str(workbook))

        assert task.order is not None
        assert task.order.wishes.marks

    def test_no_marks_are_made_where_none_are_asked_for_whatever_is_settled(self, workbook: Path) -> None:
        settle(workbook.parent, "ticks = true\nshow-uncovered = true\n")
        (task,) = planned("--no-marks", str(workbook))

        assert task.order is not None
        assert not task.order.wishes.marks

    def test_isolated_leaves_all_of_it_aside(self, workbook: Path) -> None:
        settle(workbook.parent, f'fail-on = "note"\n[limits]\nsheets = 3\n{WAIVED}')
        (task,) = planned("--isolated", str(workbook))

        assert (task.fail_on, task.request.limits.sheets, task.request.waivers) == ("error", 500, ())

    def test_isolated_does_not_even_read_it(self, workbook: Path) -> None:
        settle(workbook.parent, "no such thing")

        assert planned("--isolated", str(workbook))[0].fail_on == "error"


class TestWaivers:
    def test_that_are_settled_hold(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        settle(workbook.parent, WAIVED)
        reconciled("--no-annotate", "--format", "json", workbook)

        assert json.loads(capsys.readouterr().out)["summary"]["waived"] == 1

    def test_of_a_file_that_is_named_hold_in_place_of_them(self, workbook: Path, tmp_path: Path) -> None:
        settle(workbook.parent, f'fail-on = "note"\n{WAIVED}')
        other = tmp_path / "undantag.toml"
        other.write_text(WAIVED.replace("F101", "V101"), encoding="utf-8")
        (task,) = planned("--waivers", str(other), str(workbook))

        assert [waiver.code for waiver in task.request.waivers] == ["V101"]
        assert task.fail_on == "note"


class TestTold:
    def test_verbose_names_the_file_and_what_it_settles(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = settle(workbook.parent, f'fail-on = "note"\nticks = true\n[limits]\nsheets = 30\n{WAIVED}')
        reconciled("-v", "--no-annotate", workbook)

        assert capsys.readouterr().err == (
            f"Settings: {file} (ticks = true, fail-on = note, limits.sheets = 30; waivers: 1)\n"
        )

    def test_a_file_that_several_workbooks_share_is_told_once(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settle(workbook.parent, WAIVED)
        reconciled("-v", "--no-annotate", workbook, sound(workbook.parent))
        reconciled("-v", "--no-annotate", workbook)

        said = capsys.readouterr().err.splitlines()
        assert len(said) == 2
        assert all(line.endswith("(nothing settled; waivers: 1)") for line in said)

    def test_without_being_asked_nothing_is(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        settle(workbook.parent, WAIVED)
        reconciled("--no-annotate", workbook)

        assert capsys.readouterr().err == ""

    def test_a_file_that_was_changed_between_two_calls_is_read_anew(self, workbook: Path) -> None:
        settle(workbook.parent, 'fail-on = "note"\n')
        planned(str(workbook))
        settle(workbook.parent, 'fail-on = "warning"\n')

        assert planned(str(workbook))[0].fail_on == "warning"


class TestMistakes:
    def lines(self, capsys: pytest.CaptureFixture[str]) -> list[str]:
        streams = capsys.readouterr()
        assert streams.out == ""
        return [line.removeprefix("syditval: ") for line in streams.err.splitlines()]

    def test_are_all_listed_with_file_and_key_before_anything_is_done(
        self, workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settled = settle(
            workbook.parent, 'lang = "fi"\nticks = "ja"\ncolour = 1\n[limits]\nrows = 5\n[[waivers]]\n'
        )
        before = sorted(tmp_path.rglob("*"))

        assert reconciled(sound(tmp_path), workbook) == 2
        lines = self.lines(capsys)
        assert [line[:4] for line in lines] == ["K003", "K004", "K001", "K002", "K002", "K002", "K001"]
        assert all(f"{settled}" in line for line in lines)
        for key, line in zip(("ticks", "lang", "limits.rows", "waivers[1].code"), lines, strict=False):
            assert key in line
        assert sorted(tmp_path.rglob("*")) == [*before[:1], *sorted({*before[1:], tmp_path / "maj.xlsx"})]

    def test_of_several_files_are_listed_too_each_once(
        self, workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        other = march(tmp_path / "bolaget")
        files = [settle(workbook.parent, "lang = 5\n"), settle(other.parent, "fail-on = 5\n")]

        assert reconciled(workbook, sound(workbook.parent), other) == 2
        lines = self.lines(capsys)
        assert len(lines) == 2
        assert [str(file) in line for file, line in zip(files, lines, strict=True)] == [True, True]

    def test_an_unknown_limit_is_one(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        settle(workbook.parent, "[limits]\nrows = 5\n")

        assert reconciled(workbook) == 2
        (line,) = self.lines(capsys)
        assert line.startswith("K001: ")
        assert "limits.rows" in line
        assert "sheets" in line

    @pytest.mark.parametrize("command", ["inspect", "sums", "waive"])
    def test_stop_every_command_that_heeds_settings(
        self, command: str, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settle(workbook.parent, "lang = 5\n")

        assert ended(command, "--in-process", workbook) == 2
        assert self.lines(capsys)[0].startswith("K003: ")

    def test_a_file_that_is_no_toml_is_one(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = settle(workbook.parent, "lang = \n")

        assert reconciled(workbook) == 2
        assert self.lines(capsys)[0].startswith(f"K008: {file}: ")


def test_what_click_gives_is_not_changed(workbook: Path) -> None:
    settle(workbook.parent, "ticks = true\n")
    with command().make_context("reconcile", [str(workbook)]) as context:
        given: dict[str, Any] = dict(context.params)
        tasks(context.params, Question.RECONCILE)  # type: ignore[arg-type]

        assert context.params == given
