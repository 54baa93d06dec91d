"""PostgreSQL's own programs: what they need is said, and no password is seen by others."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from syditval.store import Database, StoreRefusal, back_up, restore
from syditval.store.place import address_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs here are scripts")
SECRET = "hemligt"
PLACE = f"postgresql://eva:{SECRET}@db:5433/months?sslmode=require"


@pytest.fixture
def database() -> Database:
    """A store on a server that is not asked."""
    return Database(address_of(PLACE))


def program(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join(["#!/bin/sh", *lines, ""]))
    (folder / name).chmod(stat.S_IRWXU)


def test_the_password_is_given_in_a_variable(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "pg_dump", 'echo "$@"', 'echo "$PGPASSWORD"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    back_up(database, tmp_path / "backup")

    arguments, password = (tmp_path / "backup").read_text().splitlines()
    assert arguments == (
        "--format=custom --no-owner --no-privileges --dbname=postgresql://eva@db:5433/months?sslmode=require"
    )
    assert password == SECRET


def test_a_program_that_is_missing_is_named(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StoreRefusal, match="pg_dump is not found") as caught:
        back_up(database, tmp_path / "backup")

    assert caught.value.code == "M021"
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_fails_is_quoted(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(
        tmp_path,
        "pg_dump",
        "echo half a dump",
        "echo 'pg_dump: error: server version mismatch' >&2",
        "exit 1",
    )
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StoreRefusal, match="server version mismatch") as caught:
        back_up(database, tmp_path / "backup")

    assert caught.value.code == "M022"
    assert not (tmp_path / "backup").exists()


@pytest.mark.parametrize("store_place", ["postgresql"], indirect=True)
def test_to_restore_too_the_program_is_needed(
    store_place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "backup").write_bytes(b"PGDMP")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StoreRefusal, match="pg_restore is not found"):
        restore(tmp_path / "backup", store_place)
