"""Regions of figures: the relations that were found in them, judged, and what none of them touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from syditval.aggregates import Aggregate, Axis
from syditval.aggregates.words import is_called_total
from syditval.arithmetic import Policy, evaluate
from syditval.checks.catalogue import rule_modules
from syditval.checks.engine import Checked
from syditval.checks.formula_cells import backs
from syditval.checks.gaps import unjudged, untouched
from syditval.checks.live_roundings import with_roundings
from syditval.checks.verdicts import finding_of
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.gap import NotChecked
from syditval.model.relation import OF_TWO, Form, Reason, Relation, Term
from syditval.model.rule import RuleInfo
from syditval.model.table import Table

Place = tuple[int, int]

# With fewer lines there is nothing that a total could be the sum of.
_FEWEST_LINES = 3
# A sum may be of one line where the others are blank; what is made of two needs both.
_FEWEST_TERMS = {form: 2 if form in (*OF_TWO, Form.DIFFERENCE) else 1 for form in Form}


def check_region(
    table: Table, aggregates: Sequence[Aggregate], withheld: Mapping[Place, Figure], policy: Policy
) -> Checked:
    """Every relation that the aggregates are patterns of, judged, and what they leave out.

    ``withheld`` are figures without a value that stand among the others. What an aggregate believes
    of a crossing counts for nothing here: the verdict is that of exact arithmetic alone.
    """
    rules = _rules()
    (relations,) = with_roundings({"": list(_relations(table, aggregates, withheld, rules))}).values()
    judgements = tuple(evaluate(relation, policy) for relation in relations)
    found = (finding_of(each, rules[each.relation.form], table) for each in judgements)
    return Checked(
        judgements,
        tuple(finding for finding in found if finding is not None),
        (*unjudged(judgements), *_totals_of_nothing(table, aggregates), *untouched(table, judgements)),
    )


def _rules() -> dict[Form, RuleInfo]:
    """The rule on inferred relations of each form."""
    return {module.INFERRED: module.RULE for module in rule_modules() if hasattr(module, "INFERRED")}


def _relations(
    table: Table,
    aggregates: Sequence[Aggregate],
    withheld: Mapping[Place, Figure],
    rules: Mapping[Form, RuleInfo],
) -> Iterator[Relation]:
    figures = {(figure.cell.row, figure.cell.column): figure for figure in table.figures.values()}
    figures |= withheld
    held = {figure.cell for figure in figures.values()}
    for found in aggregates:
        for crossing in sorted({*found.holds, *found.fails, *_hindered(found, withheld)}):
            target = figures.get(found.place(found.target, crossing))
            terms = tuple(_terms(found, crossing, figures))
            is_doubtful = crossing in found.doubtful
            if is_doubtful and target is not None:
                terms = (*terms, *_blanks(found, crossing, figures, target))
            if target is None or len(terms) < _FEWEST_TERMS[found.form]:
                continue
            relation = Relation(
                rules[found.form].code,
                found.form,
                table.id,
                target,
                terms,
                per_cent=found.per_cent,
                grounds=found.grounds,
                doubtful=is_doubtful,
            )
            yield replace(relation, formula_backed=True) if backs(relation, held) else relation


def _hindered(found: Aggregate, withheld: Mapping[Place, Figure]) -> Iterator[int]:
    """The crossings at which something that is no number stands in the place of a part."""
    parts = set(found.parts)
    for row, column in withheld:
        line, crossing = (row, column) if found.axis is Axis.COLUMN else (column, row)
        if line in parts:
            yield crossing


def _terms(found: Aggregate, crossing: int, figures: Mapping[Place, Figure]) -> Iterator[Term]:
    """The parts at a crossing, those of a sum in their order; those that are blank are left out."""
    is_ordered = found.form in (*OF_TWO, Form.DIFFERENCE)
    for weight, line in found.terms if is_ordered else sorted(found.terms, key=itemgetter(1)):
        figure = figures.get(found.place(line, crossing))
        if figure is not None:
            yield Term(weight, figure)


def _blanks(
    found: Aggregate, crossing: int, figures: Mapping[Place, Figure], target: Figure
) -> Iterator[Term]:
    """The parts of a sum that are blank at a crossing, written as finely as the target."""
    for weight, line in sorted(found.terms, key=itemgetter(1)):
        row, column = found.place(line, crossing)
        if (row, column) not in figures:
            cell = CellRef(target.cell.sheet, row, column)
            yield Term(weight, Figure(cell, FigureState.BLANK, step=target.step))


def _totals_of_nothing(table: Table, aggregates: Sequence[Aggregate]) -> Iterator[NotChecked]:
    """The rows and columns that are called totals although nothing was found to add up to them."""
    targets = {(found.axis, found.target) for found in aggregates}
    rows = {row.number: row.label for row in table.rows}
    columns = {column.column: column.header for column in table.figure_columns}
    cells = sorted(figure.cell for figure in table.figures.values())
    for axis, names in ((Axis.COLUMN, rows), (Axis.ROW, columns)):
        for line, name in names.items() if len(names) >= _FEWEST_LINES else ():
            if is_called_total(name) and (axis, line) not in targets:
                first = next(
                    cell for cell in cells if line == (cell.row if axis is Axis.COLUMN else cell.column)
                )
                yield NotChecked(Reason.TOTAL_OF_NOTHING, table.id, first, subject=name)
