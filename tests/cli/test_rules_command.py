"""``syditval rules``: every code, and one of them in full."""

from __future__ import annotations

import subprocess
import sys

import pytest

from syditval.checks import rule_infos
from syditval.cli.main import main
from syditval.messages import texts


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
def test_a_rule_explains_itself_within_eighty_columns(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(code.lower(), "--lang", "sv") == 0
    shown = capsys.readouterr().out
    (info,) = (info for info in rule_infos() if info.code == code)
    said = " ".join(shown.split())

    assert info.name in shown
    assert all(texts("sv").get(code, part) in said for part in ("title", "finds", "why", "do", "source"))
    assert max(map(len, shown.splitlines())) <= 80
    assert "^^^" in shown
    assert "│ A " in shown


def test_it_says_in_the_bad_example_what_a_report_would_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("F101", "--lang", "en") == 0
    assert "^^^ C5  The lines of Utfall (3) add up to 0, but Summa says 90:" in capsys.readouterr().out


@pytest.mark.parametrize(
    "code", sorted(code for code, entry in texts("en").entries.items() if {"title", "message"} == {*entry})
)
def test_a_refusal_explains_itself(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(code, "--lang", "sv") == 0
    shown = capsys.readouterr().out

    assert shown.startswith(f"{code}  {texts('sv').get(code, 'title')}  (avslag)")
    assert texts("sv").get("refused", code[0]) in " ".join(shown.split())


def test_the_libraries_behind_the_rules_are_not_loaded_for_a_refusal() -> None:
    asked = "from syditval.cli.main import main\nmain(['rules', 'R001'])"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", asked], capture_output=True, text=True, check=True
    )

    assert "syditval.reports.rule_page" in done.stderr
    assert "pandas" not in done.stderr


def test_an_unknown_code_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("X999", "--lang", "en") == 2
    assert "U020: There is no rule X999" in capsys.readouterr().err
