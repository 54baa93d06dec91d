"""The settings of a workbook stand in its folder, or in the nearest folder around it that has any."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.settings import FILE_NAME, settings_file


@pytest.fixture
def month(tmp_path: Path) -> Path:
    """A folder three levels down, with settings at the top."""
    folder = tmp_path / "kommunen" / "2024" / "april"
    folder.mkdir(parents=True)
    (tmp_path / "kommunen" / FILE_NAME).touch()
    return folder


def test_those_of_a_folder_around_it_hold(month: Path) -> None:
    assert settings_file(month) == month.parents[1] / FILE_NAME


def test_the_nearest_hold_alone(month: Path) -> None:
    (month.parent / FILE_NAME).touch()

    assert settings_file(month) == month.parent / FILE_NAME


def test_those_in_the_folder_itself_are_the_nearest(month: Path) -> None:
    (month / FILE_NAME).touch()

    assert settings_file(month) == month / FILE_NAME


def test_those_of_a_folder_beside_it_do_not(month: Path) -> None:
    (month.parent / "maj").mkdir()
    (month.parent / "maj" / FILE_NAME).touch()

    assert settings_file(month) == month.parents[1] / FILE_NAME


def test_a_folder_of_that_name_is_no_settings_file(month: Path) -> None:
    (month / FILE_NAME).mkdir()

    assert settings_file(month) == month.parents[1] / FILE_NAME


def test_where_there_is_none_there_is_none(month: Path) -> None:
    (month.parents[1] / FILE_NAME).unlink()

    assert settings_file(month) is None


def test_a_folder_may_be_named_from_where_one_stands(month: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(month)

    assert settings_file(Path()) == month.parents[1] / FILE_NAME
