"""Where annotated copies go. Settled before any work: no copy may take the place of another."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from syditval.cli.words import say

STANDARD_INPUT = "-"
# What its copy is called that goes into a folder.
STANDARD_INPUT_NAME = "standard-input.xlsx"
_SUFFIX = ".granskad"


@dataclass(frozen=True, slots=True)
class Copies:
    """The place of the copy of each workbook that gets one, and the folder to make for them, if any."""

    places: Mapping[str, Path]
    folder: Path | None = None


def planned_copies(workbooks: Sequence[str], output: str | None) -> Copies:
    """The copies beside their workbooks, in the folder that ``--output`` names, or in its file.

    Standard input stands nowhere, so there is no copy beside it. Raises click.UsageError where a
    file stands in the place of the folder, where a copy would overwrite a workbook that is to be
    read, and where two copies would get one name.
    """
    inputs = {_identity(workbook) for workbook in workbooks if workbook != STANDARD_INPUT}
    folder = _folder(output, several=len(workbooks) > 1)
    named = Path(output) if output is not None and folder is None else None
    places: dict[str, Path] = {}
    first_at: dict[str, str] = {}
    for workbook in workbooks:
        if workbook == STANDARD_INPUT and output is None:
            continue
        place = named or _in_folder(workbook, folder)
        same = _identity(place)
        if same in inputs:
            raise click.UsageError(say("copy_over_input", copy=place))
        if same in first_at:
            raise click.UsageError(say("same_copy", one=first_at[same], other=workbook, copy=place))
        first_at[same] = workbook
        places[workbook] = place
    return Copies(places, folder)


def _identity(place: str | Path) -> str:
    """What tells whether two paths are of one file."""
    return os.path.normcase(os.path.realpath(place))


def _folder(output: str | None, *, several: bool) -> Path | None:
    """The folder that the output is: by what it is called, by what stands there, or by need."""
    if output is None:
        return None
    path = Path(output)
    if path.is_dir():
        return path
    if not several and not output.endswith(("/", os.sep)):
        return None
    if path.exists():
        raise click.UsageError(say("output_is_a_file", output=path))
    return path


def _in_folder(workbook: str, folder: Path | None) -> Path:
    """The place of a copy in a folder; without one, beside the workbook."""
    source = Path(STANDARD_INPUT_NAME if workbook == STANDARD_INPUT else workbook)
    return (folder or source.parent) / f"{source.stem}{_SUFFIX}{source.suffix}"
