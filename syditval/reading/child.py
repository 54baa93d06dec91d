"""One file's work in a process of its own, so that a file can bring down no more than that process.

The child is forked, so that whatever is imported need not be imported again. It has limits on memory,
processor time and what it may write, an environment without anything of the caller's, no open files
but the way back, and a temporary folder that goes when it goes.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from syditval.messages import Refusal
from syditval.reading.answer import packed, unpacked
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.own_folder import own_folder
from syditval.reading.pipe import Overdue, read_to_end

T = TypeVar("T")

_KEPT_VARIABLES = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ")
# The grace that the system gives after the warning that processor time is used up.
_GRACE = 5


class WorkFailed(Exception):
    """The work failed in the child by a fault of its own; ``trace`` is where."""

    def __init__(self, kind: str, cause: str, trace: str) -> None:
        super().__init__(cause)
        self.kind = kind
        self.trace = trace
        self.add_note(trace)


def missing_protections() -> tuple[str, ...]:
    """What protection this platform cannot give, in words that the command line explains."""
    # macOS has fork, but its own libraries may not be used after it; and it ignores memory limits.
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return ("process", "memory", "time")
    return ()


def isolated(work: Callable[[], T], name: str, limits: Limits) -> T:
    """What ``work`` returns, done in a child process; in this one where the platform has no other.

    ``name`` is the file's, for sentences. Raises UnreadableWorkbook where the child exceeds a limit
    or dies, the Refusal that the work raised, and WorkFailed for any other exception in it.
    """
    if missing_protections():
        return work()
    try:
        with own_folder() as folder:
            result, answer = _forked(work, folder, limits)
    except Overdue:
        raise _too_heavy(name, "wall_seconds", limits) from None
    if result or not answer:
        # A child that died while it answered has answered nothing.
        raise _died(result, name, limits)
    kind, value = unpacked(answer)
    if kind == "done":
        done: T = value
        return done
    if kind == "refused":
        raise value
    raise WorkFailed(*value)


def _forked(work: Callable[[], Any], folder: Path, limits: Limits) -> tuple[int, bytes]:
    """The exit status of the child and its answer. Whatever happens here, no child is left behind."""
    here, there = os.pipe()
    with warnings.catch_warnings():
        # Python warns of threads; the child runs none of the caller's and takes none of its locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _work_and_leave(work, there, folder, limits)
    os.close(there)
    try:
        answer = read_to_end(here, limits.wall_seconds)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        os.close(here)
    return os.waitpid(child, 0)[1], answer


def _work_and_leave(work: Callable[[], Any], back: int, folder: Path, limits: Limits) -> NoReturn:
    """The child's whole life."""
    code = 1
    try:
        _confine(back, folder, limits)
        with os.fdopen(back, "wb") as way:
            way.write(_answer(work))
        code = 0
    finally:
        os._exit(code)


def _answer(work: Callable[[], Any]) -> bytes:
    try:
        return packed("done", work())
    except Refusal as refusal:
        return packed("refused", refusal)
    except (MemoryError, SystemError):
        # There may be no memory left for an answer; leaving without one says as much.
        raise
    except Exception as error:
        return packed("failed", (type(error).__name__, str(error), traceback.format_exc()))


def _confine(back: int, folder: Path, limits: Limits) -> None:
    """Give up what is the caller's, and accept the limits."""
    import resource

    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Nothing comes from the caller's terminal, and what libraries print there in their need is lost.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.closerange(3, back)
    os.closerange(back + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    os.environ.clear()
    os.environ.update(kept, TMPDIR=str(folder))
    tempfile.tempdir = None
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, _address_space() + limits.memory_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + _GRACE)
    _lower(resource.RLIMIT_FSIZE, limits.written_bytes)


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, unless a lower one is in force."""
    import resource

    ceiling = resource.getrlimit(which)[1]
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))


def _address_space() -> int:
    """What the process takes already: the program itself is not the file's doing."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _died(status: int, name: str, limits: Limits) -> UnreadableWorkbook:
    """What became of a child that gave no answer."""
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return _too_heavy(name, "cpu_seconds", limits)
    # Every fault in the work is answered for: one that leaves without had no memory left to do so,
    # and so has one that the system kills.
    if number in (0, signal.SIGKILL):
        return _too_heavy(name, "memory_bytes", limits)
    return UnreadableWorkbook("R051", file=name, cause=signal.Signals(number).name)


def _too_heavy(name: str, limit: str, limits: Limits) -> UnreadableWorkbook:
    return UnreadableWorkbook("R050", file=name, limit=limit, allowed=str(getattr(limits, limit)))
