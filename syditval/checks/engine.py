"""Every rule over every table: relations judged, findings made, and what could not be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from syditval.arithmetic import Policy, evaluate
from syditval.checks.catalogue import rule_modules
from syditval.checks.formula_cells import backs
from syditval.checks.gaps import could_not_run, gaps_of, unjudged
from syditval.checks.live_roundings import with_roundings
from syditval.checks.places import as_stated
from syditval.checks.structure import check_structure
from syditval.checks.verdicts import finding_of
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.kind import TableKind
from syditval.model.relation import Judgement, Relation
from syditval.model.rule import RuleInfo
from syditval.model.table import RowRole, Table


@dataclass(frozen=True, slots=True)
class Checked:
    """Verdicts, findings, and what no verdict was reached on."""

    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()

    def __add__(self, other: Checked) -> Checked:
        return Checked(
            self.judgements + other.judgements,
            self.findings + other.findings,
            self.not_checked + other.not_checked,
        )


def check_tables(tables: Sequence[Table], kinds: Sequence[TableKind], policy: Policy) -> Checked:
    """What every rule says of every table.

    A rule that crashes is a finding under its own code, and the others go on: a check that did not
    run is not one that passed.
    """
    by_name = {kind.name: kind for kind in kinds}
    checked = Checked()
    for table in tables:
        checked += _check_table(table, by_name[table.kind], policy)
    return checked


def _check_table(table: Table, kind: TableKind, policy: Policy) -> Checked:
    checked = Checked((), *check_structure(table, kind, rule_modules()))
    stated: dict[str, list[Relation]] = {}

    def state(rule: ModuleType) -> Checked:
        if hasattr(rule, "relations"):
            stated[rule.RULE.code] = list(_marked(table, rule.relations(table, kind)))
        return Checked(findings=tuple(rule.findings(table, kind) if hasattr(rule, "findings") else ()))

    def judge(rule: ModuleType) -> Checked:
        judgements = tuple(evaluate(relation, policy) for relation in relations[rule.RULE.code])
        return judged(judgements, as_stated(rule.RULE, [kind]), table)

    for rule in rule_modules():
        checked += guarded(rule, table, state)
    relations = with_roundings(stated)
    for rule in rule_modules():
        if rule.RULE.code in relations:
            checked += guarded(rule, table, judge)
    return checked + Checked(not_checked=tuple(gaps_of(table, kind, checked.judgements)))


def guarded(rule: ModuleType, table: Table, work: Callable[[ModuleType], Checked]) -> Checked:
    """What a rule gives for a table: where it crashes, that."""
    try:
        return work(rule)
    except Exception as error:
        finding, gap = could_not_run(rule.RULE, table, type(error).__name__)
        return Checked((), (finding,), (gap,))


def judged(judgements: tuple[Judgement, ...], rule: RuleInfo, table: Table) -> Checked:
    """Judgements with the findings that they give under a rule, and what could not be judged."""
    found = (finding_of(judgement, rule, table) for judgement in judgements)
    return Checked(
        judgements,
        tuple(finding for finding in found if finding is not None),
        tuple(unjudged(judgements)),
    )


def _marked(table: Table, relations: Iterator[Relation]) -> Iterator[Relation]:
    """The relations with what is the same for all rules: live formulas, and whether a total is meant."""
    totals = {row.number for row in table.rows_with(RowRole.TOTAL, RowRole.SUBTOTAL)}
    for relation in relations:
        on_total = relation.target.cell.row in totals
        yield replace(relation, formula_backed=backs(relation), on_total=on_total)
