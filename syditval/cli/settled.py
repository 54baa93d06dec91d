"""What is settled for a workbook in ``syditval.toml``, where the call says nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from syditval.cli.copies import STANDARD_INPUT
from syditval.cli.loudness import detail
from syditval.cli.marking import Marking
from syditval.cli.words import VARIABLE, say
from syditval.messages.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from syditval.settings import Settings

_LOADED = f"{__name__}.loaded"
# What is settled gives way to what is given and would contradict it.
_GIVES_WAY_TO = {
    "no_annotate": tuple(Marking.__annotations__),
    "no_marks": ("ticks", "tick", "show_uncovered"),
    "ticks": ("no_marks",),
    "show_uncovered": ("no_marks",),
}

Given = TypeVar("Given", bound="Mapping[str, Any]")


def isolated_option() -> click.Option:
    """--isolated."""
    return click.Option(["--isolated"], is_flag=True, help=say("isolated"))


def settings_for(workbook: str, *, isolated: bool) -> Settings:
    """The settings found upwards from a workbook, or from here for standard input.

    Raises TomlMistakes with everything that is wrong with them.
    """
    from syditval.settings import NONE, settings_file

    if isolated:
        return NONE
    folder = Path() if workbook == STANDARD_INPUT else Path(workbook).parent
    file = settings_file(folder)
    return NONE if file is None else _loaded(file)


def settings_of(workbooks: Iterable[str], *, isolated: bool) -> dict[str, Settings]:
    """The settings of each workbook. Raises TomlMistakes with everything that is wrong with any of them."""
    from syditval.strict_toml import Mistake, TomlMistakes

    mistakes: list[Mistake] = []
    settings = {}
    for workbook in workbooks:
        try:
            settings[workbook] = settings_for(workbook, isolated=isolated)
        except TomlMistakes as wrong:
            # Several workbooks may share a file.
            mistakes += [each for each in wrong.mistakes if each not in mistakes]
    if mistakes:
        raise TomlMistakes(mistakes)
    return settings


def with_settings(given: Given, settings: Settings) -> Given:
    """Options as given in the call or the environment, the others as they are settled."""
    context = click.get_current_context()
    settled = {
        name: Path(str(value)) if key == "schemas" else value
        for key, value in settings.values.items()
        if (name := key.replace("-", "_")) in given
        and context.get_parameter_source(name) is ParameterSource.DEFAULT
        and not any(given[other] for other in _GIVES_WAY_TO.get(name, ()))
    }
    return cast(Given, {**given, **settled})


def language_for(settings: Settings, language: str) -> str:
    """The language of the report on a workbook, where neither the call nor the environment names one."""
    settled = settings.values.get("lang")
    return language if os.environ.get(VARIABLE) or settled is None else str(settled)


def _loaded(file: Path) -> Settings:
    """The settings of a file, read and told once in a call."""
    known: dict[Path, Settings] = click.get_current_context().meta.setdefault(_LOADED, {})
    if file not in known:
        known[file] = _read(file)
    return known[file]


def _read(file: Path) -> Settings:
    from syditval.reading import limit_names
    from syditval.settings import load_settings

    settings = load_settings(file, limit_names())
    values = {**settings.values, **{f"limits.{name}": number for name, number in settings.limits.items()}}
    told = ", ".join(f"{name} = {_spelled(value)}" for name, value in values.items()) or say("no_values")
    waivers = len(settings.waivers)
    detail(say("settings", file=visible(str(file)), values=visible(told), waivers=waivers))
    return settings


def _spelled(value: str | int) -> str:
    """A value as it stands in the file."""
    return str(value).lower() if isinstance(value, bool) else str(value)
