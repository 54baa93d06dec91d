"""From failing relations to causes, table by table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from syditval.arithmetic import NEAREST, Policy
from syditval.diagnosis.causes import CauseWriter
from syditval.diagnosis.effort import Effort
from syditval.diagnosis.formula_faults import mended
from syditval.diagnosis.localise import Localisation
from syditval.diagnosis.net import Net
from syditval.diagnosis.told import Told
from syditval.diagnosis.unguarded import unguarded_of
from syditval.diagnosis.witnesses import with_witnesses
from syditval.model.cause import Cause, NotLocalised, Obstacle, Unguarded
from syditval.model.finding import Finding
from syditval.model.relation import Judgement
from syditval.model.table import Table


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong, what could not be traced, and where an error could not be, table by table."""

    causes: tuple[Cause, ...] = ()
    not_localised: tuple[NotLocalised, ...] = ()
    unguarded: tuple[Unguarded, ...] = ()

    def __add__(self, other: Diagnosis) -> Diagnosis:
        return Diagnosis(
            self.causes + other.causes,
            self.not_localised + other.not_localised,
            self.unguarded + other.unguarded,
        )


def explain(
    tables: Sequence[Table],
    judgements: Sequence[Judgement],
    findings: Sequence[Finding],
    policy: Policy = NEAREST,
) -> Diagnosis:
    """The causes of everything that fails in some tables, given all judgements and the final findings.

    Every failing relation that a finding tells of is explained by a cause, or stands among those that
    could not be localised, but for comparisons with other months: these help to explain what fails, and ask
    for no explanation themselves. Source: error localisation by Fellegi and Holt (1976), with operations on
    cells in place of cells (Scholtus 2016), under the bounds of rounding.
    """
    own: dict[str, list[Judgement]] = {table.id: [] for table in tables}
    for judgement in judgements:
        own[judgement.relation.table].append(judgement)
    return sum((_guarded(table, own[table.id], findings, policy) for table in tables), Diagnosis())


def _guarded(
    table: Table, judgements: Sequence[Judgement], findings: Sequence[Finding], policy: Policy
) -> Diagnosis:
    """What is found out about a table. Where the search fails, its findings stand, and that it failed."""
    try:
        return _Table(table, judgements, findings, policy).diagnosis()
    except Exception:
        told = Told(table, judgements, findings).of_relations(range(len(judgements)))
        names = tuple(finding.id for finding in told)
        left = NotLocalised(table.id, names, Obstacle.COULD_NOT_RUN)
        return Diagnosis(not_localised=(left,) if names else ())


class _Table:
    """One table with its judgements and findings."""

    def __init__(
        self, table: Table, judgements: Sequence[Judgement], findings: Iterable[Finding], policy: Policy
    ) -> None:
        judgements = with_witnesses(judgements, policy)
        self._table = table
        self._told = Told(table, judgements, findings)
        self._mended = mended(judgements, findings, policy)
        self._net = Net(self._mended.judgements, policy)

    def diagnosis(self) -> Diagnosis:
        """What is found out about the table."""
        writer = CauseWriter(self._table, self._net, self._told)
        causes = list(writer.of_formulas(self._mended.faults))
        given_up: set[int] = set()
        for found in Localisation(self._net, self._table, Effort()).problems():
            if found.explanations:
                causes += writer.causes(found, self._told.are_firm(found.numbers))
            elif found.given_up:
                given_up |= found.numbers
        explained = {name for cause in causes for name in cause.explains}
        left = self._left(given_up, explained)
        return Diagnosis(tuple(causes), tuple(left), tuple(unguarded_of(self._table, self._net)))

    def _left(self, given_up: Collection[int], explained: Collection[str]) -> Iterator[NotLocalised]:
        """The failing relations that no cause explains, those first for which the search took too long."""
        others = [rule.index for rule in self._net.found_failing if rule.index not in given_up]
        for obstacle, numbers in ((Obstacle.OUT_OF_TIME, given_up), (Obstacle.NO_EXPLANATION, others)):
            findings = self._told.of_relations(numbers)
            if names := tuple(finding.id for finding in findings if finding.id not in explained):
                yield NotLocalised(self._table.id, names, obstacle)
