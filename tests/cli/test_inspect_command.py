"""``syditval inspect``: how a workbook was understood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from syditval.cli.main import main
from syditval.run import protected

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["inspect", "--lang", "en", *(str(argument) for argument in arguments)])
    return int(left.value.code or 0)


def test_tables_columns_and_formulas_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(SAMPLES / "d-kronor-export.xlsx") == 0
    shown = capsys.readouterr().out
    assert "Driftredovisning!B7:H19" in shown
    assert "Budgetavvikelse = Helårsprognos - Budget 2024" in shown
    assert "revenue +, cost -" in shown


def test_planted_errors_do_not_matter_to_it() -> None:
    assert ended(SAMPLES / "c-planted-errors.xlsx") == 0


def test_nothing_recognised_is_exit_3(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "blank.xlsx")
    assert ended(tmp_path / "blank.xlsx") == 3


def test_an_unreadable_workbook_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(tmp_path / "none.xlsx") == 2
    assert "There is no file" in capsys.readouterr().err


def test_a_limit_that_is_exceeded_is_exit_2_and_can_be_raised(capsys: pytest.CaptureFixture[str]) -> None:
    workbook = SAMPLES / "d-kronor-export.xlsx"
    assert ended(workbook, "--limit", "sheets=1") == 2
    assert "the limit sheets allows 1" in capsys.readouterr().err
    assert ended(workbook, "--limit", "sheets=2") == 0


def test_what_is_settled_for_the_workbook_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = Path(shutil.copy(SAMPLES / "d-kronor-export.xlsx", tmp_path))
    settings = tmp_path / "syditval.toml"
    settings.write_text("[limits]\nsheets = 1\n", encoding="utf-8")

    assert ended(workbook) == 2
    assert "the limit sheets allows 1" in capsys.readouterr().err
    assert ended("-v", "--limit", "sheets=2", workbook) == 0
    assert capsys.readouterr().err == f"Settings: {settings} (limits.sheets = 1; waivers: 0)\n"
    assert ended("--isolated", workbook) == 0


def test_a_folder_of_schemas_that_is_settled_is_the_one_that_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = Path(shutil.copy(SAMPLES / "d-kronor-export.xlsx", tmp_path))
    (tmp_path / "slag").mkdir()
    (tmp_path / "slag" / "drift.toml").write_text("titles = 5\n", encoding="utf-8")
    (tmp_path / "syditval.toml").write_text('schemas = "slag"\n', encoding="utf-8")

    assert ended(workbook) == 2
    assert "drift.toml: titles should be " in capsys.readouterr().err
    assert ended("--isolated", workbook) == 0


def test_quiet_leaves_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("-q", SAMPLES / "d-kronor-export.xlsx") == 0
    assert capsys.readouterr() == ("", "")


def test_it_works_without_a_process_of_its_own_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = SAMPLES / "d-kronor-export.xlsx"
    assert ended(workbook) == 0
    shown = capsys.readouterr().out
    monkeypatch.delattr(protected, "isolated")
    assert ended(workbook, "--in-process") == 0
    assert capsys.readouterr().out == shown
