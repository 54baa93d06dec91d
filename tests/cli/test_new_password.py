"""A password that somebody chooses, typed or handed over, and never an argument."""

from __future__ import annotations

import io

import pytest

from syditval.cli import new_password as module
from syditval.cli.new_password import new_password
from syditval.messages import Refusal
from tests.web.site import CHEAP, PASSWORD

LONG_ENOUGH = "tolv tecken."


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing takes no time."""
    monkeypatch.setattr("syditval.web.passwords.Passwords", lambda: CHEAP)


def handed(text: str, patch: pytest.MonkeyPatch) -> str:
    """The hash of what stands on standard input."""
    patch.setattr("sys.stdin", io.StringIO(text))
    return new_password(from_input=True)


def typed(*texts: str, patch: pytest.MonkeyPatch) -> str:
    """The hash of what somebody types when asked."""
    answers, terminal = iter(texts), io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    patch.setattr("sys.stdin", terminal)
    asked: list[dict[str, object]] = []
    patch.setattr(module.click, "prompt", lambda *_, **how: asked.append(how) or next(answers))
    hashed = new_password(from_input=False)
    assert asked == [{"hide_input": True, "err": True}] * 2
    return hashed


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nmore\n"])
def test_it_is_the_first_line_of_what_is_handed_over(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHEAP.is_right(handed(f" {PASSWORD}{ending}", monkeypatch), f" {PASSWORD}")


def test_it_is_typed_twice_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHEAP.is_right(typed(PASSWORD, PASSWORD, patch=monkeypatch), PASSWORD)


def test_it_is_as_long_as_it_must_be_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHEAP.is_right(handed(LONG_ENOUGH, monkeypatch), LONG_ENOUGH)
    with pytest.raises(Refusal) as refused:
        handed(LONG_ENOUGH[:-1], monkeypatch)

    assert refused.value.code == "U076"


def test_two_different_ones_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal) as refused:
        typed(PASSWORD, PASSWORD.upper(), patch=monkeypatch)

    assert refused.value.code == "U077"


@pytest.mark.parametrize("stream", [None, io.StringIO(PASSWORD)])
def test_nobody_is_asked_where_nobody_sits(
    stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", stream)
    with pytest.raises(Refusal) as refused:
        new_password(from_input=False)

    assert refused.value.code == "U079"
