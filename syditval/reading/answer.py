"""What comes back from a child process: values of this program's own classes, and nothing else.

A child reads what strangers sent, so its answer is not trusted to name code to run.
"""

from __future__ import annotations

import io
import pickle
from importlib import import_module
from typing import Any

_PLAIN = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("collections", "Counter"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("decimal", "Decimal"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        # Where Python 3.13 keeps them.
        ("pathlib._local", "PosixPath"),
        ("pathlib._local", "WindowsPath"),
    }
)
_OWN = "syditval."
# How a Refusal is put together again.
_OWN_FUNCTIONS = frozenset({("syditval.messages.refusal", "refused")})


def packed(kind: str, value: Any) -> bytes:
    """An answer as bytes."""
    return pickle.dumps((kind, value), protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> tuple[str, Any]:
    """The answer again. Raises pickle.UnpicklingError where it names anything but values."""
    kind, value = _Values(io.BytesIO(answer)).load()
    return str(kind), value


class _Values(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or (module, name) in _OWN_FUNCTIONS:
            return super().find_class(module, name)
        if module.startswith(_OWN):
            found = getattr(import_module(module), name, None)
            # A class that a module of ours has only imported is not our own.
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")
