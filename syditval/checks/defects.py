"""Defects of formulas to findings: neighbours with the same defect are one finding."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from syditval.checks.labels import Labels
from syditval.messages.brevity import excerpt, first_few
from syditval.model.cells import Area, CellRef, column_letters
from syditval.model.finding import Field, Finding
from syditval.model.rule import RuleInfo, Severity


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong at one or more cells of one sheet.

    Defects of neighbouring cells that are alike by ``likeness`` are told together, with the fields of
    the first. ``severity`` is a milder one than the rule's.
    """

    cells: tuple[CellRef, ...]
    likeness: Hashable
    fields: Mapping[str, Field] = field(default_factory=dict)
    related: tuple[CellRef, ...] = ()
    severity: Severity | None = None


def findings_of(rule: RuleInfo, defects: Iterable[Defect], labels: Labels) -> Iterator[Finding]:
    """The findings, in the order of their first cells on each sheet."""
    for block in _blocks(defects):
        yield _finding(rule, block, labels)


def _finding(rule: RuleInfo, block: list[Defect], labels: Labels) -> Finding:
    first = block[0]
    cell = min(first.cells)
    cells = sorted({each for defect in block for each in defect.cells})
    label = labels.of(cell)
    others = (each for each in (*cells, *(each for one in block for each in one.related)) if each != cell)
    place = f"{cell.sheet}/{label or cell.row}/{column_letters(cell.column)}"
    severities = [rule.severity, *([first.severity] if first.severity else [])]
    return Finding(
        id=f"{rule.code}/{place}",
        code=rule.code,
        name=rule.name,
        severity=max(severities, key=lambda severity: severity.rank),
        table="",
        cell=cell,
        row_label=label,
        related=tuple(dict.fromkeys(others)),
        fields={
            "sheet": cell.sheet,
            "cells": _written(cells),
            "count": Decimal(len(cells)),
            "label": excerpt(label),
            **first.fields,
        },
        place=place,
    )


def _blocks(defects: Iterable[Defect]) -> Iterator[list[Defect]]:
    """Defects that are alike and whose first cells stand side by side or one below the other."""
    waiting = {(defect.cells[0], defect.likeness): defect for defect in defects}
    for key in sorted(waiting, key=lambda key: key[0]):
        if key not in waiting:
            continue
        block = [waiting.pop(key)]
        for defect in block:
            for neighbour in _neighbours(defect.cells[0]):
                alike = waiting.pop((neighbour, defect.likeness), None)
                if alike is not None:
                    block.append(alike)
        yield sorted(block, key=lambda defect: defect.cells[0])


def _neighbours(cell: CellRef) -> Iterator[CellRef]:
    for rows, columns in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        yield CellRef(cell.sheet, cell.row + rows, cell.column + columns)


def _written(cells: list[CellRef]) -> str:
    """Cells by their addresses, as a range where they fill one."""
    rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
    area = Area(min(rows), min(columns), max(rows), max(columns))
    if len(cells) == (area.bottom - area.top + 1) * (area.right - area.left + 1):
        return area_written(area)
    return first_few([cell.a1 for cell in cells])


def area_written(area: Area) -> str:
    """An area by its address, one cell without a colon, whole columns and rows without an end."""
    first, _, last = area.a1.partition(":")
    return first if first == last else area.a1
