"""Figures that no check has touched."""

from __future__ import annotations

from syditval.model.amounts import FigureState
from syditval.model.cells import CellRef
from syditval.model.report import Report


def uncovered_cells(report: Report) -> tuple[CellRef, ...]:
    """The cells of the tables' figures that take part in no checked relation, in their order.

    A blank cell is not among them: nothing stands there that could be wrong. Nor are the figures of
    columns that a table's kind does not name: the report counts those, and does not say where they are.
    """
    figures = (figure for table in report.tables for figure in table.figures.values())
    written = {figure.cell for figure in figures if figure.state is not FigureState.BLANK}
    return tuple(sorted(written - report.covered_cells))
