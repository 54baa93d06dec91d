"""One sheet's XML to a sparse grid: stored value, formula and cached value from a single pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Context
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.merge import MergeCells
from openpyxl.xml.functions import iterparse

from syditval.model.cells import Area, Cell, CellKind, Sheet

# Excel keeps 15 significant digits; files hold up to 17, which are noise of the binary double.
_EXCEL_PRECISION = Context(prec=15)

_KINDS = {"s": CellKind.TEXT, "b": CellKind.BOOLEAN, "e": CellKind.ERROR, "n": CellKind.NUMBER}


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell at its place, with the id of its style."""

    row: int
    column: int
    style: int
    cell: Cell


class SheetParser(WorkSheetParser):
    """openpyxl's cell parser, asked for the value and for the formula of each cell at once."""

    def entries(self) -> Iterator[Entry]:
        """Every cell that holds something. Decoration (filters, validations, links) is skipped."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                for parsed in self.parse_row(element)[1]:
                    if parsed["cell"] is not None:
                        yield Entry(parsed["row"], parsed["column"], parsed["style_id"], parsed["cell"])
                element.clear()
            elif element.tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif element.tag == MERGE_TAG:
                self.merged_cells = MergeCells.from_tree(element)

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """What openpyxl makes of a cell, and under "cell" ours: None where only a format is stored."""
        parsed = super().parse_cell(element)
        formula = self._formula_text(element)
        raw = element.findtext(VALUE_TAG)
        if parsed["value"] is None and formula is None:
            return {**parsed, "cell": None}
        return {**parsed, "cell": _cell(parsed, raw, formula, is_text=element.get("t") == "str")}

    def _formula_text(self, element: Element) -> str | None:
        if element.find(FORMULA_TAG) is None:
            return None
        formula = self.parse_formula(element)  # type: ignore[no-untyped-call]
        if isinstance(formula, ArrayFormula):
            return str(formula.text)
        return formula if isinstance(formula, str) else "=TABLE()"


def _cell(parsed: dict[str, Any], raw: str | None, formula: str | None, *, is_text: bool) -> Cell:
    value, kind = parsed["value"], parsed["data_type"]
    if value is None:
        # A formula may have the empty text as its cached result; without any it was not calculated.
        if is_text and raw is not None:
            return Cell(CellKind.TEXT, "", formula)
        return Cell(CellKind.NOT_CALCULATED, None, formula)
    if kind == "n" and raw is not None:
        return Cell(CellKind.NUMBER, _EXCEL_PRECISION.create_decimal(raw).normalize(), formula)
    if kind == "d":
        if isinstance(value, datetime):
            return Cell(CellKind.DATE, value, formula)
        return Cell(CellKind.TEXT, str(value), formula)
    return Cell(_KINDS[kind], value, formula)


def read_sheet(name: str, state: str, parser: SheetParser, formats: Sequence[str]) -> Sheet:
    """One sheet as a sparse grid; ``formats`` holds the number format of each style id."""
    cells: dict[tuple[int, int], Cell] = {}
    for entry in parser.entries():
        cells[entry.row, entry.column] = _with_format(entry.cell, formats[entry.style])
    return Sheet(
        name=name,
        cells=cells,
        state=state,
        hidden_rows=frozenset(
            int(row) for row, attributes in parser.row_dimensions.items() if _is_hidden(attributes)
        ),
        hidden_columns=frozenset(_hidden_columns(parser.column_dimensions.values())),
        merged=tuple(_areas(parser)),
    )


def _with_format(cell: Cell, number_format: str) -> Cell:
    if number_format == "General":
        return cell
    return Cell(cell.kind, cell.value, cell.formula, number_format)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _hidden_columns(dimensions: Any) -> Iterator[int]:
    for attributes in dimensions:
        if _is_hidden(attributes):
            yield from range(int(attributes["min"]), int(attributes["max"]) + 1)


def _areas(parser: SheetParser) -> Iterator[Area]:
    for merged in parser.merged_cells.mergeCell if parser.merged_cells else ():
        yield Area(top=merged.min_row, left=merged.min_col, bottom=merged.max_row, right=merged.max_col)
