"""``syditval sums``: a report on any workbook, and one figure explained."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import Workbook

from syditval.cli.main import main
from syditval.reports.record import record_schema

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

ROWS = (
    ("", "Q1", "Q2", "Q3", "Q4"),
    ("Personalkostnader", 512, 498, 530, 547),
    ("Lokalhyror", 231, 231, 236, 236),
    ("Övriga kostnader", 87, 104, 93, 121),
    ("Summa", 830, 833, 859, 914),
)


def ended(*arguments: object) -> int:
    """The exit code of a run."""
    with pytest.raises(SystemExit) as left:
        main(["sums", *(str(argument) for argument in arguments)])
    return int(left.value.code or 0)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


def saved(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A table of no known kind, in which the last total is ten too much."""
    return saved(tmp_path / "kvartal.xlsx", *ROWS)


def test_a_table_of_no_known_kind_is_reviewed(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--no-annotate", faulty) == 1
    said = capsys.readouterr().out
    assert "B5 = B2:B4  Summa" in said
    assert "error    Sheet!E5  F201  inconsistent" in said


def test_a_copy_with_the_findings_stands_beside_the_workbook(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(faulty) == 1
    assert faulty.with_name("kvartal.granskad.xlsx").is_file()
    assert "kvartal.granskad.xlsx" in capsys.readouterr().out.splitlines()[-1]


def test_a_sound_sample_is_clean(tmp_path: Path) -> None:
    assert ended(shutil.copy(SAMPLES / "a-monthly-export.xlsx", tmp_path / "april.xlsx")) == 0


def test_a_workbook_without_figures_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(saved(tmp_path / "text.xlsx", ("Skola", "Vård"))) == 3
    assert "There is no figure in this workbook" in capsys.readouterr().out


def test_the_record_obeys_the_schema(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--no-annotate", "--format", "json", faulty) == 1
    record = json.loads(capsys.readouterr().out)
    Draft202012Validator(record_schema()).validate(record)
    assert record["schemas"] == []
    assert (record["tables"][0]["kind"], record["tables"][0]["unit"]) == ("region", None)
    assert record["relations"][0]["grounds"]["named"] is True


def test_the_worst_of_several_workbooks_counts(faulty: Path, tmp_path: Path) -> None:
    sound = saved(tmp_path / "sound.xlsx", *ROWS[:-1], (*ROWS[-1][:-1], 904))
    assert ended("--no-annotate", sound) == 0
    assert ended("--no-annotate", sound, faulty) == 1


def test_a_waiver_names_what_sums_finds_and_only_that(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A waiver of a rule that is not applied here is no waiver without a finding."""
    with pytest.raises(SystemExit) as left:
        main(["waive", "--sums", str(faulty), "Sheet!E5", "--reason", "Rättas i juli."])
    assert left.value.code == 0
    with faulty.with_name("syditval.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[waivers]]\ncode = "F101"\nplace = "budget/total/actual"\nreason = "Så."\n')
    capsys.readouterr()

    assert ended("--no-annotate", "--format", "json", faulty) == 0
    record = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in record["waivers"]] == ["F201"]
    assert (record["summary"]["waived"], len(record["findings"])) == (1, 1)


def test_explain_tells_of_one_figure_and_makes_no_copy(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--explain", "e5", faulty) == 0
    said = capsys.readouterr().out
    assert said.startswith("Sheet!E5  Summa, Q4, 914\n")
    assert "result  E5 = E2:E4  Summa" in said
    assert "F201, inconsistent" in said
    assert [path.name for path in faulty.parent.iterdir()] == ["kvartal.xlsx"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("femte raden", "U015: femte raden is no address of a cell: write it as C14"),
        ("A5", "U016: There is no figure in A5 of kvartal.xlsx:"),
        ("Annat!B5", "U016: There is no figure in B5 of kvartal.xlsx:"),
    ],
)
def test_an_address_without_a_figure_is_one_sentence_and_exit_2(
    faulty: Path, capsys: pytest.CaptureFixture[str], address: str, sentence: str
) -> None:
    assert ended("--explain", address, faulty) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert sentence in streams.err


def test_explain_is_of_one_workbook(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--explain", "E5", faulty, faulty) == 2
    assert "name one workbook" in capsys.readouterr().err


def test_a_file_that_is_no_workbook_is_exit_2_for_an_explanation_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--explain", "E5", tmp_path / "missing.xlsx") == 2
    assert "There is no file" in capsys.readouterr().err
