"""What a rule saw on a sheet, however often, as one finding at the first of the places."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from syditval.checks.census import Place
from syditval.messages.brevity import excerpt, first_few, spans
from syditval.model.cells import Cell, CellKind, Sheet, column_letters
from syditval.model.finding import Field, Finding
from syditval.model.rule import RuleInfo

_NOTHING = Cell(CellKind.TEXT, "")


def corner(sheet: Sheet) -> Place:
    """The first cell of a sheet that holds something, A1 where none does."""
    return min(sheet.cells, default=(1, 1))


def finding_on(rule: RuleInfo, sheet: Sheet, places: Sequence[Place]) -> Finding:
    """A finding at the first of some places on a sheet, with their count and what stands at the first."""
    first = min(places)
    cell = sheet.cells.get(first, _NOTHING)
    return Finding(
        id=f"{rule.code}/{sheet.name}",
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        table="",
        cell=sheet.ref(*first),
        fields={
            "sheet": sheet.name,
            "count": Decimal(len(places)),
            "rows": first_few(spans(row for row, _ in places)),
            "columns": first_few(spans((column for _, column in places), column_letters)),
            "written": written(cell),
            "formula": excerpt(cell.formula or ""),
            "format": excerpt(cell.number_format),
        },
        place=sheet.name,
    )


def written(cell: Cell) -> Field:
    """What stands in a cell, as a field of a sentence."""
    if isinstance(cell.value, Decimal):
        return cell.value
    return excerpt(cell.text or str(cell.value))
