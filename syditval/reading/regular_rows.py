"""Rows written the way nearly every program writes them, checked a block at a time.

A block that matches is known to be in order without an event for each of its elements, which takes a
third of the time. Whatever does not match, right or wrong, is left to the scan element by element:
this lane may decline, but it never refuses and never lets pass what the other would not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from syditval.model.cells import Counts
from syditval.reading.areas import column_number
from syditval.reading.names import LAST_ROW

_FORMULA = rb"<f(?: [^<>]{0,200})?(?:/>|>[^<]*+</f>)"
_VALUE = rb"<v>-?[0-9]{1,200}(?:\.[0-9]{0,100})?(?:[eE][+-]?[0-9]{1,2})?</v>"
_CELL = (
    rb'<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: s="[0-9]+")?(?:/>'
    rb'| t="s"><v>[0-9]{1,9}</v></c>'
    rb"|(?: t=\"n\")?>(?:" + _FORMULA + rb")?+" + _VALUE + rb"</c>"
    rb'| t="(?:str|e)">(?:' + _FORMULA + rb")?+<v>[^<]++</v></c>"
    rb'| t="b">(?:' + _FORMULA + rb")?+<v>[01]</v></c>"
    rb'| t="inlineStr"><is><t(?: xml:space="preserve")?>[^<]*+</t></is></c>)'
)
_ROWS = re.compile(rb'(?:<row r="[1-9][0-9]{0,6}"(?: [^<>]{0,200})?(?:/>|>(?:' + _CELL + rb")*+</row>))*+\Z")
_HEADS = re.compile(rb'<row r="(\d+)"|<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="(\w+)")?(/?)>')
_INDEX = re.compile(rb' t="s"><v>(\d+)</v>')
_END_OF_ROW = b"</row>"


@dataclass(frozen=True, slots=True)
class Block:
    """What a block of regular rows holds: their numbers, ascending, and the counts."""

    rows: list[int]
    counts: Counts


def end_of_rows(content: bytes) -> int:
    """Where the last whole row of some bytes ends; 0 if none does."""
    return content.rfind(_END_OF_ROW) + len(_END_OF_ROW) if _END_OF_ROW in content else 0


def regular_block(content: bytes, strings: int) -> Block | None:
    """What some whole rows hold if all of them are regular and in order, else None.

    ``strings`` is how many shared texts there are.
    """
    if b"xmlns" in content or not _ROWS.match(content):
        return None
    indices = _INDEX.findall(content)
    if indices and max(map(int, indices)) >= strings:
        return None
    return _counted(_HEADS.findall(content), content.count(b"<f"))


def _counted(heads: list[tuple[bytes, bytes, bytes, bytes, bytes]], formulas: int) -> Block | None:
    """The counts of rows and cells by their opening tags; None where they do not ascend."""
    rows: list[int] = []
    filled: set[bytes] = set()
    current, column, last = b"", 0, 0
    kinds: Counter[bytes] = Counter()
    for row, letters, digits, kind, is_empty in heads:
        if row:
            current, column = row, 0
            rows.append(int(row))
            continue
        before, column = column, _column(letters)
        if digits != current or column <= before:
            return None
        if not is_empty:
            filled.add(current)
            kinds[kind] += 1
    for number in rows:
        if not last < number <= LAST_ROW:
            return None
        last = number
    return Block(rows, Counts(len(filled), kinds.total(), kinds[b""] + kinds[b"n"], formulas))


@cache
def _column(letters: bytes) -> int:
    return column_number(letters.decode("ascii"))
