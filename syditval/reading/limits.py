"""How much a file may ask for. Every limit of the reading room is a named constant here.

The defaults are far above what honest workbooks hold (of 3 125 in public test collections none has
more than 1 033 parts or unpacks to more than 60 MB) and below what brings a small computer down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

MB = 1_000_000
_VARIABLE = "SYDITVAL_LIMIT_"


class UnknownLimit(Exception):
    """A limit that does not exist, or a value that is no whole number above zero."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run. Sizes are in bytes, times in seconds."""

    file_bytes: int = 50 * MB
    parts: int = 2_000
    part_bytes: int = 200 * MB
    unpacked_bytes: int = 500 * MB
    xml_depth: int = 256
    xml_attributes: int = 500
    text_characters: int = 100_000
    sheets: int = 500
    sheet_cells: int = 5 * MB
    merged_areas: int = 100_000
    memory_bytes: int = 4_000 * MB
    cpu_seconds: int = 300
    wall_seconds: int = 600
    written_bytes: int = 1_000 * MB

    def with_value(self, name: str, value: str) -> Limits:
        """These limits with one of them changed. Raises UnknownLimit for a wrong name or number."""
        key = name.strip().lower().replace("-", "_")
        if key not in names() or not value.strip().isascii() or not value.strip().isdigit() or not int(value):
            raise UnknownLimit(f"{name}={value}")
        return replace(self, **{key: int(value)})


def names() -> tuple[str, ...]:
    """The names of all limits, in the order in which a file meets them."""
    return tuple(field.name for field in fields(Limits))


def limit_variable(name: str) -> str:
    """The variable of the environment that sets a limit."""
    return _VARIABLE + name.upper()


def limits_from(environment: Mapping[str, str], options: tuple[str, ...] = ()) -> Limits:
    """The limits in force: the defaults, then SYDITVAL_LIMIT_NAME, then options ``NAME=VALUE``.

    Raises UnknownLimit for a name or a number that makes no sense.
    """
    limits = Limits()
    for variable, value in sorted(environment.items()):
        if variable.startswith(_VARIABLE):
            limits = limits.with_value(variable.removeprefix(_VARIABLE), value)
    for option in options:
        name, _, value = option.partition("=")
        limits = limits.with_value(name, value)
    return limits


DEFAULT = Limits()
