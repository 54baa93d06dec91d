"""A generated table from end to end, and what is right in the account that is given of its error."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables, check_workbook
from syditval.checks.ranking import ranked
from syditval.diagnosis import Diagnosis, explain
from syditval.kinds import load_kinds
from syditval.model.cause import POLICIES, Cause, Certainty, Change, Obstacle, Slip
from syditval.model.finding import Finding
from syditval.model.relation import Verdict
from syditval.model.rule import Severity
from syditval.recognition import recognise
from tests.diagnosis.generated_tables import KRONOR, Place, Printed
from tests.diagnosis.planted import Planted, Truth

KINDS = load_kinds()
FAILURES = (Verdict.IMPLAUSIBLE, Verdict.INCONSISTENT)


@dataclass(frozen=True, slots=True)
class Account:
    """What the program says of a table: its findings, the diagnosis, and the processor time of that alone."""

    table: Printed
    findings: tuple[Finding, ...]
    diagnosis: Diagnosis
    seconds: float

    @property
    def causes(self) -> tuple[Cause, ...]:
        return self.diagnosis.causes

    @property
    def alarms(self) -> list[Finding]:
        """The findings that are no mere notes."""
        return [finding for finding in self.findings if finding.severity is not Severity.NOTE]

    @property
    def unaccounted(self) -> list[Finding]:
        """Failed relations that stand neither under a cause nor under what could not be localised.

        A search that broke off accounts for nothing: it is a fault of ours.
        """
        tried = (each for each in self.diagnosis.not_localised if each.obstacle is not Obstacle.COULD_NOT_RUN)
        settled = {name for each in (*self.causes, *tried) for name in each.explains}
        return [each for each in self.findings if each.verdict in FAILURES and each.id not in settled]

    def places(self, changes: Iterable[Change]) -> set[Place]:
        return {self.table.place(change.cell) for change in changes}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is right in an account of a planted error.

    ``is_seen``: something is found. ``is_blamed``: the first explanations name the wrong cells and no
    others. ``is_listed``: the wrong cells are those of one explanation that is given. ``values`` is
    None where the wrong cells are not blamed or their values are anybody's guess, else whether they are
    given exactly (``is_exact``) or lie in the intervals. ``certain`` and ``wrongly_certain`` count causes.
    """

    is_seen: bool
    is_blamed: bool
    is_listed: bool
    values: bool | None
    is_exact: bool
    named: str
    certain: int
    wrongly_certain: int
    unaccounted: int


def account_of(table: Printed) -> Account:
    """What the program says of a table, taken as the only one of a workbook."""
    book = table.workbook()
    found = recognise(book, KINDS)
    checked = check_tables(found.tables, KINDS, NEAREST)
    checked += check_workbook(book, found.tables, found.outside, KINDS, False)
    findings = ranked(checked.findings, book)
    start = time.process_time()
    diagnosis = explain(found.tables, checked.judgements, findings, NEAREST)
    return Account(table, findings, diagnosis, time.process_time() - start)


def judged(planted: Planted, account: Account) -> Judged:
    """The account of a planted error against what was done."""
    changes = [change for cause in account.causes for change in cause.changes]
    truth = planted.truth_of(account.places(changes)) if account.causes else None
    values = [] if truth is None else list(_values(planted, account, truth, changes))
    certain = [cause for cause in account.causes if cause.certainty is Certainty.CERTAIN]
    return Judged(
        is_seen=_is_seen(planted, account),
        is_blamed=truth is not None,
        is_listed=any(_lists(planted, account, cause) for cause in account.causes),
        values=all(right for right, _ in values) if values else None,
        is_exact=bool(values) and all(exact for _, exact in values),
        named=account.causes[0].slips[0].mechanism if account.causes else "-",
        certain=len(certain),
        wrongly_certain=sum(not is_true(planted, account, cause) for cause in certain),
        unaccounted=len(account.unaccounted),
    )


def _is_seen(planted: Planted, account: Account) -> bool:
    wrong = {planted.table.cell(place) for place in (*planted.in_words, *planted.right)}
    return any(finding.verdict in FAILURES or finding.cell in wrong for finding in account.alarms)


def _lists(planted: Planted, account: Account, cause: Cause) -> bool:
    """Whether one of the explanations of a cause is the error."""
    explanations = (cause.slips, *cause.alternatives)
    sets = (account.places(change for slip in slips for change in slip.changes) for slips in explanations)
    return any(planted.truth_of(cells) is not None for cells in sets)


def _values(
    planted: Planted, account: Account, truth: Truth, changes: Iterable[Change]
) -> Iterator[tuple[bool, bool]]:
    """For each blamed cell whether its value is right, and whether it was given exactly."""
    for change in changes:
        wanted = truth.get(account.table.place(change.cell))
        if isinstance(wanted, Decimal):
            single = change.low == change.high or planted.table.recipe.figures == KRONOR
            exact = change.suggested is not None and single
            yield (change.suggested == wanted if exact else change.low <= wanted <= change.high), exact


def is_true(planted: Planted, account: Account, cause: Cause) -> bool:
    """Whether a cause, taken as a fact, is one: its cells are wrong ones and its intervals hold their values."""
    cells = account.places(cause.changes)
    return any(
        cells <= set(truth) | planted.beside
        and all(_is_within(truth.get(account.table.place(change.cell)), change) for change in cause.changes)
        for truth in (planted.right, *planted.others)
    )


def _is_within(wanted: object, change: Change) -> bool:
    return not isinstance(wanted, Decimal) or change.low <= wanted <= change.high


def false_alarms(account: Account) -> tuple[int, int]:
    """How many findings and causes a clean table gives; a manner of rounding is no alarm."""
    causes = [cause for cause in account.causes if not {slip.mechanism for slip in cause.slips} <= POLICIES]
    return len(account.alarms), len(causes)


def told(account: Account, planted: Planted | None = None) -> str:
    """A table with what was done to it and all that is said of it, for whoever looks into a failure."""
    return "\n".join((*_told_truth(planted), account.table.text(), "", *_told_findings(account)))


def _told_truth(planted: Planted | None) -> Iterator[str]:
    if planted is None:
        return
    what = "identifiable" if planted.is_identifiable else "not identifiable"
    yield f"planted: {planted.mechanism}   guard: {planted.guard}, {what}, visible: {planted.is_visible}"
    for place, held in planted.right.items():
        yield f"  {planted.table.cell(place).a1} should be {held}, is {planted.table.figures[place]}"


def _told_findings(account: Account) -> Iterator[str]:
    for finding in account.findings:
        evidence = finding.evidence
        numbers = (
            f"expected {evidence.expected} found {evidence.found} bound {evidence.bound} credible {evidence.credible:.2f}"
            if evidence
            else ""
        )
        yield f"finding {finding.id}: {finding.severity} {finding.code} {finding.cell and finding.cell.a1} {numbers}"
    for cause in account.causes:
        yield f"cause: {cause.certainty}, explains {', '.join(cause.explains)}, {cause.others} further ones"
        yield from (f"    {_told_slip(slip)}" for slip in cause.slips)
        for slips in cause.alternatives:
            yield f"  or: {' and '.join(map(_told_slip, slips))}"
    for gap in account.diagnosis.not_localised:
        yield f"not localised: {gap.obstacle}, {', '.join(gap.explains)}"
    yield f"{1000 * account.seconds:.1f} ms"


def _told_slip(slip: Slip) -> str:
    changes = ", ".join(
        f"{change.cell.a1} {change.found} -> {change.suggested} [{change.low}, {change.high}]"
        for change in slip.changes
    )
    witnesses = " ".join(cell.a1 for cell in slip.witnesses)
    return f"{slip.mechanism}: {changes}" + (f" (witnesses {witnesses})" if witnesses else "")
