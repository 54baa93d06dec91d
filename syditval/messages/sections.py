"""The sections of a TOML catalogue, each taken apart when it is first asked for.

A help text needs two of two hundred, and would otherwise wait for all of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

_HEAD = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


class Sections(Mapping[str, Mapping[str, str]]):
    """A catalogue by section. Every text in it stands on a line of its own, and sections are not nested."""

    def __init__(self, source: str) -> None:
        _, *parts = _HEAD.split(source)
        self._sources = dict(zip(parts[::2], parts[1::2], strict=True))
        self._known: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, name: str) -> Mapping[str, str]:
        if name not in self._known:
            self._known[name] = tomllib.loads(self._sources[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
