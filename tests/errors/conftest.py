"""The folder that a case is run in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, so that every path that is shown is relative to it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
