"""A person is shown without the hash of the password."""

from __future__ import annotations

from syditval.store import Person, Role


def test_the_hash_of_a_password_is_never_shown() -> None:
    assert "argon2" not in repr(Person("anna", Role.FINANCE, password_hash="$argon2id$v=19$"))


def test_a_person_may_sign_in_unless_told_otherwise() -> None:
    assert Person("anna", Role.FINANCE) == Person("anna", Role.FINANCE, (), True, "", 0, 0, None)
