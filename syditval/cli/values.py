"""What the value of an option may be: one of some choices, a file, a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from syditval.cli.misuse import Misuse
from syditval.cli.spelling import spelled


class OneOf(click.Choice[str]):
    """A closed list of choices."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself. Raises Misuse for one that is not among the choices."""
        if value not in self.choices:
            raise Misuse("U008", option=_name(param), value=str(value), choices=", ".join(self.choices))
        return str(value)


class Place(click.Path):
    """A file or a folder: ``exists``, ``file_okay`` and ``dir_okay`` say which, as they do for click."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The value as a path. Raises Misuse for one that there is not, or that is of the other sort."""
        path = Path(value)
        if self.exists and not path.exists():
            raise Misuse("U009", option=_name(param), path=str(value))
        if not self.dir_okay and path.is_dir():
            raise Misuse("U010", option=_name(param), path=str(value))
        if not self.file_okay and path.is_file():
            raise Misuse("U011", option=_name(param), path=str(value))
        return path


def _name(parameter: click.Parameter | None) -> str:
    return spelled(parameter) if parameter else ""
