"""``syditval schemas``: the kinds, and the file of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.cli.main import main

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["schemas", "--lang", "en", *(str(argument) for argument in arguments)])
    return int(left.value.code or 0)


def test_every_kind_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == 0
    shown = capsys.readouterr().out
    assert all(file.stem in shown for file in SCHEMAS.glob("*.toml"))


def test_a_kind_is_printed_as_its_file_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("budget") == 0
    assert capsys.readouterr().out == (SCHEMAS / "budget.toml").read_text(encoding="utf-8")


def test_an_unknown_kind_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("menu") == 2
    assert "U021: There is no kind menu: choose one of budget, investment" in capsys.readouterr().err


def test_a_folder_of_ones_own_adds_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (SCHEMAS / "budget.toml").read_text(encoding="utf-8")
    (tmp_path / "nämnd.toml").write_text(text, encoding="utf-8")
    assert ended("--schemas", tmp_path) == 0
    assert "nämnd" in capsys.readouterr().out


def test_a_folder_without_schema_files_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--schemas", tmp_path / "none") == 2
    assert "holds no schema file" in capsys.readouterr().err
