"""``syditval rules``: every code, and one of them in full."""

from __future__ import annotations

import pytest

from syditval.checks import rule_infos
from syditval.cli.main import main


def ended(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["rules", *arguments])
    return int(left.value.code or 0)


def test_every_rule_is_listed_once_with_its_severity(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--lang", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    for info in rule_infos():
        (line,) = (line for line in lines if line.startswith(info.code))
        assert info.severity in line


def test_refusals_are_listed_among_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--lang", "en") == 0
    assert "R007  refusal      Damaged workbook" in capsys.readouterr().out


@pytest.mark.parametrize("code", [info.code for info in rule_infos()])
def test_a_rule_explains_itself_with_both_examples(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(code.lower(), "--lang", "en") == 0
    shown = capsys.readouterr().out
    (info,) = (info for info in rule_infos() if info.code == code)
    assert info.name in shown
    assert info.bad.strip("\n") in shown
    assert info.good.strip("\n") in shown


def test_a_refusal_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("R001", "--lang", "sv") == 0
    assert "Filen finns inte" in capsys.readouterr().out


def test_an_unknown_code_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("X999", "--lang", "en") == 2
    assert "U020: There is no rule X999" in capsys.readouterr().err
