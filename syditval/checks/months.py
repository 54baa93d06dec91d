"""Every rule from month to month: a workbook's tables held against those of earlier months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from types import ModuleType

from syditval.arithmetic import Policy, evaluate
from syditval.checks.catalogue import rule_modules
from syditval.checks.engine import Checked, guarded, judged
from syditval.checks.finding_carried_forward import RULE as CARRIED_FORWARD
from syditval.checks.finding_carried_forward import carried_forward
from syditval.checks.gaps import untouched
from syditval.checks.month_gaps import gaps_beside, gaps_of_months, gaps_of_prior_year
from syditval.checks.month_pair import MonthPair
from syditval.checks.month_tables import Beside, beside
from syditval.checks.places import as_stated
from syditval.checks.prior_year_differs import is_of_whole_year
from syditval.checks.which_month import Compared, compared_with
from syditval.model.earlier import Months
from syditval.model.finding import Finding
from syditval.model.kind import PRIOR_YEAR, TableKind
from syditval.model.relation import Judgement, Reason, Relation
from syditval.model.table import Table


def check_months(
    tables: Sequence[Table], kinds: Sequence[TableKind], months: Months, policy: Policy
) -> Checked:
    """What every rule from month to month says of some tables, and what could not be compared.

    A rule that crashes is a finding under its own code, and the others go on.
    """
    compared = compared_with(months, tables)
    rules = _Rules(kinds, policy)
    checked = Checked(not_checked=tuple(gaps_of_months(compared, months)))
    for table in tables:
        checked += rules.on_table(table)
    if compared.last is not None:
        found = beside(tables, compared.last, months.decision)
        checked += Checked(not_checked=tuple(gaps_beside(found)))
        for pair in found.pairs:
            checked += rules.on_last_month(pair)
    return checked + _of_prior_year(tables, compared, rules)


def with_months(alone: Checked, of_months: Checked, tables: Sequence[Table]) -> Checked:
    """What is found in some tables, with what was found from month to month.

    A figure that nothing in its own workbook touches may be touched by what another month says of it.
    """
    both = alone + of_months
    own: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in both.judgements:
        own[judgement.relation.table].append(judgement)
    gaps = [gap for gap in both.not_checked if gap.reason is not Reason.NO_RELATION]
    for table in tables:
        gaps += untouched(table, own[table.id])
    return replace(both, not_checked=tuple(gaps))


def carried_over_months(
    findings: Iterable[Finding], tables: Sequence[Table], kinds: Sequence[TableKind], months: Months
) -> tuple[Finding, ...]:
    """What is to be said of findings that count, because they did so last month already."""
    last = compared_with(months, tables).last
    if last is None:
        return ()
    return tuple(carried_forward(findings, last, as_stated(CARRIED_FORWARD, kinds)))


def _of_prior_year(tables: Sequence[Table], compared: Compared, rules: _Rules) -> Checked:
    """The columns of the year before against the workbook of that year's same month, or of its end."""
    concerned = [table for table in tables if table.column(PRIOR_YEAR) is not None]
    checked = Checked()
    for is_whole, earlier in ((False, compared.year_before), (True, compared.year_end)):
        asked = [table for table in concerned if is_of_whole_year(table) is is_whole]
        found = beside(asked, earlier) if earlier else Beside(new=tuple(asked))
        checked += Checked(not_checked=tuple(gaps_of_prior_year(found)))
        for pair in found.pairs:
            checked += rules.on_year_before(pair)
    return checked


class _Rules:
    """The rules from month to month, as some kinds state them."""

    def __init__(self, kinds: Sequence[TableKind], policy: Policy) -> None:
        self._kinds = {kind.name: kind for kind in kinds}
        self._policy = policy

    def on_table(self, table: Table) -> Checked:
        """Those that ask of one table what earlier months' rules rest on."""
        return self._related(table, "relations_in_month", lambda rule: rule.relations_in_month(table))

    def on_last_month(self, pair: MonthPair) -> Checked:
        """Those on a table beside itself of last month."""
        checked = self._related(
            pair.table, "relations_to_last_month", lambda rule: rule.relations_to_last_month(pair)
        )
        for rule in _stating("findings_of_last_month"):
            checked += guarded(rule, pair.table, partial(self._found, pair))
        return checked

    def on_year_before(self, pair: MonthPair) -> Checked:
        """Those on a table beside itself of the year before."""
        return self._related(
            pair.table, "relations_to_year_before", lambda rule: rule.relations_to_year_before(pair)
        )

    def _related(
        self, table: Table, hook: str, relations: Callable[[ModuleType], Iterator[Relation]]
    ) -> Checked:
        def work(rule: ModuleType) -> Checked:
            judgements = tuple(evaluate(relation, self._policy) for relation in relations(rule))
            return judged(judgements, as_stated(rule.RULE, [self._kinds[table.kind]]), table)

        return sum((guarded(rule, table, work) for rule in _stating(hook)), Checked())

    def _found(self, pair: MonthPair, rule: ModuleType) -> Checked:
        stated = as_stated(rule.RULE, [self._kinds[pair.table.kind]])
        return Checked(findings=tuple(rule.findings_of_last_month(pair, stated)))


def _stating(hook: str) -> Iterator[ModuleType]:
    return (rule for rule in rule_modules() if hasattr(rule, hook))
