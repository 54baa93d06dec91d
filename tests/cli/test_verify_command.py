"""``syditval verify``: whether a run comes out as its record says, and what does not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from syditval.cli.main import main
from syditval.model.record import SEAL, seal_of
from tests.cli.months import april, march, sound

SHIPPED = Path(__file__).parents[2] / "schemas"

Record = dict[str, Any]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def recorded(workbook: Path, *options: object) -> Path:
    """The record of a run on a workbook, beside it."""
    record = workbook.with_suffix(".json")
    ended("reconcile", "--in-process", "--no-annotate", "--format", "json", "-o", record, *options, workbook)
    return record


@pytest.fixture
def record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The record of a run on the workbook of March, which lies beside it."""
    made = recorded(march(tmp_path))
    capsys.readouterr()
    return made


def verified(*arguments: object) -> int:
    return ended("verify", "--in-process", *arguments)


def changed(record: Path, change: Callable[[Record], object], *, sealed: bool = False) -> Path:
    """The record after somebody has changed it; he may have made a seal that fits it too."""
    made = json.loads(record.read_bytes())
    change(made)
    record.write_text(json.dumps(made | {SEAL: seal_of(made)} if sealed else made), encoding="utf-8")
    return record


def refusal(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on the error stream, and nothing else."""
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("syditval: ")
    assert streams.err.count("\n") == 1
    return streams.err.removeprefix("syditval: ")


class TestSame:
    @pytest.mark.parametrize("named", [True, False], ids=["named", "beside the record"])
    def test_a_record_comes_out_on_its_own_workbook(
        self, record: Path, named: bool, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verified(record, *([record.with_name("mars.xlsx")] if named else [])) == 0
        streams = capsys.readouterr()
        assert "Everything comes out as the record says" in streams.out
        assert "What deviates" not in streams.out
        assert streams.err == ""

    def test_its_workbook_may_lie_here_instead(
        self, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "arkiv").mkdir()
        archived = Path(shutil.move(record, tmp_path / "arkiv" / "mars.json"))
        monkeypatch.chdir(tmp_path)

        assert verified(archived) == 0

    @pytest.mark.parametrize(
        "options",
        [
            ("--lang", "sv"),
            ("--rounding", "truncation", "--ratio-basis", "shown"),
            ("--materiality", "20 tkr"),
        ],
        ids=["Swedish", "roundings", "materiality"],
    )
    def test_it_comes_out_with_the_options_that_it_was_made_with(
        self, tmp_path: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verified(recorded(march(tmp_path), *options)) == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_it_is_told_in_the_language_asked_for(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verified("--lang", "sv", record) == 0
        assert "Allt blir som protokollet säger" in capsys.readouterr().out

    def test_a_sound_workbook_too(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verified(recorded(sound(tmp_path))) == 0
        assert ", 0 findings," in capsys.readouterr().out

    def test_of_sums_too(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        workbook, record = march(tmp_path), tmp_path / "sums.json"
        ended("sums", "--in-process", "--no-annotate", "--format", "json", "-o", record, workbook)
        capsys.readouterr()

        assert verified(record) == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_of_an_annotated_copy_too(self, tmp_path: Path) -> None:
        """What was read was the copy without its marks; the file is the copy."""
        march(tmp_path)
        ended("reconcile", "--in-process", tmp_path / "mars.xlsx")

        assert verified(recorded(tmp_path / "mars.granskad.xlsx")) == 0

    def test_quiet_says_it_by_the_exit_code_alone(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verified("-q", record) == 0
        assert verified("-q", record, april(record.parent)) == 1
        assert capsys.readouterr() == ("", "")

    def test_in_a_process_of_its_own_too(self, record: Path) -> None:
        assert ended("verify", record) == 0


class TestWaivers:
    TOTAL = ("Drift!C12", "--reason", "Rättas i huvudboken.", "--until", "2024-12-31")

    @pytest.fixture
    def accepted(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        """The record of a run on a day on which a difference was accepted, as it is no longer."""
        workbook = march(tmp_path)
        assert ended("waive", workbook, *self.TOTAL) == 0
        record = recorded(workbook, "--as-of", "2024-04-30")
        capsys.readouterr()
        assert json.loads(record.read_bytes())["summary"]["waived"] == 1
        return record

    def test_are_those_of_the_record_and_so_is_the_day(
        self, accepted: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Neither the settings nor the calendar have a part in it."""
        accepted.with_name("syditval.toml").unlink()

        assert verified(accepted) == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_that_are_settled_since_do_not_count(self, record: Path) -> None:
        assert ended("waive", record.with_name("mars.xlsx"), *self.TOTAL) == 0

        assert verified(record) == 0

    def test_another_day_by_hand_is_another_outcome(
        self, accepted: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verified(changed(accepted, lambda made: made["options"].update({"as-of": "2025-01-01"}))) == 1
        said = capsys.readouterr().out
        assert "The seal of the record does not fit" in said
        assert "finding F101/budget/total/actual/2024-03-31: Drift!C12, error, waived in the record" in said
        assert "finding W002/F101/budget/total/actual: nothing in the record; now warning" in said


class TestOther:
    def test_another_workbook(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verified(record, april(record.parent)) == 1
        said = capsys.readouterr().out
        assert "-  workbook april.xlsx: " in said
        assert "Something else comes out than the record says." in said

    def test_the_workbook_after_somebody_has_worked_on_it(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        april(record.parent).replace(record.with_name("mars.xlsx"))

        assert verified(record) == 1
        assert "-  workbook mars.xlsx: " in capsys.readouterr().out

    @pytest.fixture
    def schemas(self, tmp_path: Path) -> Path:
        """A folder of schemas in which the rule on totals is worth a note."""
        folder = Path(shutil.copytree(SHIPPED, tmp_path / "slag"))
        with (folder / "budget.toml").open("a", encoding="utf-8") as file:
            file.write('[severities]\nF101 = "note"\n')
        return folder

    def test_another_schema(self, record: Path, schemas: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verified("--schemas", schemas, record) == 1
        said = capsys.readouterr().out
        assert "-  schema budget: " in said
        assert "error in the record; now Drift!C12, note" in said

    def test_another_schema_that_is_settled_for_the_workbook(
        self, record: Path, schemas: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record.with_name("syditval.toml").write_text('schemas = "slag"\n', encoding="utf-8")

        assert verified(record) == 1
        assert "-  schema budget: " in capsys.readouterr().out
        assert verified("--isolated", record) == 0

    def test_a_schema_that_gives_the_same_verdicts_is_told_and_is_no_failure(
        self, record: Path, schemas: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (schemas / "budget.toml").write_bytes((SHIPPED / "budget.toml").read_bytes() + b"# Ny.\n")

        assert verified("--schemas", schemas, record) == 0
        said = capsys.readouterr().out
        assert "-  schema budget: " in said
        assert "The same verdicts come out on another basis" in said


class TestChangedByHand:
    def test_a_verdict_breaks_the_seal_and_its_relation_is_named(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def acquit(made: Record) -> None:
            (total,) = (
                each for each in made["relations"] if each["target"] == "Drift!C12" and each["rule"] == "F101"
            )
            total["verdict"] = "exact"

        assert verified(changed(record, acquit)) == 1
        said = capsys.readouterr().out
        assert "The seal of the record does not fit: it has been changed since it was written." in said
        relation = "relation F101 Drift!C12: exact (should be 420, is 429) in the record; now inconsistent"
        assert relation in said

    def test_nothing_but_the_seal_need_tell_it(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What nobody compares is sealed too."""
        assert verified(changed(record, lambda made: made["causes"].clear())) == 1
        assert "Number of deviations: 1." in capsys.readouterr().out

    def test_another_rounding_with_a_seal_that_fits(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shutil.copy(SHIPPED.parent / "samples" / "a-monthly-export.xlsx", tmp_path / "april.xlsx")
        record = recorded(tmp_path / "april.xlsx")
        capsys.readouterr()
        shown = {"ratio-basis": "shown"}

        assert verified(changed(record, lambda made: made["options"].update(shown), sealed=True)) == 1
        said = capsys.readouterr().out
        assert "The seal" not in said
        assert "-  relation V103 Investeringar!E7: rounding (" in said

    def test_laid_out_otherwise_it_is_the_same_record(self, record: Path) -> None:
        """Programs that read and write JSON keep what it says, not how it is written."""
        made = json.loads(record.read_bytes())
        record.write_text(
            json.dumps(dict(reversed(made.items())), ensure_ascii=True, indent=1), encoding="utf-16"
        )

        assert verified(record) == 0


WRONG: dict[str, tuple[str, Callable[[Record], object]]] = {
    "an older form": ("P003", lambda made: made.update(record=1)),
    "a form of times to come": ("P003", lambda made: made.update(record=3)),
    "no form": ("P002", lambda made: made.pop("record")),
    "no relations": ("P004", lambda made: made.pop("relations")),
    "an unknown rounding": ("P004", lambda made: made["options"].update(rounding="uppåt")),
    "an unknown language": ("P004", lambda made: made.update(language="../en")),
    "a day that is none": ("P004", lambda made: made["options"].update({"as-of": "igår"})),
}


class TestUnusable:
    @pytest.mark.parametrize("name", WRONG)
    @pytest.mark.parametrize("sealed", [False, True], ids=["unsealed", "sealed"])
    def test_a_record_that_makes_no_sense(
        self, record: Path, name: str, sealed: bool, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, change = WRONG[name]

        assert verified(changed(record, change, sealed=sealed)) == 2
        assert refusal(capsys).startswith(f"{code}: {record} ")

    @pytest.mark.parametrize(
        "content",
        [b"", b"\x00\xff\x93", b"PK\x03\x04", b"[]", b"[" * 100_000, b'{"a":' * 100_000],
        ids=["empty", "garbage", "a workbook", "a list", "deep lists", "deep tables"],
    )
    def test_a_file_that_is_no_record(
        self, record: Path, content: bytes, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record.write_bytes(content)

        assert verified(record) == 2
        assert refusal(capsys).startswith(f"P002: {record} ")

    def test_a_record_that_is_not_there(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verified(tmp_path / "mars.json") == 2
        assert refusal(capsys).startswith("P001: ")

    @pytest.mark.parametrize(
        "name",
        [
            "../../etc/passwd",
            "/etc/passwd",
            "..",
            ".",
            "",
            "mars.json/..",
            "x" * 5_000,
            "mars\0.xlsx",
            "bok\ud83d.xlsx",
            "[red]\x1b[31m.xlsx",
        ],
        ids=lambda name: ascii(name[:20]),
    )
    def test_a_name_leads_nowhere_but_beside_the_record_and_here(
        self, record: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(record.parent)
        changed(record, lambda made: made["inputs"][0].update(name=name), sealed=True)

        assert verified(record) == 2
        said = refusal(capsys)
        assert said.startswith("P005: ")
        assert said.rstrip("\n").isprintable()

    def test_of_a_name_with_folders_only_the_name_itself_counts(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (record.parent / "arkiv").mkdir()
        april(record.parent / "arkiv")
        changed(record, lambda made: made["inputs"][0].update(name="arkiv/april.xlsx"), sealed=True)

        assert verified(record) == 2
        assert refusal(capsys).startswith("P005: ")

    def test_a_workbook_that_is_gone(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record.with_name("mars.xlsx").unlink()

        assert verified(record) == 2
        assert refusal(capsys) == (
            f"P005: mars.xlsx, which {record} is the record of, lies neither beside it nor here: "
            "name the workbook after the record.\n"
        )
        assert verified(record, record.with_name("mars.xlsx")) == 2
        assert refusal(capsys).startswith("R001: ")

    def test_a_workbook_that_cannot_be_read(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record.with_name("mars.xlsx").write_bytes(b"PK\x03\x04")

        assert verified(record) == 2
        assert refusal(capsys).startswith("R")

    def test_a_limit_that_is_exceeded(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verified("--limit", "sheet_cells=3", record) == 2
        assert "--limit sheet_cells=NUMBER" in refusal(capsys)

    def test_settings_that_make_no_sense(self, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
        record.with_name("syditval.toml").write_text("lang = 5\n", encoding="utf-8")

        assert verified(record) == 2
        assert refusal(capsys).startswith("K003: ")


def test_nothing_is_written(record: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in record.parent.iterdir()}

    before = files()
    verified(record)
    assert files() == before
