"""Regions of figures as tables, with what the figures were found to be made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from syditval.aggregates import Aggregate, Lattice, find_aggregates
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import Area, CellKind, Workbook, column_letters
from syditval.model.kind import LABEL_ROLE
from syditval.model.table import REGION, Column, ColumnType, SignConvention, Table
from syditval.recognition.blocks import blocks_of
from syditval.recognition.grid import Grid
from syditval.recognition.numbers import Place
from syditval.recognition.region_heads import RegionHead, unit_of
from syditval.recognition.region_rows import label_at, region_rows
from syditval.recognition.regions import NumberSheet, number_sheets

_STATES = {
    CellKind.ERROR: FigureState.ERROR_VALUE,
    CellKind.NOT_CALCULATED: FigureState.NOT_CALCULATED,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region as a table, the aggregates whose totals stand in it, and what is no number among the amounts.

    ``withheld`` are figures without a value where something other than a number stands in a line.
    """

    table: Table
    aggregates: tuple[Aggregate, ...]
    withheld: Mapping[Place, Figure]


def regions_of(workbook: Workbook) -> Iterator[Region]:
    """Every region of numbers in a workbook, sheet by sheet, with what its figures are made of."""
    seen = Counter[str]()
    for sheet in number_sheets(workbook):
        aggregates = find_aggregates(sheet.lattice)
        withheld = {place: _withheld(sheet.grid, place) for place in _among_amounts(sheet.lattice)}
        for places in blocks_of(sheet, aggregates):
            seen[REGION] += 1
            own = tuple(_within(aggregates, set(places)))
            table = _table(sheet, places, own)
            if seen[REGION] > 1:
                table = replace(table, id=f"{REGION}-{seen[REGION]}")
            inside = {place: figure for place, figure in withheld.items() if table.area.holds(*place)}
            yield Region(table, own, inside)


def _within(aggregates: Sequence[Aggregate], places: set[Place]) -> Iterator[Aggregate]:
    """The aggregates, each at those crossings where its target stands at one of the places."""
    for found in aggregates:
        holds, fails = (
            tuple(crossing for crossing in crossings if found.place(found.target, crossing) in places)
            for crossings in (found.holds, found.fails)
        )
        if holds or fails:
            yield replace(found, holds=holds, fails=fails)


def _among_amounts(lattice: Lattice) -> Iterator[Place]:
    """The places that hold no number, in columns of amounts: shares and percentages are not added up."""
    amounts = {column for row, column in lattice.figures if (row, column) not in lattice.shares}
    return (place for place in sorted(lattice.withheld) if place[1] in amounts)


def _withheld(grid: Grid, place: Place) -> Figure:
    cell = grid.sheet.cells[place]
    state = _STATES.get(cell.kind, FigureState.UNREADABLE)
    return Figure(grid.sheet.ref(*place), state, written=cell.text, formula=cell.formula)


def _table(sheet: NumberSheet, places: Sequence[Place], aggregates: Sequence[Aggregate]) -> Table:
    head = RegionHead(sheet, places)
    rows = region_rows(sheet, places, aggregates)
    columns = tuple(_columns(sheet, places, head))
    unit, source = unit_of(sheet.grid)
    numbers = [column.column for column in columns]
    top = min([rows[0].number, *head.heading_rows])
    return Table(
        id=REGION,
        kind=REGION,
        sheet=sheet.grid.sheet.name,
        area=Area(top, min(numbers), rows[-1].number, max(numbers)),
        title=head.title(),
        unit=unit,
        unit_source=source,
        period="",
        sign=SignConvention.UNDETERMINED,
        columns=columns,
        rows=rows,
        figures={(row, column_letters(column)): sheet.lattice.figures[row, column] for row, column in places},
    )


def _columns(sheet: NumberSheet, places: Sequence[Place], head: RegionHead) -> Iterator[Column]:
    """The column of most labels, and one for each column of figures, its letters being its role."""
    named = Counter(label_at(sheet, row, head.columns[0])[0] for row in {row for row, _ in places})
    label = next((column for column, _ in named.most_common() if column), 0)
    if label and label not in head.columns:
        yield Column(LABEL_ROLE, ColumnType.LABEL, sheet.grid.heading(head.first - 1, label), label)
    amounts = {column for row, column in places if (row, column) not in sheet.percentages}
    for column, heading in head.headings().items():
        kind = ColumnType.AMOUNT if column in amounts else ColumnType.PERCENT
        yield Column(column_letters(column), kind, heading, column)
