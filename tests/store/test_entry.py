"""The vocabulary: its words are those of the database, and it loads without one."""

from __future__ import annotations

import subprocess
import sys

import pytest

import syditval.store
from syditval.store import FindingStatus, Standing


def test_the_words_are_those_that_the_database_checks_for() -> None:
    assert [*Standing] == ["accepted", "accepted with findings", "rejected"]
    assert [*FindingStatus] == ["open", "explained", "fixed"]


def test_it_loads_without_the_library_of_the_database() -> None:
    told = "import sys, syditval.store.entry; print('sqlalchemy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"


def test_everything_that_the_store_names_is_there() -> None:
    assert sorted(syditval.store.__all__) == syditval.store.__all__
    for name in syditval.store.__all__:
        assert callable(getattr(syditval.store, name))
    with pytest.raises(AttributeError):
        syditval.store.nothing  # noqa: B018
