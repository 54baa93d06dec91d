"""A package that cannot be written is refused by its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.patching.errors import CannotAnnotate
from syditval.patching.writing import write_package


def test_a_package_is_written(tmp_path: Path) -> None:
    write_package(tmp_path / "copy.xlsx", lambda file: None)

    assert [path.name for path in tmp_path.iterdir()] == ["copy.xlsx"]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "copy.xlsx"

    with pytest.raises(CannotAnnotate) as refusal:
        write_package(target, lambda file: None)

    assert refusal.value.code == "A005"
    assert refusal.value.fields == {"file": str(target), "cause": "No such file or directory"}
