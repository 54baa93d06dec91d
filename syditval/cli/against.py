"""The workbooks of earlier months that a call names, to hold others against them without a store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syditval.cli.copies import STANDARD_INPUT, identity
from syditval.cli.misuse import Misuse
from syditval.cli.protection import with_password
from syditval.cli.values import Place
from syditval.cli.words import say

if TYPE_CHECKING:
    from syditval.model.earlier import Against, Earlier, Months
    from syditval.reading import Source
    from syditval.records import Recorded
    from syditval.run import Request


@dataclass(frozen=True, slots=True)
class EarlierFiles:
    """The workbooks of earlier months that a call names, and why a budget may differ from theirs."""

    files: tuple[Path, ...] = ()
    decision: str = ""

    def months(self, workbook: str, request: Request) -> Months | None:
        """What a workbook of some name is held against, None for nothing. Raises as ``earlier_of`` does."""
        from syditval.model.earlier import Months
        from syditval.reading import open_source

        if not self.files:
            return None
        sources = (open_source(file, request.limits) for file in self.files)
        return Months(tuple(_earlier(source, workbook, request) for source in sources), self.decision)


def against_option(text: str) -> click.Option:
    """--against FILE, as often as needed; the catalogue has its help under a name of its own."""
    file = Place(exists=True, dir_okay=False)
    return click.Option(["--against"], type=file, multiple=True, metavar="FILE", help=say(text))


def decision_option() -> click.Option:
    """--decision TEXT."""
    return click.Option(["--decision"], default="", metavar="TEXT", help=say("decision"))


def against_of(files: Sequence[Path], decision: str, workbooks: Sequence[str]) -> EarlierFiles:
    """What some workbooks are held against.

    Raises Misuse for an earlier month's workbook that is named twice or is itself to be checked, and for a
    decision where nothing is compared.
    """
    seen = {identity(each) for each in workbooks if each != STANDARD_INPUT}
    for file in files:
        if identity(file) in seen:
            raise Misuse("U055", file=str(file))
        seen.add(identity(file))
    if decision and not files:
        raise Misuse("U056", option="--decision", other="--against")
    return EarlierFiles(tuple(files), decision)


def earlier_of_record(record: Recorded, file: Path, given: Sequence[Path], request: Request) -> list[Earlier]:
    """The earlier months that a record in a file was made against, in its order and under its names.

    Each is the given workbook that has its hash or else its name, or the one that lies beside the record or
    here. Raises NotARecord for one that is nowhere and for a workbook that is none of them, and what
    ``earlier_of`` raises.
    """
    from syditval.reading import open_source
    from syditval.records import NotARecord
    from syditval.run import as_recorded

    asked = as_recorded(record, request)
    months = record.against or ()
    sources = [open_source(each, request.limits) for each in given]
    chosen = _chosen(months, sources)
    if unknown := [each.name for each in sources if each not in chosen.values()]:
        raise NotARecord("P007", file=str(file), workbook=unknown[0])
    for place, month in enumerate(months):
        if place not in chosen:
            path = beside(month.name, file)
            if path is None:
                raise NotARecord("P006", file=str(file), workbook=month.name)
            chosen[place] = open_source(path, request.limits)
    return [
        replace(_earlier(chosen[place], record.name, asked), name=month.name)
        for place, month in enumerate(months)
    ]


def beside(name: str, record: Path) -> str | None:
    """The workbook that a record names, beside the record or here; None where there is none."""
    # The name alone: a record that somebody made up leads nowhere else.
    name = Path(name).name
    for place in (record.parent / name, Path(name)):
        # A name may be too long to be looked for.
        with suppress(OSError):
            if place.is_file():
                return str(place)
    return None


def _chosen(months: Sequence[Against], sources: Sequence[Source]) -> dict[int, Source]:
    """Which workbook is which of some months, by the place of the month."""
    chosen: dict[int, Source] = {}
    for name in ("sha256", "name"):
        for place, month in enumerate(months):
            left = [each for each in sources if each not in chosen.values()]
            same = [each for each in left if getattr(each, name) == getattr(month, name)]
            if place not in chosen and same:
                chosen[place] = same[0]
    return chosen


def _earlier(source: Source, workbook: str, request: Request) -> Earlier:
    from syditval.run import earlier_of

    return earlier_of(source, with_password(source, request), workbook)
