"""``syditval limits`` shows what is in force, wherever it was set."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from syditval.cli.main import main
from syditval.reading import DEFAULT


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """The line of each limit."""
    with pytest.raises(SystemExit) as left:
        main(["limits", *arguments, "--lang", "en"])
    assert left.value.code == 0
    return {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}


def test_every_limit_has_a_line_with_its_number_and_what_it_is_of(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)

    assert list(lines) == list(asdict(DEFAULT))
    assert lines["sheets"].split() == ["sheets", "500", "sheets"]
    assert lines["file_bytes"].endswith("bytes of the file")


def test_what_was_changed_says_what_it_is_otherwise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYDITVAL_LIMIT_SHEETS", "800")
    lines = shown(capsys, "--limit", "parts=3000")

    assert lines["sheets"].split()[1:] == ["800", "sheets", "(default", "500)"]
    assert lines["parts"].endswith("(default 2000)")


def test_an_option_counts_more_than_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYDITVAL_LIMIT_SHEETS", "800")

    assert shown(capsys, "--limit", "sheets=900")["sheets"].split()[1] == "900"


@pytest.mark.parametrize("wrong", ["sheet=3", "sheets", "sheets=0", "sheets=-1", "sheets=many", "sheets=٣"])
def test_a_limit_that_makes_no_sense_is_a_wrong_call(capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["limits", "--limit", wrong, "--lang", "en"])

    assert left.value.code == 2
    assert "There is no such limit" in capsys.readouterr().err
