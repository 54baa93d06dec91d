"""Annotating that is broken off: ``python -m tests.annotation.interrupted HOW JOB`` prints a line for each try.

JOB is a pickled (source, target, report). Before each try the old file is put in its place; each line
says when it was broken off, whether the old file or the new one is there, and what else lies beside it.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from syditval.annotation import CannotAnnotate, annotate
from syditval.model.report import Report
from tests.thorough import tries

SEED, KILLS = 17, tries(14, thorough=60)
OLD = b"the old file"
COMPLETED = 0
# Calls by which something becomes of files: before each of them is a moment to be killed at.
_CALLS = ("open", "os.", "shutil.", "tempfile.")

Preparation = Callable[[], object]


@dataclass(frozen=True)
class Job:
    """What is to be annotated, and what comes of it where nobody disturbs."""

    source: Path
    target: Path
    report: Report
    new: bytes

    def tried(self, prepare: Preparation, delay: float | None = None) -> dict[str, object]:
        """One try in a process of its own, after some preparation; killed after so many seconds."""
        self.target.write_bytes(OLD)
        child = os.fork()
        if not child:
            prepare()
            os._exit(self._refused())
        if delay is not None:
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        there = self.target.read_bytes()
        return {
            "ended": os.waitstatus_to_exitcode(status),
            "there": {OLD: "old", self.new: "new"}.get(there, f"torn: {len(there)} bytes"),
            "litter": sorted({path.name for path in self.target.parent.iterdir()} - {self.target.name}),
        }

    def _refused(self) -> int:
        try:
            annotate(self.source, self.target, self.report)
        except CannotAnnotate as refusal:
            return int(refusal.code[1:])
        return COMPLETED

    def at_every_call(self) -> Iterator[dict[str, object]]:
        """Killed before the first call that concerns files, then before the second, until none is left."""
        number = 0
        while True:
            number += 1
            outcome = self.tried(lambda number=number: _kill_before_call(number))
            yield outcome
            if outcome["ended"] == COMPLETED:
                return

    def at_random_times(self) -> Iterator[dict[str, object]]:
        """Killed at any moment of the time that it takes."""
        began = time.perf_counter()
        self.tried(lambda: None)
        longest = time.perf_counter() - began
        random = Random(SEED)
        for _ in range(KILLS):
            yield self.tried(lambda: None, random.uniform(0, longest))
        yield self.tried(lambda: None)

    def with_size_limits(self) -> Iterator[dict[str, object]]:
        """No file may grow larger than some size, just too small a one and just enough at last."""
        size = len(self.new)
        for limit in (0, 1, 4096, size // 2, size - 1, size):
            yield self.tried(lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))

    def once(self) -> Iterator[dict[str, object]]:
        """Not disturbed by us."""
        yield self.tried(lambda: None)


def _kill_before_call(number: int) -> None:
    left = number

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        left -= event.startswith(_CALLS)
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


HOW = {
    "calls": Job.at_every_call,
    "times": Job.at_random_times,
    "limits": Job.with_size_limits,
    "once": Job.once,
}


def job_in(file: Path) -> Job:
    """The job that is described in a file."""
    return Job(*pickle.loads(file.read_bytes()))


if __name__ == "__main__":
    for outcome in HOW[sys.argv[1]](job_in(Path(sys.argv[2]))):
        sys.stdout.write(f"{json.dumps(outcome)}\n")
