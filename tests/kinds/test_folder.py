"""The shipped schemas are found in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.kinds import folder

ROOT = Path(__file__).parents[2]


def test_a_checkout_has_them_at_the_top() -> None:
    assert folder.shipped() == ROOT / "schemas"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "syditval/schemas").mkdir(parents=True)
    monkeypatch.setattr(folder, "_HERE", tmp_path / "syditval/kinds/folder.py")

    assert folder.shipped() == tmp_path / "syditval/schemas"
