"""What nobody has looked at yet lies where only we may read it, and goes."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from syditval.web.quarantine import fill, reserved


def test_its_name_is_ours_and_its_mode_0600(tmp_path: Path) -> None:
    with reserved(tmp_path) as one, reserved(tmp_path) as other:
        fill(one, io.BytesIO(b"workbook"))

        assert one.read_bytes() == b"workbook"
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
        assert one.parent == tmp_path
        assert one.name != other.name
        assert one.name.isalnum()

    assert [*tmp_path.iterdir()] == []


def test_it_goes_whatever_happens(tmp_path: Path) -> None:
    with pytest.raises(KeyError), reserved(tmp_path):
        raise KeyError

    assert [*tmp_path.iterdir()] == []


def test_it_may_have_gone_already(tmp_path: Path) -> None:
    with reserved(tmp_path) as path:
        path.unlink()
