"""Tables and judgements put together by hand: no reading, recognition or check has a part in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import count

from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cells import Area, CellRef
from syditval.model.relation import Evidence, Form, Judgement, Reason, Relation, Term, Verdict
from syditval.model.table import Column, ColumnType, Row, RowRole, SignConvention, Table

_TYPES = {"label": ColumnType.LABEL, "percent": ColumnType.PERCENT}
_STEPS = {"label": Decimal(0), "percent": Decimal("0.1")}
_LABEL = "label"


def table(kind: str, corner: CellRef, text: str, roles: str) -> Table:
    """A table in tkr from its text: a title, a blank line, the headings, the lines down to Summa.

    ``corner`` is where the headings begin, ``roles`` are those of the columns from left to right.
    """
    title, _, head, *lines = text.strip("\n").splitlines()
    columns = tuple(
        Column(
            role, _TYPES.get(role, ColumnType.AMOUNT), header.strip(), number, _STEPS.get(role, Decimal(1))
        )
        for role, header, number in zip(roles.split(), head.split("|"), count(corner.column), strict=False)
    )
    rows = tuple(_row(line, number) for line, number in zip(lines, count(corner.row + 1), strict=False))
    figures = {
        (row.number, column.role): _figure(replace(corner, row=row.number, column=column.column), written)
        for row, line in zip(rows, lines, strict=True)
        for column, written in zip(columns, line.split("|"), strict=True)
        if column.role != _LABEL
    }
    return Table(
        id=kind,
        kind=kind,
        sheet=corner.sheet,
        area=Area(corner.row, corner.column, rows[-1].number, columns[-1].column),
        title=title.strip(),
        unit=Unit.TKR,
        unit_source=CellRef(corner.sheet, 2, 1).address,
        period="2024-04-30",
        sign=SignConvention.REVENUE_NEGATIVE,
        columns=columns,
        rows=rows,
        figures=figures,
    )


def _row(line: str, number: int) -> Row:
    label = line.split("|", maxsplit=1)[0].strip()
    return Row(number, RowRole.TOTAL if label == "Summa" else RowRole.DETAIL, label, label.lower())


def _figure(cell: CellRef, written: str) -> Figure:
    digits = written.strip().strip('"').replace(" ", "").replace(",", ".")
    if not digits:
        return Figure(cell, FigureState.BLANK)
    return Figure(cell, FigureState.AMOUNT, Decimal(digits), written=written.strip())


def footings(of: Table, *roles: str) -> Iterator[Judgement]:
    """Each column added up to its total, exactly."""
    (total,) = of.rows_with(RowRole.TOTAL)
    for role in roles:
        terms = [(1, of.figure(row, role)) for row in of.rows_with(RowRole.DETAIL)]
        yield _exact(of, "F101", Form.SUM, of.figure(total, role), terms)


def differences(of: Table, rule: str, target: str, minuend: str, subtrahend: str) -> Iterator[Judgement]:
    """The difference on every row, exactly."""
    for row in of.rows:
        terms = [(1, of.figure(row, minuend)), (-1, of.figure(row, subtrahend))]
        yield _exact(of, rule, Form.DIFFERENCE, of.figure(row, target), terms)


def ratios(of: Table, target: str, part: str, whole: str) -> Iterator[Judgement]:
    """The percentage on every row, exactly."""
    for row in of.rows:
        terms = [(1, of.figure(row, part)), (1, of.figure(row, whole))]
        yield _exact(of, "V103", Form.RATIO, of.figure(row, target), terms)


def _exact(
    of: Table, rule: str, form: Form, target: Figure, terms: Iterable[tuple[int, Figure]]
) -> Judgement:
    relation = Relation(rule, form, of.id, target, tuple(Term(*term) for term in terms))
    found = evidence(target.amount, target.amount, "0.5", terms=len(relation.terms))
    return Judgement(relation, Verdict.EXACT, found)


def formula_backed(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements on targets that are live formulas."""
    for each in judgements:
        yield replace(each, relation=replace(each.relation, formula_backed=True))


def evidence(expected: Decimal | str, found: Decimal | str, bound: str, *, terms: int = 2) -> Evidence:
    """What stands behind a verdict."""
    should, is_, most = Decimal(expected), Decimal(found), Decimal(bound)
    return Evidence(should, should - most, should + most, is_, is_ - should, most, most, terms)


def judged(
    judgements: Iterable[Judgement], otherwise: Mapping[str, Verdict | Reason]
) -> tuple[Judgement, ...]:
    """The judgements, with another verdict, or a reason for none, for the targets at some addresses."""
    return tuple(_judged(each, otherwise.get(each.relation.target.cell.address)) for each in judgements)


def _judged(judgement: Judgement, otherwise: Verdict | Reason | None) -> Judgement:
    if isinstance(otherwise, Reason):
        return Judgement(judgement.relation, Verdict.NOT_CHECKED, reason=otherwise)
    return replace(judgement, verdict=otherwise) if otherwise else judgement
