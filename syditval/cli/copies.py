"""Where annotated copies go. Settled before any work: no copy may take the place of another."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from syditval.cli.misuse import Misuse

STANDARD_INPUT = "-"
# What its copy is called that goes into a folder.
STANDARD_INPUT_NAME = "standard-input.xlsx"
_SUFFIX = ".granskad"
_CLEAN_SUFFIX = ".rensad"
_COPY = re.compile(r"(.+)\.granskad(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Copies:
    """The place of the copy of each workbook that gets one, and the folder to make for them, if any."""

    places: Mapping[str, Path]
    folder: Path | None = None


def planned_copies(workbooks: Sequence[str], output: str | None, read: Iterable[Path] = ()) -> Copies:
    """The copies beside their workbooks, in the folder that ``--output`` names, or in its file.

    Standard input stands nowhere, so there is no copy beside it. Raises Misuse where a
    file stands in the place of the folder, where a copy, or a review in place of one, would overwrite a
    workbook or what else is ``read``, and where two copies would get one name.
    """
    from syditval.annotation import alone_path

    inputs = {identity(workbook) for workbook in workbooks if workbook != STANDARD_INPUT}
    inputs |= {identity(file) for file in read}
    folder = folder_of(output, several=len(workbooks) > 1)
    named = Path(output) if output is not None and folder is None else None
    places: dict[str, Path] = {}
    first_at: dict[str, str] = {}
    for workbook in workbooks:
        if workbook == STANDARD_INPUT and output is None:
            continue
        place = named or _in_folder(workbook, folder)
        same = identity(place)
        over = next((each for each in (place, alone_path(place)) if identity(each) in inputs), None)
        if over is not None:
            raise Misuse("U022", copy=str(over))
        if same in first_at:
            raise Misuse("U023", one=first_at[same], other=workbook, copy=str(place))
        first_at[same] = workbook
        places[workbook] = place
    return Copies(places, folder)


def default_copy(workbook: str) -> Path | None:
    """Where the copy of a workbook goes unless another place is named; None for standard input."""
    return None if workbook == STANDARD_INPUT else _in_folder(workbook, None)


def default_clean(copy: str) -> Path:
    """Where an annotated copy goes without its marks unless another place is named."""
    source = Path(copy)
    return source.with_name(f"{_parted(source.stem)[0]}{_CLEAN_SUFFIX}{source.suffix}")


def identity(place: str | Path) -> str:
    """What tells whether two paths are of one file."""
    return os.path.normcase(os.path.realpath(place))


def folder_of(output: str | None, *, several: bool) -> Path | None:
    """The folder that the output is: by what it is called, by what stands there, or by need."""
    if output is None:
        return None
    path = Path(output)
    if path.is_dir():
        return path
    if not several and not output.endswith(("/", os.sep)):
        return None
    if path.exists():
        raise Misuse("U011", option="--output", path=str(path))
    return path


def _in_folder(workbook: str, folder: Path | None) -> Path:
    """The place of a copy in a folder; without one, beside the workbook. A copy of a copy is numbered."""
    source = Path(STANDARD_INPUT_NAME if workbook == STANDARD_INPUT else workbook)
    stem, number = _parted(source.stem)
    ending = f"{_SUFFIX}-{number + 1}" if number else _SUFFIX
    return (folder or source.parent) / f"{stem}{ending}{source.suffix}"


def _parted(stem: str) -> tuple[str, int]:
    """What a workbook is called, and the number of the copy that it is; 0 for none."""
    found = _COPY.fullmatch(stem)
    return (found[1], int(found[2] or 1)) if found else (stem, 0)
