"""Whose month a workbook is: what it states itself, and what whoever sends it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from syditval.kinds import load_kinds
from syditval.messages import Refusal
from syditval.model.kind import TableKind
from syditval.model.period import Period
from syditval.reading import Source
from syditval.recognition import Stated, normal_name, recognise, stated_in
from syditval.run.protected import protected
from syditval.run.request import Request
from syditval.run.unmarked import read_unmarked


class UploadRefusal(Refusal):
    """A workbook that is not taken in."""


class NothingRecognised(UploadRefusal):
    """A workbook without any table that could be checked."""


def identify(source: Source, request: Request) -> Stated:
    """What a workbook states of itself, read in a process of its own.

    Raises UnreadableWorkbook where it cannot be read, NothingRecognised where no table is known in it, and
    TomlMistakes where a schema file is wrong.
    """
    return protected(partial(_identified, source, load_kinds(request.schemas), request), source, request)


def entity_for(stated: Stated, given: str, file: str) -> str | None:
    """The entity that a workbook is of, None where neither it nor whoever sends it says so.

    What is given settles what a workbook says in several ways, and may be in any of its fields. Raises
    UploadRefusal where the two contradict one another, or the workbook itself.
    """
    name, choices = normal_name(given), stated.choices
    if name:
        same = (each.name.casefold() == name.casefold() for each in stated.entities)
        if stated.entities and not any(same):
            first = choices[0]
            raise UploadRefusal("M043", file=file, found=first.name, cell=first.address, name=name)
        return name
    if len(choices) > 1:
        one, other = choices[:2]
        stated_twice = {"one": one.name, "cell": one.address, "other": other.name, "place": other.address}
        raise UploadRefusal("M045", file=file, **stated_twice)
    return choices[0].name if choices else None


def period_for(stated: Stated, given: Period | None, file: str) -> Period | None:
    """The period that a workbook is of, None where it is not said in full. Raises as ``entity_for`` does."""
    choices = stated.periods
    if given is not None:
        if choices and not any(each.allows(given) for each in choices):
            first = choices[0]
            raise UploadRefusal("M044", file=file, found=str(first), cell=first.address, period=str(given))
        return given
    if len(choices) > 1:
        one, other = choices[:2]
        stated_twice = {"one": str(one), "cell": one.address, "other": str(other), "place": other.address}
        raise UploadRefusal("M046", file=file, **stated_twice)
    return choices[0].period if choices else None


def _identified(source: Source, kinds: Sequence[TableKind], request: Request) -> Stated:
    workbook = read_unmarked(source, request).workbook
    tables = recognise(workbook, kinds).tables
    if not tables:
        raise NothingRecognised("M040", file=source.name)
    return stated_in(workbook, tables)
