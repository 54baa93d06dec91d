"""A verdict to a finding, the same way for every rule on relations."""

from __future__ import annotations

from dataclasses import replace

from syditval.arithmetic import is_improbable
from syditval.checks.places import finding_at, severity_of
from syditval.model.finding import Confidence, Field, Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Evidence, Form, Judgement, Verdict
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Basis, Table


def finding_of(judgement: Judgement, rule: RuleInfo, table: Table, kind: TableKind) -> Finding | None:
    """The finding that a verdict gives, or None.

    Inconsistent has the rule's severity; implausible is at most a warning, and so are stored figures
    that disagree while the displayed ones do not; a gap that rounding explains although it would
    hardly ever come about is a note.
    """
    evidence = judgement.evidence
    if evidence is None:
        return None
    severity = _severity(judgement.verdict, evidence, severity_of(rule, kind))
    if severity is None:
        return None
    relation = judgement.relation
    fields: dict[str, Field] = {
        "lines": len(relation.terms),
        "expected": evidence.expected,
        "found": evidence.found,
        "difference": evidence.difference,
        "bound": evidence.bound,
        "operands": _operands(judgement, table),
        "remark": _remark(judgement, evidence),
    }
    finding = finding_at(rule, table, relation.target.cell, severity, fields)
    return replace(
        finding,
        confidence=_confidence(judgement, table),
        verdict=judgement.verdict,
        evidence=evidence,
        related=tuple(term.figure.cell for term in relation.terms),
    )


def _severity(verdict: Verdict, evidence: Evidence, of_rule: Severity) -> Severity | None:
    if verdict is Verdict.INCONSISTENT and evidence.shown is None:
        return of_rule
    if verdict in (Verdict.IMPLAUSIBLE, Verdict.INCONSISTENT):
        return max(of_rule, Severity.WARNING, key=lambda severity: severity.rank)
    return Severity.NOTE if verdict is Verdict.ROUNDING and is_improbable(evidence) else None


def _operands(judgement: Judgement, table: Table) -> str:
    """The headings of the columns that a row relation is made of, such as "Budget - Årsprognos"."""
    relation = judgement.relation
    if relation.form is Form.SUM:
        return ""
    columns = (table.column_at(term.figure.cell) for term in relation.terms)
    sign = " / " if relation.form is Form.RATIO else " - "
    return sign.join(column.header for column in columns if column is not None)


def _confidence(judgement: Judgement, table: Table) -> Confidence:
    """Medium for a difference whose columns were taken by their place or from the kind, else high."""
    column = table.column_at(judgement.relation.target.cell)
    taken = {found.target for found in table.differences if found.basis in (Basis.NEAREST, Basis.KIND)}
    is_difference = judgement.relation.form is Form.DIFFERENCE
    return Confidence.MEDIUM if is_difference and column and column.role in taken else Confidence.HIGH


def _remark(judgement: Judgement, evidence: Evidence) -> str:
    """What the message has to add: the stored result of a formula, or figures that agree as shown."""
    if judgement.relation.formula_backed:
        return "stale"
    return "shown" if evidence.shown else ""
