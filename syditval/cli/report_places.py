"""Where reports go that are not read on the screen. Settled before any work, as that of copies is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from syditval.cli.copies import STANDARD_INPUT, STANDARD_INPUT_NAME, folder_of, identity
from syditval.cli.misuse import Misuse
from syditval.cli.pairs import Wanted

Places = Mapping[str, tuple[tuple[str, Path | None], ...]]


def planned_reports(workbooks: Sequence[str], wanted: Sequence[Wanted], taken: Iterable[Path]) -> Places:
    """For each workbook every form with its file, None for standard output.

    ``taken`` are the places of annotated copies and of what else is read. Raises Misuse where a report would
    overwrite any of them, a workbook or another report, and where forms of several workbooks cannot stand
    one after the other.
    """
    from syditval.reports.outputs import FLOWING

    held = {identity(workbook): workbook for workbook in workbooks if workbook != STANDARD_INPUT}
    held |= {identity(file): str(file) for file in taken}
    planned: dict[str, tuple[tuple[str, Path | None], ...]] = {}
    for workbook in workbooks:
        places = tuple((each.form, _place(workbook, each, several=len(workbooks) > 1)) for each in wanted)
        for form, place in places:
            if place is None and len(workbooks) > 1 and form not in FLOWING:
                raise Misuse("U049", form=form)
            if place is not None:
                _hold(place, f"{workbook} ({form})", held)
        planned[workbook] = places
    return planned


def _hold(place: Path, name: str, held: dict[str, str]) -> None:
    """Keep a place for a report. Raises Misuse where something else has it."""
    holder = held.setdefault(identity(place), name)
    if holder != name:
        raise Misuse("U050", place=str(place), holder=holder)


def _place(workbook: str, wanted: Wanted, *, several: bool) -> Path | None:
    from syditval.reports.outputs import ending

    if wanted.place is None:
        return None
    folder = folder_of(wanted.place, several=several)
    if folder is None:
        return Path(wanted.place)
    name = STANDARD_INPUT_NAME if workbook == STANDARD_INPUT else workbook
    return folder / (Path(name).stem + ending(wanted.form))
