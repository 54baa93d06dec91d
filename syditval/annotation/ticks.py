"""Tick marks: the small letters by which an auditor shows what was done with a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from syditval.model.cells import CellRef
from syditval.model.relation import Form, Judgement, Relation, Verdict
from syditval.model.report import Report

LONGEST_SIGN = 4


class Tick(StrEnum):
    """What was done with a figure, by the letters that are set beside it unless others are asked for."""

    F = "F"
    CF = "CF"
    RX = "RX"
    TB = "TB"
    LM = "LM"
    PY = "PY"
    NT = "NT"
    IMM = "IMM"


# Rules that compare a figure with one that stands elsewhere.
_OF_RULES = {"T101": Tick.LM, "T105": Tick.PY}

_HOLDS = (Verdict.EXACT, Verdict.ROUNDING)


class UnknownTick(Exception):
    """A tick mark that does not exist, or a sign that cannot be one; its text is what was asked for."""


def ticks_of(report: Report) -> dict[CellRef, tuple[Tick, ...]]:
    """The tick marks of each figure, by the checks of it that hold, in the order of the cells.

    What holds only within rounding gets IMM besides the mark of what was done. Checks that fail give
    no mark, nor do those of what a figure has to reach: it was agreed to nothing.
    """
    found: defaultdict[CellRef, set[Tick]] = defaultdict(set)
    for judgement in report.judgements:
        if judgement.verdict in _HOLDS and judgement.relation.form is not Form.AT_LEAST:
            found[judgement.relation.target.cell] |= _ticks(judgement)
    return {cell: tuple(tick for tick in Tick if tick in found[cell]) for cell in sorted(found)}


def letters(given: Iterable[str] = ()) -> dict[Tick, str]:
    """The sign of each tick mark: its own letters, or what is given as ``NAME=SIGN``.

    A sign is one to four visible characters without a blank. Raises UnknownTick for a name or a sign
    that makes no sense, and for one sign with two meanings.
    """
    signs = {tick: tick.value for tick in Tick}
    for option in given:
        name, _, sign = (part.strip() for part in option.partition("="))
        if name.upper() not in signs or not _can_be_sign(sign):
            raise UnknownTick(option)
        signs[Tick(name.upper())] = sign
    shared = [f"{tick}={sign}" for tick, sign in signs.items() if list(signs.values()).count(sign) > 1]
    if shared:
        raise UnknownTick(", ".join(shared))
    return signs


def _ticks(judgement: Judgement) -> set[Tick]:
    done = _tick(judgement.relation)
    return {done, Tick.IMM} if judgement.verdict is Verdict.ROUNDING else {done}


def _tick(relation: Relation) -> Tick:
    if relation.rule in _OF_RULES:
        return _OF_RULES[relation.rule]
    if relation.form is not Form.SUM:
        return Tick.RX
    return Tick.F if relation.is_down else Tick.CF


def _can_be_sign(text: str) -> bool:
    return 0 < len(text) <= LONGEST_SIGN and text.isprintable() and " " not in text
