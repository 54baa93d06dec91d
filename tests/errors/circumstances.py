"""What no file and no command line can bring about by itself."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest

from tests.errors.case import Circumstance


def without(module: str) -> Circumstance:
    """A part of syditval that is not installed."""
    return lambda patch: patch.setitem(sys.modules, module, None)


def failing(target: str, error: BaseException) -> Circumstance:
    """A function that fails."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return lambda patch: patch.setattr(*_found(target), fail)


def before(target: str, deed: Callable[[], object]) -> Circumstance:
    """Something that happens just before a function does its work."""

    def arrange(patch: pytest.MonkeyPatch) -> None:
        module, name = _found(target)
        work = getattr(module, name)

        def meanwhile(*given: Any, **named: Any) -> Any:
            deed()
            return work(*given, **named)

        patch.setattr(module, name, meanwhile)

    return arrange


def rewritten(name: str) -> Callable[[], object]:
    """Another program writes to a file."""
    return lambda: Path(name).write_bytes(Path(name).read_bytes() + b"more")


def removed(name: str) -> Callable[[], object]:
    """Somebody removes a file."""
    return Path(name).unlink


def crash() -> None:
    """The process breaks down, as a library in C may make it."""
    os.kill(os.getpid(), signal.SIGSEGV)


def take_memory() -> None:
    """The work needs more memory than a low limit leaves it."""
    bytearray(1_000_000_000)


def _found(target: str) -> tuple[ModuleType, str]:
    """The module and the name of a function: functions hide some modules of their own name."""
    module, _, name = target.rpartition(".")
    return importlib.import_module(module), name
