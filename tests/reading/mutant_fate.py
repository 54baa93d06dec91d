"""What becomes of damaged workbooks: each is read, or refused with a code, in time and without loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from time import perf_counter

from syditval.reading import Limits, Source, UnreadableWorkbook, read_workbook
from syditval.reading.child import isolated
from tests.reading.cell_count import cells_in
from tests.reading.mutations import Mutant

READ = "read"
ESCAPED = "escaped"
DEAD = "dead"
# A sample takes a few hundredths of a second; a damaged one may not take much longer.
LONGEST_SECONDS = 5
LIMITS = Limits(cpu_seconds=20, wall_seconds=60)
NAME = "mutant.xlsx"

# Loaded before any child is started, so that not each must do it.
import_module("syditval.reading.open_xml")


@dataclass(frozen=True, slots=True)
class Fate:
    """How it ended: ``code`` is that of the refusal, or "read"; ``wrong`` says what may not be."""

    code: str
    seconds: float
    wrong: str = ""


def fates(mutants: Sequence[Mutant]) -> list[Fate]:
    """How each of them ended, read in a process that they cannot but bring down themselves.

    They share one, as starting it takes longer than they do; where it dies, each half gets its own.
    """
    try:
        ends = isolated(lambda: [_end(mutant.content) for mutant in mutants], NAME, LIMITS)
    except UnreadableWorkbook as death:
        if len(mutants) == 1:
            return [Fate(DEAD, LIMITS.cpu_seconds, str(death))]
        half = len(mutants) // 2
        return [*fates(mutants[:half]), *fates(mutants[half:])]
    return [_judged(mutant, *end) for mutant, end in zip(mutants, ends, strict=True)]


def _end(content: bytes) -> tuple[str, float, str | int]:
    """The code of the end, the time it took, and what is to be judged: a sentence, or the cells read."""
    begun = perf_counter()
    try:
        cells = read_workbook(Source(NAME, content, None), LIMITS).counts.cells
    except UnreadableWorkbook as refusal:
        return refusal.code, perf_counter() - begun, refusal.sentence("sv")
    except Exception as error:
        return ESCAPED, perf_counter() - begun, repr(error)
    return READ, perf_counter() - begun, cells


def _judged(mutant: Mutant, code: str, seconds: float, found: str | int) -> Fate:
    wrong = _lost(mutant, found) if isinstance(found, int) else _unfit(found)
    return Fate(code, seconds, f"took {seconds:.1f} s" if seconds > LONGEST_SECONDS else wrong)


def _unfit(sentence: str) -> str:
    return "" if sentence.startswith(NAME) and sentence.endswith(".") and "\n" not in sentence else sentence


def _lost(mutant: Mutant, read: int) -> str:
    """Whether other cells were read than an independent count finds; it fails on what it cannot follow."""
    try:
        counted = cells_in(mutant.content)
    except Exception:
        return ""
    return "" if read == counted else f"{read} cells read, {counted} counted"
