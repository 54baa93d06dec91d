"""The run of a kept month done again at the command line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from syditval.model.rule import Severity
from syditval.run import Outcome, again
from tests.cli.sending import at_work, ended, month

SHIPPED = Path(__file__).parents[2] / "schemas"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    at_work(tmp_path, monkeypatch)
    ended("upload", "-q", month(tmp_path, "april", off=9))
    capsys.readouterr()


def told(capsys: Capture) -> str:
    """What is said besides the report."""
    assert ended("show", "IT-enheten", "2024-04", "--format", "markdown") == 0
    streams = capsys.readouterr()
    assert "F101" in streams.out
    return streams.err


def test_nothing_is_said_where_all_is_as_it_was(capsys: Capture) -> None:
    assert told(capsys) == ""


def test_another_version_of_the_tool_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("syditval.run.report.VERSION", "9.9.9")

    assert "and the verdicts are the same" in told(capsys)


def test_other_verdicts_are_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    work = again.review

    def milder(*given: Any) -> Outcome:
        report = work(*given).report
        findings = tuple(replace(each, severity=Severity.WARNING) for each in report.findings)
        return Outcome(replace(report, findings=findings))

    monkeypatch.setattr(again, "review", milder)
    assert "this is not what version" in told(capsys)


def test_the_schemas_are_those_of_the_call(tmp_path: Path, capsys: Capture) -> None:
    own = shutil.copytree(SHIPPED, tmp_path / "egna")
    budget = own / "budget.toml"
    budget.write_text(budget.read_text(encoding="utf-8") + "\n# Our own.\n", encoding="utf-8")

    assert ended("show", "IT-enheten", "2024-04", "--format", "json", "--schemas", own) == 0
    assert "tool, rules or schemas are others now" in capsys.readouterr().err
