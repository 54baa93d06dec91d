"""Passwords are kept as argon2 hashes, and a missing one is refused like a wrong one."""

from __future__ import annotations

import pytest

from syditval.web.passwords import MOST_CHARACTERS, Passwords
from tests.web.site import CHEAP, PASSWORD


def test_a_password_is_known_by_its_hash() -> None:
    kept = CHEAP.hashed(PASSWORD)

    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept
    assert CHEAP.is_right(kept, PASSWORD)


@pytest.mark.parametrize("typed", ["", PASSWORD.upper(), PASSWORD + " ", "p" * (MOST_CHARACTERS + 1)])
def test_another_is_wrong(typed: str) -> None:
    assert not CHEAP.is_right(CHEAP.hashed(PASSWORD), typed)


@pytest.mark.parametrize("kept", ["", "no hash", "$argon2id$broken"])
def test_nothing_opens_what_has_no_hash(kept: str) -> None:
    assert not CHEAP.is_right(kept, PASSWORD)
    assert not CHEAP.is_right(kept, "nobody has this password")


def test_whoever_is_not_there_is_compared_with_a_hash_too(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    passwords = Passwords(CHEAP._hasher)
    verify = type(CHEAP._hasher).verify
    monkeypatch.setattr(
        type(CHEAP._hasher),
        "verify",
        lambda own, kept, typed: compared.append(kept) or verify(own, kept, typed),
    )

    passwords.is_right("", PASSWORD)

    assert [kept.startswith("$argon2id$") for kept in compared] == [True]
