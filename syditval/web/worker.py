"""A process that works for the page: ``python -m syditval.web.worker``, told what to do on standard input.

The first thing it is told is the place of the store. Then come calls and go answers, one after the other,
until there is nobody any more who could give it one.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from syditval.messages import Refusal
from syditval.run import warm_up
from syditval.store import Database, open_database

DONE, REFUSED, FAILED = "done", "refused", "failed"


def main() -> None:
    """Live from the first word to the last."""
    # Whoever ends the server ends it by the page alone, which has the work at hand finished first.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    calls, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library might print is no answer.
    os.dup2(2, 1)
    place = pickle.load(calls)
    warm_up()
    with open_database(place) as database:
        work_through(calls, answers, database)


def work_through(calls: BinaryIO, answers: BinaryIO, database: Database) -> None:
    """Answer every call, until there are no more."""
    while True:
        try:
            work, given = pickle.load(calls)
        except EOFError:
            return
        pickle.dump(_answer(work, database, given), answers)
        answers.flush()


def _answer(work: Callable[..., object], database: Database, given: tuple[Any, ...]) -> tuple[str, object]:
    try:
        return DONE, work(database, *given)
    except Refusal as refusal:
        return REFUSED, refusal
    except Exception as error:
        return FAILED, (getattr(error, "kind", type(error).__name__), _places(error))


def _places(error: Exception) -> str:
    """Where in the code something failed, without what the error says: that may hold texts of cells."""
    trace = getattr(error, "trace", None) or "".join(traceback.format_tb(error.__traceback__))
    return "".join(line for line in trace.splitlines(keepends=True) if line.startswith("  "))


if __name__ == "__main__":
    main()
