"""A workbook's formulas, each with its form, and the cells that they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from syditval.formulas.columns import Columns
from syditval.formulas.forms import Form, Forms
from syditval.formulas.references import area_of
from syditval.formulas.tree import Reference
from syditval.model.cells import Area, Cell, CellRef, Sheet, Workbook

# Row and column.
Place = tuple[int, int]


@dataclass(frozen=True)
class SheetFormulas:
    """One sheet and the forms of its formulas, by place, in the order of the file."""

    sheet: Sheet
    forms: dict[Place, Form]

    @cached_property
    def columns(self) -> Columns:
        """The sheet's cells by column."""
        return Columns(self.sheet)


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of cells on one sheet."""

    formulas: SheetFormulas
    area: Area


class FormulaBook:
    """All formulas of a workbook, taken apart."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        forms = Forms()
        self.sheets = tuple(_formulas(sheet, forms) for sheet in workbook.sheets)
        self._by_name = {each.sheet.name.casefold(): each for each in self.sheets}

    @property
    def formulas(self) -> Iterator[tuple[SheetFormulas, Place, Form]]:
        """Every formula with its sheet and its place."""
        return ((each, place, form) for each in self.sheets for place, form in each.forms.items())

    def form(self, cell: CellRef) -> Form:
        """The form of the formula in a cell. Raises KeyError where there is none."""
        return self._by_name[cell.sheet.casefold()].forms[cell.row, cell.column]

    def sheet(self, name: str) -> Sheet:
        """The sheet of a name. Raises KeyError where there is none."""
        return self._by_name[name.casefold()].sheet

    def cell(self, cell: CellRef) -> Cell | None:
        """What stands in a cell, None where nothing does."""
        return self.sheet(cell.sheet).cells.get((cell.row, cell.column))

    def spot(self, reference: Reference, home: CellRef) -> Spot | None:
        """What a reference means in a formula; None where there is no such sheet."""
        name = home.sheet if reference.sheet is None else reference.sheet
        formulas = self._by_name.get(name.casefold())
        return Spot(formulas, area_of(reference, home.row, home.column)) if formulas else None

    def spots(self, references: tuple[Reference, ...], home: CellRef) -> list[Spot]:
        """What several references mean, those to sheets that are not there left out."""
        found = (self.spot(reference, home) for reference in references)
        return [spot for spot in found if spot is not None]


def _formulas(sheet: Sheet, forms: Forms) -> SheetFormulas:
    of = forms.of
    return SheetFormulas(
        sheet, {place: of(cell.formula, *place) for place, cell in sheet.cells.items() if cell.formula}
    )
