"""``syditval user``: who may sign in, and what they may do there."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from syditval.store import Person, Role, acts, note_failure, open_database, person
from tests.cli.sending import at_work, ended
from tests.web.site import CHEAP, PASSWORD

Capture = pytest.CaptureFixture[str]
FINANCE = ("--role", "finance", "--entity", "Tekniska", "--entity", "Kultur")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at work, with a store of their own, and hands over a password wherever one is wanted."""
    at_work(tmp_path, monkeypatch)
    monkeypatch.setattr("syditval.web.passwords.Passwords", lambda: CHEAP)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\nanother password\n"))


def known(name: str) -> Person:
    """Somebody as they stand in the store."""
    with open_database("arkiv.sqlite") as database:
        found = person(database, name)
    assert found is not None
    return found


def test_somebody_is_let_in(capsys: Capture) -> None:
    assert ended("user", "add", "Karin", *FINANCE, "--password-stdin") == 0

    karin = known("karin")
    assert (karin.name, karin.role, karin.entities) == ("Karin", Role.FINANCE, ("Kultur", "Tekniska"))
    assert CHEAP.is_right(karin.password_hash, PASSWORD)
    assert capsys.readouterr().out == "Added: Karin\n"


@pytest.mark.parametrize("role", ["auditor", "administrator"])
def test_others_have_no_entities(role: str) -> None:
    assert ended("user", "add", "Rut", "--role", role, "--password-stdin") == 0
    assert ended("user", "add", "Bo", "--role", role, "--entity", "Tekniska", "--password-stdin") == 2


def test_for_a_proxy_a_password_is_not_needed(capsys: Capture) -> None:
    assert ended("user", "add", "Rut", "--role", "auditor", "--no-password") == 0

    assert known("Rut").password_hash == ""
    ended("user", "list")
    assert capsys.readouterr().out.endswith("Rut  auditor  without a password\n")


def test_a_name_is_taken_once(capsys: Capture) -> None:
    ended("user", "add", "Rut", "--role", "auditor", "--no-password")

    assert ended("user", "add", "RUT", "--role", "administrator", "--no-password") == 2
    assert "M017" in capsys.readouterr().err
    assert known("Rut").role is Role.AUDITOR


def test_everybody_is_listed(capsys: Capture) -> None:
    ended("user", "add", "Rut", "--role", "auditor", "--password-stdin")
    ended("user", "add", "Karin", *FINANCE, "--password-stdin")
    ended("user", "disable", "Rut")
    with open_database("arkiv.sqlite") as database:
        for _ in range(5):
            note_failure(database, "Karin", datetime(2024, 5, 8, 9, 12, tzinfo=UTC))
    capsys.readouterr()

    assert ended("user", "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Karin  finance  Kultur, Tekniska, locked out until 2024-05-08 09:27 UTC",
        "Rut  auditor  not let in",
    ]


def test_nobody_is_listed_as_such(capsys: Capture) -> None:
    open_database("arkiv.sqlite").close()

    assert ended("user", "list") == 0
    assert capsys.readouterr().out == "There are no users.\n"


class TestChanging:
    @pytest.fixture(autouse=True)
    def karin(self) -> None:
        """Karin is in."""
        ended("user", "add", "Karin", *FINANCE, "--password-stdin")

    def test_her_entities(self) -> None:
        assert ended("user", "change", "Karin", "--entity", "Skolan") == 0
        assert known("Karin").entities == ("Skolan",)

    def test_her_role_takes_her_entities_away(self) -> None:
        assert ended("user", "change", "Karin", "--role", "auditor") == 0
        assert (known("Karin").role, known("Karin").entities) == (Role.AUDITOR, ())

    def test_back_again_needs_entities(self) -> None:
        ended("user", "change", "Karin", "--role", "auditor")

        assert ended("user", "change", "Karin", "--role", "finance") == 2
        assert ended("user", "change", "Karin", *FINANCE) == 0

    def test_her_password_and_what_locked_her_out_with_it(self) -> None:
        with open_database("arkiv.sqlite") as database:
            for _ in range(5):
                note_failure(database, "Karin", datetime.now(UTC))

        assert ended("user", "change", "Karin", "--password-stdin") == 0

        karin = known("Karin")
        assert CHEAP.is_right(karin.password_hash, "another password")
        assert (karin.failures, karin.locked_until) == (0, None)

    def test_whatever_changes_her_sessions_end(self) -> None:
        changes = (("change", "Karin", "--entity", "Skolan"), ("disable", "Karin"), ("sign-out", "Karin"))
        numbers = []
        for change in changes:
            ended("user", *change)
            numbers.append(known("Karin").sessions_from)

        assert numbers == [1, 2, 3]

    def test_she_is_let_in_no_longer_and_again(self) -> None:
        assert ended("user", "disable", "Karin") == 0
        assert not known("Karin").is_enabled
        assert ended("user", "change", "Karin", "--enable") == 0
        assert known("Karin").is_enabled

    def test_all_of_it_is_written_down(self) -> None:
        for change in (("change", "Karin", "--enable"), ("sign-out", "Karin"), ("disable", "Karin")):
            ended("user", *change)

        with open_database("arkiv.sqlite") as database:
            written = [(act.who, act.act, act.subject) for act in reversed(acts(database, 10))]
        assert written == [
            ("anna", "user-add", "Karin"),
            ("anna", "user-change", "Karin"),
            ("anna", "user-sign-out", "Karin"),
            ("anna", "user-disable", "Karin"),
        ]


@pytest.mark.parametrize("command", ["change", "disable", "sign-out"])
def test_somebody_who_is_not_there_is_told_so(command: str, capsys: Capture) -> None:
    open_database("arkiv.sqlite").close()

    assert ended("user", command, "Karin") == 2
    assert "M018" in capsys.readouterr().err


def test_quietly_nothing_is_said(capsys: Capture) -> None:
    assert ended("-q", "user", "add", "Rut", "--role", "auditor", "--no-password") == 0
    assert capsys.readouterr().out == ""
