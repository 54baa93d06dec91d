"""``syditval show``: what is kept of a month, or its report in any form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from syditval.model.period import Period
from syditval.reports.outputs import OUTPUTS
from syditval.store import FindingStatus, StatusSet, current, findings, open_database, set_status
from tests.cli.sending import SENT, at_work, ended, month

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A wrong April."""
    at_work(tmp_path, monkeypatch)
    ended("upload", "-q", month(tmp_path, "april", off=9), "--decision", "KF § 41")
    capsys.readouterr()


def test_what_is_kept(capsys: Capture) -> None:
    assert ended("show", "it-enheten", "2024-04") == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:5] == [
        "IT-enheten 2024-04",
        "  Version              1",
        "  Standing             accepted with findings: 2 errors, 0 warnings",
        "  Counts               yes: it is what counts for the month",
        "  Workbook             april.xlsx (3486 bytes)",
    ]
    assert "  Sent                 by anna, 2024-05-08 09:12 UTC, from the command line on ekonomi7" in shown
    assert "  Decision             KF § 41" in shown
    assert "error    Drift!C6  F101" in shown


def test_a_status_that_somebody_set(capsys: Capture) -> None:
    with open_database("arkiv.sqlite") as database:
        entry = current(database, "IT-enheten", Period(2024, 4))
        assert entry is not None
        first, *_ = findings(database, entry)
        set_status(database, entry, first.id, StatusSet(FindingStatus.EXPLAINED, "Periodiserad", "rev", SENT))
    ended("show", "IT-enheten", "2024-04")

    assert "explained, rev, 2024-05-08 09:12 UTC: Periodiserad" in capsys.readouterr().out


@pytest.mark.parametrize("form", OUTPUTS)
def test_the_report_in_any_form(form: str, capsys: Capture) -> None:
    assert ended("show", "IT-enheten", "2024-04", "--format", form) == 0
    streams = capsys.readouterr()
    assert "F101" in streams.out
    assert streams.err == ""


def test_another_version(tmp_path: Path, capsys: Capture) -> None:
    ended("upload", "-q", month(tmp_path, "april"))
    ended("show", "IT-enheten", "2024-04")
    assert "  Other versions       1: accepted with findings: 2 errors, 0 warnings" in capsys.readouterr().out
    ended("show", "IT-enheten", "2024-04", "--version", 1, "--format", "json")
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 2


def test_looking_is_written_down(capsys: Capture) -> None:
    ended("show", "IT-enheten", "2024-04", "--by", "rev")
    capsys.readouterr()
    ended("store", "acts", "--last", 1)

    assert " ".join(capsys.readouterr().out.split()) == (
        "2024-05-08 09:12 UTC rev read-month IT-enheten 2024-04 1 the command line on ekonomi7 done"
    )
