"""``syditval waive``: a difference that somebody accepts, from the workbook into the settings, month after month."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from syditval.cli.main import main
from tests.cli.months import APRIL, MARCH, april, march, saved, sound

SAMPLES = Path(__file__).parents[2] / "samples"
TOTAL = "F101/budget/total/actual"
REASON = ("--reason", "Rättas i huvudboken.")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def waived(*arguments: object) -> int:
    return ended("waive", "--in-process", *arguments)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return march(tmp_path / "2024")


def written(file: Path) -> list[dict[str, Any]]:
    """The waivers of a settings file."""
    waivers: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["waivers"]
    return waivers


def record_of(workbook: Path, capsys: pytest.CaptureFixture[str], *options: object) -> dict[str, Any]:
    """The record of a reconciliation."""
    capsys.readouterr()
    ended("reconcile", "--in-process", "--no-annotate", "--format", "json", *options, workbook)
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


class TestEntry:
    def test_is_written_beside_a_workbook_that_nothing_is_settled_for(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = workbook.with_name("syditval.toml")

        assert waived(workbook, TOTAL, *REASON) == 0
        assert capsys.readouterr() == (f"Waived in {file}: {TOTAL}\n", "")
        assert written(file) == [
            {
                "code": "F101",
                "place": "budget/total/actual",
                "at_most": "9 tkr",
                "reason": "Rättas i huvudboken.",
            }
        ]

    def test_says_all_that_is_said_of_it(self, workbook: Path) -> None:
        said = ("--by", "A. Berg", "--until", "2024-12-31", "--at-most", "1,5 mkr")

        assert waived(workbook, TOTAL, *REASON, *said) == 0
        (entry,) = written(workbook.with_name("syditval.toml"))
        assert (entry["at_most"], entry["who"], str(entry["until"])) == ("1.5 mkr", "A. Berg", "2024-12-31")

    def test_goes_into_the_settings_that_hold_for_the_workbook(self, workbook: Path, tmp_path: Path) -> None:
        settled = tmp_path / "syditval.toml"
        settled.write_text('# Beslut i mars.\nlang = "sv"\n', encoding="utf-8")

        assert waived(workbook, TOTAL, *REASON) == 0
        assert settled.read_text(encoding="utf-8").startswith('# Beslut i mars.\nlang = "sv"\n')
        assert len(written(settled)) == 1
        assert not workbook.with_name("syditval.toml").exists()

    def test_goes_beside_the_workbook_where_settings_are_left_aside(
        self, workbook: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "syditval.toml").touch()

        assert waived("--isolated", workbook, TOTAL, *REASON) == 0
        assert (tmp_path / "syditval.toml").read_bytes() == b""
        assert len(written(workbook.with_name("syditval.toml"))) == 1

    def test_goes_into_the_file_that_is_named(self, workbook: Path, tmp_path: Path) -> None:
        named = tmp_path / "undantag.toml"

        assert waived(workbook, TOTAL, *REASON, "--waivers", named) == 0
        assert len(written(named)) == 1
        assert not workbook.with_name("syditval.toml").exists()

    def test_comes_after_those_that_are_there(self, workbook: Path) -> None:
        assert waived(workbook, TOTAL, *REASON) == 0
        assert waived(workbook, "Drift!D5", *REASON) == 0
        assert [each["code"] for each in written(workbook.with_name("syditval.toml"))] == ["F101", "V101"]

    def test_of_a_finding_without_an_amount_has_no_cap(self, tmp_path: Path) -> None:
        workbook = saved(tmp_path / "mars.xlsx", MARCH.replace("| 100           |", "| ca hundra |"))

        assert waived(workbook, "S001/budget/kapitalkostnader/actual", *REASON) == 0
        assert written(tmp_path / "syditval.toml")[0].keys() == {"code", "place", "reason"}

    def test_is_not_told_where_quiet_is_wanted(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert waived("-q", workbook, TOTAL, *REASON) == 0
        assert capsys.readouterr() == ("", "")
        assert len(written(workbook.with_name("syditval.toml"))) == 1


class TestName:
    @pytest.mark.parametrize(
        "name",
        [f"{TOTAL}/2024-03-31", TOTAL, "Drift!C12", "F101 Drift!C12"],
        ids=["id", "id without its period", "cell", "code and cell"],
    )
    def test_may_be_written_in_four_ways(self, workbook: Path, name: str) -> None:
        assert waived(workbook, name, *REASON) == 0
        (entry,) = written(workbook.with_name("syditval.toml"))
        assert (entry["code"], entry["place"]) == ("F101", "budget/total/actual")

    @pytest.mark.parametrize("name", ["F101", "Drift!C5", "C12", "F101/budget/total", ""])
    def test_that_nothing_has_is_refused(
        self, workbook: Path, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert waived(workbook, name, *REASON) == 2
        assert capsys.readouterr().err.startswith(f"syditval: U044: There is no finding {name}:")
        assert not workbook.with_name("syditval.toml").exists()

    def test_that_several_have_is_refused_with_theirs(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The total's variance is neither the sum of its lines nor budget less outcome."""
        workbook = saved(tmp_path / "mars.xlsx", MARCH.replace("| 1195", "| 1190"))

        assert waived(workbook, "Drift!D12", *REASON) == 2
        said = capsys.readouterr().err
        assert said.startswith("syditval: U045: Drift!D12 may be any of ")
        assert "F101/budget/total/variance/2024-03-31" in said
        assert "V101/budget/total/variance/2024-03-31" in said


class TestList:
    def test_names_every_finding_and_its_place(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert waived(workbook) == 0
        assert capsys.readouterr().out.splitlines() == [
            "V101/budget/lokalhyror/variance/2024-03-31  Drift!D5",
            "V101/budget/övrigt/variance/2024-03-31      Drift!D11",
            "F101/budget/total/actual/2024-03-31         Drift!C12",
            "V101/budget/total/variance/2024-03-31       Drift!D12",
        ]
        assert [path.name for path in workbook.parent.iterdir()] == ["mars.xlsx"]

    def test_names_what_is_waived_already_too(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert waived(workbook) == 0
        before = capsys.readouterr().out
        assert waived("-q", workbook, TOTAL, *REASON) == 0
        assert waived(workbook) == 0
        assert capsys.readouterr().out == before

    def test_names_what_is_found_with_the_roundings_that_are_settled(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Laxå's 48,0 is attainable from unrounded kronor, but 794/1 652 gives 48,1."""
        workbook = Path(shutil.copy(SAMPLES / "a-monthly-export.xlsx", tmp_path))
        assert waived(workbook) == 0
        assert "Nothing is found" in capsys.readouterr().out

        workbook.with_name("syditval.toml").write_text('ratio-basis = "shown"\n', encoding="utf-8")
        assert waived(workbook) == 0
        assert capsys.readouterr().out.split()[1] == "Investeringar!E7"

    def test_of_a_sound_workbook_says_that_there_is_nothing(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert waived(sound(tmp_path)) == 0
        assert capsys.readouterr().out == "Nothing is found, so there is nothing to waive.\n"

    def test_of_sums_names_what_sums_finds(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert waived("--sums", workbook) == 0
        ids = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        assert ids
        assert all(each.startswith("F2") or each.startswith("V2") for each in ids)


class TestStory:
    """From month to month, until it no longer holds."""

    @pytest.fixture
    def settled(self, workbook: Path) -> Path:
        """March, in which the difference of 9 tkr has been accepted until the end of the year."""
        assert waived(workbook, TOTAL, *REASON, "--by", "A. Berg", "--until", "2024-12-31") == 0
        return workbook

    ON_TIME = ("--as-of", "2024-04-30")

    def standing(self, record: dict[str, Any]) -> dict[str, str]:
        """Each finding that a waiver names, with what that does for it."""
        return {each["id"]: each["waiver"]["state"] for each in record["findings"] if each["waiver"]}

    def test_it_is_waived_in_the_workbook(self, settled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record = record_of(settled, capsys, *self.ON_TIME)

        assert self.standing(record) == {f"{TOTAL}/2024-03-31": "waived"}
        assert record["summary"]["waived"] == 1
        assert record["findings"][-1]["standing"] == (
            "Waived by A. Berg until 2024-12-31 up to 9\u00a0tkr: Rättas i huvudboken."
        )

    def test_next_month_it_is_waived_too_wherever_it_stands(
        self, settled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        workbook = saved(settled.with_name("april.xlsx"), APRIL.replace("| 594 ", "| 591 "))

        assert self.standing(record_of(workbook, capsys, *self.ON_TIME)) == {f"{TOTAL}/2024-04-30": "waived"}

    def test_larger_than_what_was_accepted_it_counts_again(
        self, settled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = record_of(april(settled.parent), capsys, *self.ON_TIME)

        assert self.standing(record) == {f"{TOTAL}/2024-04-30": "exceeded"}
        assert record["summary"]["waived"] == 0

    def test_after_its_last_day_it_counts_again_and_that_is_told(
        self, settled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = record_of(settled, capsys, "--as-of", "2025-01-01")

        assert self.standing(record) == {f"{TOTAL}/2024-03-31": "expired"}
        assert [each["code"] for each in record["findings"]].count("W002") == 1

    def test_without_a_day_it_is_held_against_today(
        self, settled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Which is long past the end of 2024."""
        assert self.standing(record_of(settled, capsys)) == {f"{TOTAL}/2024-03-31": "expired"}

    def test_where_nothing_is_wrong_any_more_that_is_told(
        self, settled: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = record_of(sound(settled.parent), capsys, *self.ON_TIME)

        assert [each["id"] for each in record["findings"]] == [f"W001/{TOTAL}"]

    def test_a_second_time_it_is_refused(self, settled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = settled.with_name("syditval.toml").read_bytes()
        capsys.readouterr()

        assert waived(settled, TOTAL, *REASON) == 2
        assert "U041: " in capsys.readouterr().err
        assert settled.with_name("syditval.toml").read_bytes() == before

    def test_all_findings_waived_are_exit_0(self, workbook: Path) -> None:
        assert ended("reconcile", "--in-process", "--no-annotate", "-q", workbook) == 1
        for cell in ("C12", "D5", "D11", "D12"):
            assert waived(workbook, f"Drift!{cell}", *REASON) == 0
        assert ended("reconcile", "--in-process", "--no-annotate", "-q", workbook) == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), "U004"),
        (("--reason", "  "), "U004"),
        ((*REASON, "--at-most", "lite"), "U052"),
        ((*REASON, "--at-most", "-5"), "U052"),
        ((*REASON, "--until", "2024-02-30"), "U053"),
        ((*REASON, "--until", "i maj"), "U053"),
    ],
    ids=["no reason", "a blank reason", "no amount", "less than nothing", "no day", "no day either"],
)
def test_what_makes_no_sense_is_one_sentence_and_nothing_is_written(
    workbook: Path, options: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert waived(workbook, TOTAL, *options) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"syditval: {code}: ")
    assert streams.err.count("\n") == 1
    assert [path.name for path in workbook.parent.iterdir()] == ["mars.xlsx"]


def test_standard_input_has_no_place_for_a_waiver(capsys: pytest.CaptureFixture[str]) -> None:
    assert waived("-", TOTAL, *REASON) == 2
    assert "U043: " in capsys.readouterr().err


def test_settings_that_make_no_sense_are_listed_and_left_as_they_are(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workbook.with_name("syditval.toml")
    file.write_text('lang = "fi"\ntick = true\n', encoding="utf-8")

    assert waived(workbook, TOTAL, *REASON) == 2
    assert [line[:16] for line in capsys.readouterr().err.splitlines()] == [
        "syditval: K004: ",
        "syditval: K001: ",
    ]
    assert file.read_text(encoding="utf-8") == 'lang = "fi"\ntick = true\n'


def test_a_workbook_that_cannot_be_read_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert waived(tmp_path / "mars.xlsx", TOTAL, *REASON) == 2
    assert "R001: " in capsys.readouterr().err


def test_what_comes_from_the_workbook_is_shown_and_never_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = saved(tmp_path / "mars.xlsx", MARCH.replace("Lokalhyror", "[red]Hyror\u202e"))

    assert waived(workbook) == 0
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
