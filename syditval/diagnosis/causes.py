"""Explanations written up as causes: with labels, with the findings that they settle, with alternatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from syditval.diagnosis.certainty import certainty_of, parted
from syditval.diagnosis.explanation import Explanation, Mend, Step
from syditval.diagnosis.formula_faults import FormulaFault
from syditval.diagnosis.joint import step_of
from syditval.diagnosis.net import Net
from syditval.diagnosis.problem import Problem
from syditval.diagnosis.told import Told
from syditval.model.amounts import FigureState
from syditval.model.cause import Cause, Certainty, Change, Mechanism, Slip
from syditval.model.finding import Finding
from syditval.model.relation import FAILS, OF_TWO, Form
from syditval.model.table import ColumnType, Table

# With the first, so many explanations are listed.
MOST_ALTERNATIVES = 2
# What befalls a line in the formulas of several totals of one row befalls the whole line.
_WHOLE = {
    Mechanism.LINE_OMITTED: Mechanism.WHOLE_LINE_OMITTED,
    Mechanism.LINE_DOUBLED: Mechanism.WHOLE_LINE_DOUBLED,
}
_WITH_AMOUNT = (FigureState.AMOUNT, FigureState.NIL)


class CauseWriter:
    """Writes up the causes of one table."""

    def __init__(self, table: Table, net: Net, told: Told) -> None:
        self._table = table
        self._net = net
        self._told = told
        # A formula at fault holds another result here than in the net, where it is mended.
        self._figures = net.figures | {figure.cell: figure for figure in table.figures.values()}

    def causes(self, problem: Problem, is_firm: bool) -> Iterator[Cause]:
        """The causes of a problem: each step that all its explanations share is one of its own.

        Relations that are no more than likely themselves (``is_firm`` is false) make nothing certain.
        What no finding tells of has no cause.
        """
        shared, rest = parted(problem)
        for step in shared:
            own = [Explanation((step,))]
            touched = self._numbers(own) if rest or len(shared) > 1 else problem.numbers
            yield from self._cause(own, problem.numbers & touched, certainty_of(own, is_firm))
        if rest:
            settled = self._numbers([Explanation(shared)]) - self._numbers(rest)
            yield from self._alternatives(rest, problem.numbers - settled, certainty_of(rest, is_firm))

    def _numbers(self, explanations: Iterable[Explanation]) -> set[int]:
        """The relations that the cells of some explanations take part in."""
        cells = {cell for each in explanations for cell in each.cells}
        return {number for cell in cells for number in self._net.numbers_of(cell)}

    def _alternatives(
        self, explanations: Sequence[Explanation], numbers: frozenset[int], certainty: Certainty
    ) -> Iterator[Cause]:
        relations = [self._net.judgements[number].relation for number in numbers]
        is_column_only = len(relations) == 1 and relations[0].is_down
        for cause in self._cause(explanations, numbers, certainty):
            yield replace(cause, is_column_only=is_column_only)

    def of_formulas(self, faults: Sequence[FormulaFault]) -> Iterator[Cause]:
        """A cause for each formula at fault, with everything that holds once its result is right.

        Totals of one row that all leave out the same line, or have it twice, are at fault together.
        """
        groups: defaultdict[Hashable, list[FormulaFault]] = defaultdict(list)
        for fault in faults:
            rows = frozenset(line.row for line in fault.witnesses)
            is_of_line = fault.mechanism in _WHOLE
            groups[(fault.mechanism, fault.cell.row, rows) if is_of_line else fault.cell].append(fault)
        for group in groups.values():
            cells = {fault.cell for fault in group}
            settled = [
                number
                for number, judgement in enumerate(self._net.judgements)
                if judgement.verdict not in FAILS and not cells.isdisjoint(judgement.relation.cells)
            ]
            mechanism = group[0].mechanism if len(group) == 1 else _WHOLE[group[0].mechanism]
            lines = [line for fault in group for line in fault.witnesses]
            step = step_of(mechanism, {fault.cell: fault.result for fault in group}, witnesses=lines)
            yield from self._cause([Explanation((step,))], settled, Certainty.CERTAIN)

    def _cause(
        self, explanations: Sequence[Explanation], numbers: Iterable[int], certainty: Certainty
    ) -> Iterator[Cause]:
        first, *others = explanations
        failures = self._told.of_relations([*numbers, *self._net.bounds.met(first.values)])
        results = [result for cell in first.cells for result in self._net.unread_results(cell)]
        explained = _distinct([*failures, *self._told.at([*first.cells, *results])])
        if not explained:
            return
        yield Cause(
            table=self._table.id,
            certainty=certainty,
            slips=self._slips(first),
            explains=tuple(finding.id for finding in explained),
            failures=len(failures),
            severity=min((finding.severity for finding in explained), key=lambda severity: severity.rank),
            alternatives=tuple(self._slips(other) for other in others[:MOST_ALTERNATIVES]),
            others=len(others[MOST_ALTERNATIVES:]),
        )

    def _slips(self, explanation: Explanation) -> tuple[Slip, ...]:
        return tuple(
            Slip(
                mechanism=self._mechanism(step),
                changes=tuple(self._change(mend) for mend in step.mends),
                witnesses=step.witnesses,
            )
            for step in explanation.steps
        )

    def _mechanism(self, step: Step) -> Mechanism:
        """What happened, in the words for a cell that is reckoned from others where it is one."""
        cell = step.mends[0].cell
        if step.mechanism is not Mechanism.OTHER:
            return step.mechanism
        for number in self._net.numbers_of(cell):
            relation = self._net.judgements[number].relation
            if relation.target.cell == cell and relation.form is not Form.SUM:
                return Mechanism.PERCENTAGE if relation.form in OF_TWO else Mechanism.MISCALCULATED
        return Mechanism.OTHER

    def _change(self, mend: Mend) -> Change:
        figure = self._figures[mend.cell]
        row, column = self._table.row_at(mend.cell), self._table.column_at(mend.cell)
        is_per_cent = column is not None and column.type is ColumnType.PERCENT
        return Change(
            cell=mend.cell,
            found=figure.amount if figure.state in _WITH_AMOUNT else None,
            low=mend.span[0],
            high=mend.span[1],
            suggested=mend.value if mend.is_told else None,
            row_label=row.label if row else "",
            column_label=column.header if column else "",
            unit="%" if is_per_cent else self._table.unit.value,
        )


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    return list({finding.id: finding for finding in findings}.values())
