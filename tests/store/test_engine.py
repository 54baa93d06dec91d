"""The engines: who writes waits for its turn, who reads need not."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from syditval.store import Database, open_database
from tests.store.arrivals import kept


def test_a_writer_waits_for_the_one_before_it(database: Database) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slow() -> None:
        with database.writing() as connection:
            connection.execute(text("UPDATE entity SET name = name"))
            begun.set()
            goes_on.wait(5)

    first = kept(database)
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(slow)
        begun.wait(5)
        second = pool.submit(kept, database, b"april, corrected")
        assert not second.done()
        goes_on.set()
        waiting.result()

    assert (first.version, second.result().version) == (1, 2)


@pytest.mark.parametrize("store_place", ["sqlite"], indirect=True)
def test_a_writer_of_another_process_is_waited_for_too(database: Database) -> None:
    with open_database(database.place) as other, ThreadPoolExecutor(1) as pool:
        with other.writing() as connection:
            connection.execute(text("UPDATE entity SET name = name"))
            waiting = pool.submit(kept, database)
            assert not waiting.done()

        assert waiting.result().version == 1


def test_more_threads_than_a_server_has_may_read_at_once(database: Database) -> None:
    together = threading.Barrier(15)

    def read(_: int) -> object:
        with database.reading() as connection:
            together.wait(10)
            return connection.scalar(text("SELECT count(*) FROM upload"))

    with ThreadPoolExecutor(15) as pool:
        assert list(pool.map(read, range(15))) == [0] * 15
