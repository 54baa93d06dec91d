"""By what means a workbook is read, for the commands that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.arithmetic import RatioBasis, RoundingMode
from syditval.cli import means, options
from syditval.cli.means import Means, means_options, request_by
from syditval.run import Request
from syditval.settings import NONE, Settings

SETTLED = Settings(
    values={"schemas": "slag", "rounding": "truncation", "ratio-basis": "shown", "lang": "sv", "ticks": True},
    limits={"sheets": 3},
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def requested(*typed: str, settings: Settings = NONE) -> Request:
    """The request that a command with these options makes."""
    made: list[Request] = []

    def make(**given: object) -> None:
        made.append(request_by(Means(**given), settings))  # type: ignore[typeddict-item]

    options.command("inspect", make, means_options()).main(list(typed), standalone_mode=False)
    return made[0]


def test_nothing_in_particular_is_asked_for() -> None:
    assert requested() == Request()


def test_the_options_say_by_what_means() -> None:
    request = requested("--schemas", "kinds", "--limit", "sheets=5", "--in-process")

    assert (request.schemas, request.limits.sheets, request.in_process) == (Path("kinds"), 5, True)


def test_what_is_settled_holds_where_the_call_says_nothing() -> None:
    request = requested(settings=SETTLED)

    assert (request.schemas, request.limits.sheets) == (Path("slag"), 3)
    assert (request.policy.mode, request.policy.ratio_basis) == (RoundingMode.TRUNCATION, RatioBasis.SHOWN)
    assert request.language == "en"
    assert requested("--schemas", "kinds", settings=SETTLED).schemas == Path("kinds")


def test_a_settled_language_holds_where_nobody_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SYDITVAL_LANG")
    monkeypatch.setenv("LC_ALL", "C")

    assert requested(settings=SETTLED).language == "sv"
    assert requested().language == "en"


@pytest.mark.parametrize(("typed", "count"), [((), 1), (("--in-process",), 0)])
def test_what_protection_is_missing_is_said_unless_none_is_wanted(
    typed: tuple[str, ...], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[None] = []
    monkeypatch.setattr(means, "note_missing_protections", lambda: said.append(None))
    requested(*typed)

    assert len(said) == count
