"""Formulas that are known to be at fault: read off, not inferred, and mended before anything is searched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from syditval.arithmetic import Policy, evaluate
from syditval.model.amounts import Figure
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.relation import FAILS, Evidence, Form, Judgement, Relation

# The rules on formulas whose findings say that one is at fault.
_STALE_RESULT, _LEAVES_OUT_LINE = "H306", "H301"
_LINEAR = (Form.SUM, Form.DIFFERENCE)


@dataclass(frozen=True, slots=True)
class FormulaFault:
    """A formula that does not give what its relation, the one of this ``number``, asks for.

    ``result`` is what it should give. ``witnesses`` are the lines that it leaves out.
    """

    number: int
    cell: CellRef
    mechanism: Mechanism
    result: Decimal
    witnesses: tuple[CellRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Mended:
    """The faults of formulas, and the judgements as they are without them."""

    judgements: Sequence[Judgement]
    faults: Sequence[FormulaFault]


def mended(judgements: Sequence[Judgement], findings: Iterable[Finding], policy: Policy) -> Mended:
    """The judgements with the right result in each cell whose formula is at fault.

    A formula over the very cells of a sum or a difference that fails is out of date, where the audit of
    formulas found that, or reckons something else; one that leaves out lines of its sum is too short,
    however little these amount to.
    What follows from a result that is put right is put right too.
    """
    search = _Search(findings)
    failing = {number for number, judgement in enumerate(judgements) if search.is_wanting(judgement)}
    faults: dict[CellRef, FormulaFault] = {}
    while found := [each for each in search.faults(judgements, failing) if each.cell not in faults]:
        faults |= {fault.cell: fault for fault in found}
        results = {fault.cell: fault.result for fault in found}
        # A formula that has been put right follows its cells.
        judgements = _renewed(judgements, results, {fault.number for fault in found}, policy)
        judgements = _followed(judgements, failing, policy)
    return Mended(judgements, tuple(fault for _, fault in sorted(faults.items())))


def _followed(judgements: Sequence[Judgement], failing: Collection[int], policy: Policy) -> list[Judgement]:
    """The judgements with live formulas calculated again that fail only since a cell was mended."""
    followed: set[CellRef] = set()
    judgements = list(judgements)
    while results := {
        each.relation.target.cell: each.evidence.expected
        for number, each in enumerate(judgements)
        if number not in failing
        and each.verdict in FAILS
        and each.evidence is not None
        and each.relation.formula_backed
        and each.relation.form in _LINEAR
        and each.relation.target.cell not in followed
    }:
        followed |= results.keys()
        judgements = _renewed(judgements, results, (), policy)
    return judgements


class _Search:
    """What the findings on formulas give away of relations that fail."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        cells: dict[str, set[CellRef]] = {_STALE_RESULT: set(), _LEAVES_OUT_LINE: set()}
        for finding in findings:
            if finding.code in cells and finding.cell is not None:
                cells[finding.code] |= {finding.cell, *finding.related}
        self._stale, self._short = cells[_STALE_RESULT], cells[_LEAVES_OUT_LINE]

    def is_wanting(self, judgement: Judgement) -> bool:
        """Whether a relation fails, or misses at all where its formula is known to be at fault."""
        named = judgement.relation.target.cell in self._stale | self._short
        is_out = judgement.evidence is not None and judgement.evidence.difference != 0
        return judgement.verdict in FAILS or (named and is_out)

    def faults(self, judgements: Sequence[Judgement], failing: Collection[int]) -> list[FormulaFault]:
        """The faults of the relations that fail still, but for those over a cell that is at fault itself."""
        each = (
            self._fault(number, judgements[number])
            for number in sorted(failing)
            if self.is_wanting(judgements[number]) and judgements[number].relation.form in _LINEAR
        )
        found = [fault for fault in each if fault is not None]
        at_fault = {fault.cell for fault in found}
        return [fault for fault in found if at_fault.isdisjoint(_terms(judgements[fault.number]))]

    def _fault(self, number: int, judgement: Judgement) -> FormulaFault | None:
        relation, evidence = judgement.relation, judgement.evidence
        cell = relation.target.cell
        if evidence is None:
            return None
        if relation.formula_backed:
            mechanism, lines = self._reckoning(relation, evidence)
            return FormulaFault(number, cell, mechanism, evidence.expected, lines)
        lines = tuple(sorted(self._short & {term.figure.cell for term in relation.terms}))
        if relation.form is Form.SUM and cell in self._short and lines:
            return FormulaFault(number, cell, Mechanism.LINE_OMITTED, evidence.expected, lines)
        return None

    def _reckoning(self, relation: Relation, evidence: Evidence) -> tuple[Mechanism, tuple[CellRef, ...]]:
        """What a formula over the very cells of a relation does instead, and the line that shows it."""
        if relation.target.cell in self._stale:
            return Mechanism.STALE_RESULT, ()
        if relation.form is Form.DIFFERENCE:
            is_turned = evidence.expected == -evidence.found
            return Mechanism.REVERSED if is_turned else Mechanism.MISCALCULATED, ()
        shares = {term.figure.cell: term.weight * term.figure.amount for term in relation.terms}
        twice = [cell for cell, share in shares.items() if share == evidence.difference]
        is_doubled = len(twice) == 1
        return (Mechanism.LINE_DOUBLED, tuple(twice)) if is_doubled else (Mechanism.MISCALCULATED, ())


def _terms(judgement: Judgement) -> set[CellRef]:
    return {term.figure.cell for term in judgement.relation.terms}


def _renewed(
    judgements: Sequence[Judgement],
    results: Mapping[CellRef, Decimal],
    mended: Collection[int],
    policy: Policy,
) -> list[Judgement]:
    """The judgements with other results in some cells; those of ``mended`` formulas are live from now on."""
    own = [judgements[number].relation for number in mended]
    roundings = {each.target.cell: sum(term.figure.roundings for term in each.terms) for each in own}

    def figure(old: Figure) -> Figure:
        if old.cell not in results:
            return old
        behind = roundings.get(old.cell, old.roundings)
        return replace(old, value=results[old.cell], shown=None, shown_step=None, roundings=behind)

    def judgement(number: int, old: Judgement) -> Judgement:
        relation = old.relation
        if results.keys().isdisjoint(relation.cells):
            return old
        fresh = relation.mapped(figure)
        return evaluate(replace(fresh, formula_backed=True) if number in mended else fresh, policy)

    return [judgement(number, old) for number, old in enumerate(judgements)]
