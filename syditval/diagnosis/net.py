"""All relations of one table as a net: which rules a cell takes part in, and which of them fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from syditval.arithmetic import Policy, RatioBasis, RoundingMode
from syditval.arithmetic.balance import balance_of, divisor_of
from syditval.arithmetic.precision import places_of, step_of
from syditval.diagnosis.bounds import Bounds
from syditval.diagnosis.exactness import exactness
from syditval.diagnosis.live import live_formulas
from syditval.diagnosis.rule import LinearRule, QuotientRule, Rule
from syditval.diagnosis.telling import given_by, is_telling
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, OF_TWO, Form, Judgement, Reason, Relation

_ZERO = Decimal(0)
# Columns that agree on so many rows do so for a reason.
_HABIT = 0.2


class Net:
    """The relations of one table.

    A live formula over the very cells of a relation that holds cannot be wrong by itself: it follows its
    cells, and where it takes part in another relation, these stand there in its place. Figures of other
    workbooks are given, and are no part of the net.
    """

    def __init__(self, judgements: Sequence[Judgement], policy: Policy) -> None:
        self.judgements = judgements
        self.policy = policy
        self.figures: dict[CellRef, Figure] = {}
        self._rules: dict[int, Rule] = {}
        self.live = live_formulas(judgements)
        for judgement in judgements:
            for figure in judgement.relation.figures:
                if not figure.cell.source:
                    self.figures[figure.cell] = figure

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that figures stand in."""
        return tuple(sorted({cell.column for cell in self.figures}))

    @cached_property
    def percentages(self) -> frozenset[int]:
        """The columns that hold quotients of others."""
        quotients = (each.relation for each in self.judgements if each.relation.form in OF_TWO)
        return frozenset(relation.target.cell.column for relation in quotients if not relation.is_down)

    def are_alike(self, one: int, other: int) -> bool:
        """Whether two columns hold the same on many rows."""
        return self._likeness[min(one, other), max(one, other)] > _HABIT

    @cached_property
    def _likeness(self) -> Mapping[tuple[int, int], float]:
        """On which share of its rows each pair of columns holds the same."""
        rows: defaultdict[int, dict[int, Decimal | None]] = defaultdict(dict)
        for cell, figure in self.figures.items():
            rows[cell.row][cell.column] = figure.value
        likeness: defaultdict[tuple[int, int], float] = defaultdict(float)
        for values in rows.values():
            for (one, value), (other, beside) in combinations(sorted(values.items()), 2):
                likeness[one, other] += (value == beside) / len(rows)
        return likeness

    @cached_property
    def footings(self) -> Mapping[int, Mapping[int, LinearRule]]:
        """The sums down the columns, by the row of their total and their column."""
        footings: defaultdict[int, dict[int, LinearRule]] = defaultdict(dict)
        for number, each in enumerate(self.judgements):
            target = each.relation.target.cell
            if each.relation.form is Form.SUM and each.relation.is_down and number in self.numbers_of(target):
                rule = self.rule(number)
                if isinstance(rule, LinearRule):
                    footings[target.row][target.column] = rule
        return footings

    @cached_property
    def bounds(self) -> Bounds:
        """What amounts have to reach."""
        return Bounds(self.judgements)

    @cached_property
    def open_cells(self) -> frozenset[CellRef]:
        """The cells that hold no amount although a relation needs one."""
        unread = {cell for cell, figure in self.figures.items() if not figure.readable}
        ungiven = {
            each.relation.target.cell for each in self.judgements if each.reason is Reason.NO_TOTAL_GIVEN
        }
        return frozenset(unread | ungiven)

    @cached_property
    def failing(self) -> tuple[Rule, ...]:
        """The rules that fail, but for those that wait for an amount, if only in a live sum."""
        return tuple(rule for rule in self.found_failing if not rule.holds({}))

    @cached_property
    def found_failing(self) -> tuple[Rule, ...]:
        """The rules of the relations that were judged to fail."""
        return tuple(
            self.rule(number)
            for number, judgement in enumerate(self.judgements)
            if judgement.verdict in FAILS and judgement.relation.form is not Form.AT_LEAST
        )

    def is_own(self, number: int) -> bool:
        """Whether a relation is what a live formula reckons, and does not fail: it proves nothing."""
        judgement = self.judgements[number]
        return judgement.relation.formula_backed and judgement.verdict not in FAILS

    def unread_results(self, cell: CellRef) -> list[CellRef]:
        """The live formulas over a cell that give no amount."""
        return [
            target
            for target, terms in self.live.items()
            if target in self.open_cells and any(term.figure.cell == cell for term in terms)
        ]

    def rules_of(self, cell: CellRef) -> list[Rule]:
        """The rules that a cell takes part in."""
        return [self.rule(number) for number in self.numbers_of(cell)]

    def numbers_of(self, cell: CellRef) -> Sequence[int]:
        """The places of these rules among the judgements."""
        return self._numbers.get(cell, ())

    def rule(self, number: int) -> Rule:
        """The rule that a relation is."""
        if number not in self._rules:
            self._rules[number] = self._made(number)
        return self._rules[number]

    def value(self, cell: CellRef) -> Decimal:
        """What a cell holds, 0 where that is no amount."""
        return self._values[cell]

    @cached_property
    def _values(self) -> Mapping[CellRef, Decimal]:
        return {cell: figure.amount if figure.readable else _ZERO for cell, figure in self.figures.items()}

    def grain(self, cell: CellRef) -> Decimal:
        """The finest place that a cell's value can be told to: its step, or that of the figures around it."""
        figure = self.figures[cell]
        if figure.step:
            return figure.step
        return min((rule.grain for rule in self.rules_of(cell)), default=grain_of(figure))

    @cached_property
    def _numbers(self) -> Mapping[CellRef, list[int]]:
        numbers: defaultdict[CellRef, list[int]] = defaultdict(list)
        for number, judgement in enumerate(self.judgements):
            if is_telling(judgement) and not self.is_own(number):
                for cell in self._cells(judgement.relation):
                    numbers[cell].append(number)
        return numbers

    def _cells(self, relation: Relation) -> Collection[CellRef]:
        """The cells that could make a relation fail, those behind live formulas among them."""
        cells = frozenset(cell for cell in relation.cells if not cell.source)
        if cells.isdisjoint(self.live):
            return cells
        return cells - self.live.keys() if relation.form in OF_TWO else self._weights(relation).keys()

    def _made(self, number: int) -> Rule:
        relation = _readable(self.judgements[number].relation)
        cells = frozenset(self._cells(relation))
        if relation.form in OF_TWO:
            return QuotientRule(number, self._on_basis(relation), self.policy, cells, self.open_cells & cells)
        weights = self._weights(relation)
        values = {cell: self.value(cell) for cell in weights}
        balance = balance_of(relation, self.policy).scaled(divisor_of(relation))
        if not self.live.keys().isdisjoint(relation.cells):
            residual = sum((weight * values[cell] for cell, weight in weights.items()), _ZERO)
            balance = replace(balance, residual=residual - given_by(relation))
        return LinearRule(
            number,
            relation.target.cell,
            weights,
            values,
            balance,
            min(grain_of(figure) for figure in relation.figures if not figure.cell.source),
            self.open_cells & cells,
            min(self.exactness.get(cell.column, 0.0) for cell in weights),
        )

    @cached_property
    def exactness(self) -> Mapping[int, float]:
        """How likely it is that the figures of each column were never rounded; 0 for others."""
        return exactness(self.judgements) if self.policy.mode is RoundingMode.NEAREST else {}

    def _on_basis(self, relation: Relation) -> Relation:
        """A quotient whose amounts are exact where percentages are of the amounts as shown."""
        if self.policy.ratio_basis is not RatioBasis.SHOWN:
            return relation
        terms = tuple(replace(each, figure=replace(each.figure, step=_ZERO)) for each in relation.terms)
        return replace(relation, terms=terms)

    def _weights(self, relation: Relation) -> Mapping[CellRef, Decimal]:
        """What each cell adds to target - terms, live formulas taken apart; an average is multiplied out.

        Cells of other workbooks have no weight.
        """
        weights: defaultdict[CellRef, Decimal] = defaultdict(Decimal)
        waiting = [(Decimal(divisor_of(relation)), relation.target.cell)]
        waiting += [(Decimal(-term.weight), term.figure.cell) for term in relation.terms]
        while waiting:
            weight, cell = waiting.pop()
            terms = self.live.get(cell)
            if terms is None:
                weights[cell] += weight
            else:
                waiting += [(weight * term.weight, term.figure.cell) for term in terms]
        return {cell: weight for cell, weight in weights.items() if weight and not cell.source}


def grain_of(figure: Figure) -> Decimal:
    """The finest place that a figure is written to: its step, or where it is exact, its own last place."""
    if figure.step:
        return figure.step
    return step_of(places_of(figure.value)) if figure.value is not None else Decimal(1)


def _readable(relation: Relation) -> Relation:
    """The relation with 0 for what could not be read."""
    return relation if all(figure.readable for figure in relation.figures) else relation.mapped(_nought)


def _nought(figure: Figure) -> Figure:
    return figure if figure.readable else replace(figure, state=FigureState.NIL, value=None)
