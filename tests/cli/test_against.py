"""``--against``: a month held against the workbooks of earlier ones, and a record of that verified."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from syditval.cli.against import EarlierFiles, against_of, beside
from syditval.cli.main import main
from syditval.cli.misuse import Misuse
from syditval.model.record import SEAL, seal_of
from tests.annotation.seen import opened
from tests.cli.months import april, march

MONTHS = Path(__file__).parents[2] / "samples" / "months"
DECISION = "KF 2024-04-22 § 57"

Record = dict[str, Any]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with March, the April that differs from it and the sound one, and we stand in it."""
    for name, sample in (("mars", "2024-03"), ("april", "2024-04-errors"), ("rättad", "2024-04")):
        shutil.copy(MONTHS / f"{sample}.xlsx", tmp_path / f"{name}.xlsx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def reconciled(*arguments: object) -> int:
    return ended("reconcile", "--in-process", "--no-annotate", *arguments)


def codes(record: Record) -> set[str]:
    """The rules that have findings in a record."""
    return {each["code"] for each in record["findings"]}


class TestReconcile:
    def test_what_only_the_month_before_shows_is_found(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert reconciled("--fail-on", "warning", "april.xlsx") == 0
        assert reconciled("--fail-on", "warning", "april.xlsx", "--against", "mars.xlsx") == 1
        assert "but was 100 last month ('[mars.xlsx]Drift'!B14)" in " ".join(capsys.readouterr().out.split())

    def test_the_record_names_what_it_was_held_against_and_the_decision(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        reconciled("--format", "json", "april.xlsx", "--against", "mars.xlsx", "--decision", DECISION)
        record = json.loads(capsys.readouterr().out)

        assert [(each["name"], each["period"]) for each in record["against"]] == [("mars.xlsx", "2024-03")]
        assert record["options"]["decision"] == DECISION
        assert {"T101", "T102"} & codes(record) == {"T102"}

    def test_each_of_several_workbooks_is_held_against_it(self, here: Path) -> None:
        out = here / "protokoll"
        against = ("--against", "mars.xlsx")
        assert reconciled("--format", "json", "-o", out, "rättad.xlsx", "april.xlsx", *against) == 0
        sound, other = (json.loads((out / f"{name}.json").read_bytes()) for name in ("rättad", "april"))

        assert sound["against"] == other["against"]
        assert (codes(sound), "T101" in codes(other)) == (set(), True)

    def test_with_several_earlier_ones_the_last_before_it_counts(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shutil.copy(MONTHS / "2024-01.xlsx", here / "januari.xlsx")
        against = ("--against", "januari.xlsx", "--against", "mars.xlsx")
        reconciled("--format", "json", "rättad.xlsx", *against)
        record = json.loads(capsys.readouterr().out)

        assert [each["name"] for each in record["against"]] == ["januari.xlsx", "mars.xlsx"]
        terms = {term["cell"].partition("]")[0] for each in record["relations"] for term in each["terms"]}
        assert {each for each in terms if each.startswith("'[")} == {"'[mars.xlsx"}

    def test_one_that_cannot_be_read_is_refused_by_name(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "mars.xlsx").write_bytes(b"")

        assert reconciled("april.xlsx", "--against", "mars.xlsx") == 2
        streams = capsys.readouterr()
        assert (streams.out, streams.err[:25]) == ("", "syditval: R004: mars.xlsx")

    def test_an_encrypted_one_is_read_with_its_password(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        locked = io.BytesIO()
        OOXMLFile(io.BytesIO((here / "mars.xlsx").read_bytes())).encrypt("hemligt", locked)
        (here / "mars.xlsx").write_bytes(locked.getvalue())
        call = ("--fail-on", "warning", "april.xlsx", "--against", "mars.xlsx")

        assert reconciled(*call) == 2
        assert "mars.xlsx" in capsys.readouterr().err
        monkeypatch.setenv("SYDITVAL_PASSWORD", "hemligt")
        assert reconciled(*call) == 1

    def test_the_annotated_copy_tells_it_too(self) -> None:
        assert ended("reconcile", "--in-process", "--against", "mars.xlsx", "april.xlsx") == 0

        review = opened(Path("april.granskad.xlsx"))["Granskning"]
        assert {"T101", "T103", "T104", "T202", "T301"} <= {cell.value for row in review for cell in row}


class TestNamedTwice:
    @pytest.mark.parametrize(
        ("files", "workbooks"),
        [
            (["mars.xlsx"], ["mars.xlsx"]),
            (["x/../mars.xlsx"], ["april.xlsx", "mars.xlsx"]),
            (["mars.xlsx", "./mars.xlsx"], ["april.xlsx"]),
        ],
        ids=["the workbook itself", "one of several", "twice"],
    )
    def test_is_refused(self, here: Path, files: list[str], workbooks: list[str]) -> None:
        (here / "x").mkdir()

        with pytest.raises(Misuse) as refused:
            against_of([*map(Path, files)], "", workbooks)
        assert refused.value.code == "U055"

    def test_standard_input_has_no_name(self) -> None:
        assert against_of([Path("mars.xlsx")], "", ["-"]) == EarlierFiles((Path("mars.xlsx"),))


class TestVerify:
    @pytest.fixture
    def record(self, here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        """The record of April, held against March, which lies beside it."""
        made = here / "april.json"
        reconciled(
            "--format", "json", "-o", made, "april.xlsx", "--against", "mars.xlsx", "--decision", DECISION
        )
        capsys.readouterr()
        return made

    def verified(self, *arguments: object) -> int:
        return ended("verify", "--in-process", *arguments)

    def test_the_earlier_workbook_is_found_beside_the_record(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.verified(record) == 0
        assert "Everything comes out as the record says" in capsys.readouterr().out

    def test_or_named_whatever_it_is_called_by_now(
        self, here: Path, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "arkiv").mkdir()
        (here / "mars.xlsx").rename(here / "arkiv" / "2024-03 slutlig.xlsx")

        assert self.verified(record, "--against", "arkiv/2024-03 slutlig.xlsx") == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_another_of_its_name_is_told_and_what_comes_of_it(
        self, here: Path, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "mars.xlsx").unlink()
        other = here / "arkiv" / "mars.xlsx"
        other.parent.mkdir()
        shutil.copy(MONTHS / "2024-02.xlsx", other)

        assert self.verified(record, "--against", other) == 1
        said = capsys.readouterr().out
        assert "-  earlier workbook mars.xlsx: " in said
        assert "-  finding T301/" in said

    def test_of_two_of_one_name_each_is_told_by_its_hash(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        named: list[str] = []
        for month in ("2024-03", "2024-02"):
            (here / month).mkdir()
            shutil.copy(MONTHS / f"{month}.xlsx", here / month / "drift.xlsx")
            named += ["--against", f"{month}/drift.xlsx"]
        reconciled("--format", "json", "-o", "april.json", "april.xlsx", *named)
        capsys.readouterr()

        assert self.verified("april.json", *named[2:], *named[:2]) == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_what_was_accepted_of_the_earlier_one_alone_is_carried_forward_both_times(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """No record of April names a waiver of March."""
        (here / "syditval.toml").write_text(
            '[[waivers]]\ncode = "V101"\nplace = "budget/övrigt/variance"\n'
            'reason = "Rättas i april."\nworkbook = "mars*"\n',
            encoding="utf-8",
        )
        march(here)
        reconciled("--format", "json", "-o", "april.json", april(here), "--against", "mars.xlsx")
        capsys.readouterr()

        record = json.loads((here / "april.json").read_bytes())
        assert "V101/budget/övrigt/variance" in {
            e["place"] for e in record["findings"] if e["code"] == "T401"
        }
        assert self.verified("april.json") == 0
        assert "What deviates" not in capsys.readouterr().out

    def test_one_that_is_none_of_them_is_refused(
        self, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.verified(record, "--against", "rättad.xlsx") == 2
        assert capsys.readouterr().err.startswith("syditval: P007: rättad.xlsx ")

    def test_so_is_any_of_a_record_that_was_held_against_none(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        reconciled("--format", "json", "-o", "april.json", "april.xlsx")

        assert self.verified("april.json", "--against", "mars.xlsx") == 2
        assert "P007: mars.xlsx " in capsys.readouterr().err

    def test_one_that_is_nowhere_is_refused_by_name(
        self, here: Path, record: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "mars.xlsx").unlink()

        assert self.verified(record) == 2
        assert capsys.readouterr().err.startswith("syditval: P006: mars.xlsx, ")

    @pytest.mark.parametrize("name", ["../mars.xlsx", "/etc/passwd", "", "x" * 5_000, "mars\0.xlsx"])
    def test_a_name_leads_nowhere_but_beside_the_record_and_here(
        self, here: Path, record: Path, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made = json.loads(record.read_bytes())
        made["against"][0]["name"] = name
        record.write_text(json.dumps(made | {SEAL: seal_of(made)}), encoding="utf-8")
        (here / "mars.xlsx").rename(here.parent / "mars.xlsx")

        assert self.verified(record) == 2
        assert capsys.readouterr().err.startswith("syditval: P006: ")


def test_a_workbook_lies_beside_its_record_or_here(here: Path) -> None:
    (here / "arkiv").mkdir()
    record = here / "arkiv" / "april.json"

    assert beside("mars.xlsx", record) == "mars.xlsx"
    shutil.copy("mars.xlsx", "arkiv")
    assert beside("mars.xlsx", record) == str(here / "arkiv" / "mars.xlsx")
    assert beside("maj.xlsx", record) is None
