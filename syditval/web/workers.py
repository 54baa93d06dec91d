"""Processes that work for the page, each on one workbook at a time.

Work on a workbook forks a process. In a server with many threads that is not safe: a lock that another
thread holds at that moment, one of SQLite or of a library, is held in the child for ever. So these processes
have one thread each, and none of the page's. Each has the store open for itself, and goes when the page goes.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TypeVar

from syditval.web.worker import DONE, REFUSED

T = TypeVar("T")
# How many seconds a process may take to end by itself.
_GRACE = 10


class WorkerFailed(Exception):
    """Work failed by a fault of its own, or the process that did it died; ``trace`` is where."""

    def __init__(self, kind: str, trace: str) -> None:
        super().__init__(kind)
        self.trace = trace


class Workers:
    """So many processes that share what there is to do in one loop of events, first come first served."""

    def __init__(self, place: str, count: int | None = None) -> None:
        self._workers = [_Worker(place) for _ in range(count or os.cpu_count() or 1)]
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)
        self._threads = ThreadPoolExecutor(len(self._workers))

    @property
    def is_busy(self) -> bool:
        """Whether all of them are at work."""
        return self._idle.empty()

    async def do(self, work: Callable[..., T], *given: Any) -> T:
        """What ``work(database, *given)`` gives in one of the processes.

        Raises the Refusal that it raises, and WorkerFailed for anything else. What has begun is finished,
        even where nobody waits for it any more.
        """
        worker = await self._idle.get()
        loop = asyncio.get_running_loop()

        def at_work() -> T:
            try:
                answer: T = worker.do(work, given)
                return answer
            finally:
                # Not before it has answered, or the next one would get that answer.
                with suppress(RuntimeError):
                    loop.call_soon_threadsafe(self._idle.put_nowait, worker)

        return await asyncio.shield(loop.run_in_executor(self._threads, at_work))

    def close(self) -> None:
        """Let all of them go."""
        self._threads.shutdown(wait=False)
        for worker in self._workers:
            worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One process. One that has died is replaced."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-P", "-m", "syditval.web.worker"]
        # Whatever could be loaded here can be loaded there.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._calls, self._answers = self._process.stdin, self._process.stdout
        self._tell(self._place)

    def _tell(self, what: object) -> None:
        pickle.dump(what, self._calls)
        self._calls.flush()

    def do(self, work: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        try:
            self._tell((work, given))
            kind, value = pickle.load(self._answers)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.close()
            self._start()
            raise WorkerFailed(type(error).__name__, "") from None
        if kind == DONE:
            return value
        raise value if kind == REFUSED else WorkerFailed(*value)

    def close(self) -> None:
        with suppress(OSError):
            self._calls.close()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()
