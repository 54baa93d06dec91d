"""The life of a process that works for the page."""

from __future__ import annotations

import io
import pickle
from typing import Any

from syditval.store import Database, people
from syditval.web.refusals import PageRefusal
from syditval.web.site import Site
from syditval.web.worker import DONE, FAILED, REFUSED, work_through

CELL = "Löner 1200"


def counted(database: Database, extra: int) -> int:
    """Some work with the store."""
    return len(people(database)) + extra


def refused(_: Database) -> None:
    """Work that cannot be done."""
    raise PageRefusal("B003")


def broken(_: Database) -> None:
    """Work that fails, and quotes a cell."""
    raise ZeroDivisionError(CELL)


def answers(site: Site, *calls: tuple[Any, tuple[Any, ...]]) -> list[tuple[str, Any]]:
    """What comes of some calls."""
    told, said = io.BytesIO(b"".join(map(pickle.dumps, calls))), io.BytesIO()
    work_through(told, said, site.database)
    said.seek(0)
    return [pickle.load(said) for _ in calls]


def test_calls_are_answered_one_after_the_other(site: Site) -> None:
    assert answers(site, (counted, (1,)), (counted, (2,))) == [(DONE, 5), (DONE, 6)]


def test_nothing_to_do_is_the_end(site: Site) -> None:
    assert answers(site) == []


def test_a_refusal_comes_back_as_it_is(site: Site) -> None:
    ((kind, refusal),) = answers(site, (refused, ()))

    assert kind == REFUSED
    assert isinstance(refusal, PageRefusal)
    assert refusal.code == "B003"


def test_a_fault_says_where_it_came_about_and_nothing_that_it_says(site: Site) -> None:
    ((kind, (name, trace)), after) = answers(site, (broken, ()), (counted, (0,)))

    assert (kind, name) == (FAILED, "ZeroDivisionError")
    assert "in broken" in trace
    assert CELL not in trace
    assert after == (DONE, 4)
