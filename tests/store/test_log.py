"""Acts are told newest first, as they were written down."""

from __future__ import annotations

from dataclasses import replace

from syditval.store import Act, Database, acts, note_act
from tests.store.arrivals import NOON

ACT = Act(NOON, "anna", "upload", "april.xlsx", "127.0.0.1", "kept")


def test_the_newest_come_first_and_no_more_than_asked_for(database: Database) -> None:
    written = [replace(ACT, subject=f"{each}.xlsx") for each in range(4)]
    for act in written:
        note_act(database, act)

    assert acts(database, 3) == tuple(reversed(written[1:]))


def test_names_that_strangers_try_are_kept_whatever_is_in_them(database: Database) -> None:
    strange = replace(ACT, who="\x00\ud800'; DROP TABLE act; --", outcome="refused")
    note_act(database, strange)

    assert acts(database, 10) == (strange,)
