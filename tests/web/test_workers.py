"""Processes that share what there is to do."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from syditval.store import Database, entities, open_database
from syditval.web.refusals import PageRefusal
from syditval.web.workers import WorkerFailed, Workers


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store."""
    path = tmp_path_factory.mktemp("store") / "months.sqlite"
    open_database(str(path)).close()
    return str(path)


@pytest.fixture(scope="module")
def workers(place: str) -> Iterator[Workers]:
    """One process at work on it."""
    with Workers(place, 1) as workers:
        yield workers


Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """One loop of events for all of them, as in a server."""
    with asyncio.Runner() as runner:
        yield runner.run


def where(database: Database) -> tuple[int, tuple[str, ...]]:
    """Which process it is, and what it sees of the store."""
    return os.getpid(), entities(database)


def refused(_: Database) -> None:
    """Work that cannot be done."""
    raise PageRefusal("B003")


def killed(_: Database) -> None:
    """Work that the system ends."""
    os.kill(os.getpid(), signal.SIGKILL)


def told_to_end(_: Database) -> str:
    """Work during which the whole server is told to end."""
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    return "done"


def printed(_: Database) -> str:
    """Work of a library that prints."""
    os.write(1, b"noise")
    return "done"


def stamped(_: Database, folder: Path) -> None:
    """Work that takes a while, and leaves a mark when it is done."""
    time.sleep(0.2)
    (folder / "done").touch()


def test_it_is_done_elsewhere_with_a_store_of_its_own(workers: Workers, run: Run) -> None:
    process, seen = run(workers.do(where))

    assert process != os.getpid()
    assert seen == ()


def test_what_comes_first_is_done_first(workers: Workers, run: Run) -> None:
    async def asked() -> list[int]:
        order: list[int] = []

        async def one(number: int) -> None:
            await workers.do(where)
            order.append(number)

        waiting = [asyncio.create_task(one(number)) for number in range(5)]
        await asyncio.sleep(0)
        assert workers.is_busy
        await asyncio.gather(*waiting)
        assert not workers.is_busy
        return order

    assert run(asked()) == [0, 1, 2, 3, 4]


def test_a_refusal_comes_through(workers: Workers, run: Run) -> None:
    with pytest.raises(PageRefusal):
        run(workers.do(refused))


def test_what_is_printed_is_no_answer(workers: Workers, run: Run) -> None:
    assert run(workers.do(printed)) == "done"


def test_being_told_to_end_is_for_the_page_alone(workers: Workers, run: Run) -> None:
    assert run(workers.do(told_to_end)) == "done"


def test_one_that_dies_is_replaced(workers: Workers, run: Run) -> None:
    before, _ = run(workers.do(where))

    with pytest.raises(WorkerFailed):
        run(workers.do(killed))

    after, _ = run(workers.do(where))
    assert after != before


def test_work_is_finished_when_nobody_waits_for_it_any_more(
    workers: Workers, run: Run, tmp_path: Path
) -> None:
    async def given_up() -> None:
        work = asyncio.create_task(workers.do(stamped, tmp_path))
        await asyncio.sleep(0.05)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        # Whoever was at work is free for the next when it is done, and not before.
        assert workers.is_busy
        await workers.do(where)
        assert (tmp_path / "done").exists()

    run(given_up())


def test_they_go_when_the_page_goes(place: str) -> None:
    with Workers(place, 1) as workers:
        process, _ = asyncio.run(workers.do(where))

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
