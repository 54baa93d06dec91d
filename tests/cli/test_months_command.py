"""``syditval months``: which months are kept, and which are missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.sending import at_work, broken, ended, month, nameless

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """January, March and a wrong April, then a broken one; and April of another unit."""
    at_work(tmp_path, monkeypatch)
    ended(
        "upload", "-q", month(tmp_path, "januari"), month(tmp_path, "mars"), month(tmp_path, "april", off=9)
    )
    ended("upload", "-q", broken(tmp_path), "--by", "bo")
    ended("upload", "-q", nameless(tmp_path), "--entity", "Skolan", "--period", "2024-04")
    capsys.readouterr()


def test_every_unit_has_its_months_and_its_gaps(capsys: Capture) -> None:
    assert ended("months") == 0
    assert capsys.readouterr().out.splitlines() == [
        "IT-enheten",
        "  2024-04  version 2  rejected: 1 error, 0 warnings                 bo    2024-05-08 09:12 UTC",
        "  2024-04  version 1  accepted with findings: 2 errors, 0 warnings  anna  2024-05-08 09:12 UTC",
        "  2024-03  version 1  accepted                                      anna  2024-05-08 09:12 UTC",
        "  2024-02  -          missing",
        "  2024-01  version 1  accepted                                      anna  2024-05-08 09:12 UTC",
        "",
        "Skolan",
        "  2024-04  version 1  accepted  anna  2024-05-08 09:12 UTC",
    ]


def test_one_unit_however_it_is_spelt(capsys: Capture) -> None:
    assert ended("months", "skolan") == 0
    assert capsys.readouterr().out.splitlines()[0] == "Skolan"


def test_what_is_withdrawn_is_a_gap_unless_all_is_wanted(capsys: Capture) -> None:
    ended("withdraw", "IT-enheten", "2024-03", "--reason", "Fel fil")
    capsys.readouterr()

    ended("months", "IT-enheten")
    assert "  2024-03  -          missing" in capsys.readouterr().out.splitlines()
    ended("months", "IT-enheten", "--all")
    assert "  2024-03  version 1  withdrawn by anna " in capsys.readouterr().out


def test_programs_read_json(capsys: Capture) -> None:
    assert ended("months", "IT-enheten", "--format", "json") == 0
    entries = json.loads(capsys.readouterr().out)

    assert [(each["period"], each["version"], each["current"]) for each in entries] == [
        ("2024-04", 2, False),
        ("2024-04", 1, True),
        ("2024-03", 1, True),
        ("2024-01", 1, True),
    ]


def test_nothing_is_kept_of_a_unit_that_nobody_knows(capsys: Capture) -> None:
    assert ended("months", "Vatten") == 2
    assert "M055: Nothing is kept of Vatten" in capsys.readouterr().err


def test_whoever_wants_quiet_gets_it(capsys: Capture) -> None:
    assert ended("months", "-q") == 0
    assert capsys.readouterr() == ("", "")
