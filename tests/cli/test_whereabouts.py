"""Who sits at the command line, at which computer, and when."""

from __future__ import annotations

from datetime import UTC, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from syditval.cli import whereabouts
from syditval.cli.whereabouts import noted, now, origin, whoever
from syditval.store import Act, acts, open_database
from tests.cli.sending import SENT, at_work


def test_it_is_whoever_is_named_or_has_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")

    assert (whoever(" bo "), whoever(""), whoever("  ")) == ("bo", "anna", "anna")


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_some_accounts_have_no_name(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> NoReturn:
        raise error

    monkeypatch.setattr(whereabouts.getpass, "getuser", nobody)
    assert whoever("") == "-"


def test_the_time_is_that_of_the_world() -> None:
    assert now().utcoffset() == timedelta(0)
    assert now().tzinfo is UTC


def test_an_act_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work(tmp_path, monkeypatch)
    assert origin() == "the command line on ekonomi7"

    with open_database("arkiv.sqlite") as database:
        noted(database, "", "backup", "kopia.sqlite", "done")
        assert acts(database, 1) == (Act(SENT, "anna", "backup", "kopia.sqlite", origin(), "done"),)
