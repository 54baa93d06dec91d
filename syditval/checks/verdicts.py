"""A verdict to a finding, the same way for every rule on relations."""

from __future__ import annotations

from dataclasses import replace

from syditval.aggregates.aggregate import BY_NAME, SUSPICIONS
from syditval.arithmetic import is_improbable
from syditval.checks.operands import named_operands
from syditval.checks.places import finding_at
from syditval.model.finding import Confidence, Field, Finding
from syditval.model.relation import OF_TWO, Evidence, Form, Judgement, Relation, Verdict
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Basis, Table

PER_CENT = "%"
# So many independent witnesses make an inferred relation certain.
_WITNESSES = 2


def finding_of(judgement: Judgement, rule: RuleInfo, table: Table) -> Finding | None:
    """The finding that a verdict gives, or None.

    Inconsistent has the rule's severity; implausible is at most a warning, and so are stored figures
    that disagree while the displayed ones do not; a gap that rounding explains although it would
    hardly ever come about is a note. An inferred relation is at most a warning where a part is blank
    that has figures elsewhere, and where nothing but the total's name speaks for it.
    """
    evidence = judgement.evidence
    if evidence is None:
        return None
    relation = judgement.relation
    severity = _severity(relation, judgement.verdict, evidence, rule.severity)
    if severity is None:
        return None
    fields: dict[str, Field] = {
        "lines": len(relation.terms),
        "expected": evidence.expected,
        "found": evidence.found,
        "difference": evidence.difference,
        "bound": evidence.bound,
        "operands": _operands(judgement, table),
        "remark": _remark(judgement, evidence),
    }
    if relation.grounds:
        fields |= named_operands(relation, table)
    if relation.is_across:
        fields["then"] = relation.terms[0].figure.cell.address
    finding = finding_at(rule, table, relation.target.cell, severity, fields)
    return replace(
        finding,
        confidence=_confidence(relation, table),
        unit=_unit(relation, finding.unit),
        verdict=judgement.verdict,
        evidence=evidence,
        related=tuple(term.figure.cell for term in relation.terms),
    )


def _severity(relation: Relation, verdict: Verdict, evidence: Evidence, of_rule: Severity) -> Severity | None:
    if verdict is Verdict.INCONSISTENT and evidence.shown is None and not _is_open(relation):
        return of_rule
    if verdict in (Verdict.IMPLAUSIBLE, Verdict.INCONSISTENT):
        return max(of_rule, Severity.WARNING, key=lambda severity: severity.rank)
    return Severity.NOTE if verdict is Verdict.ROUNDING and is_improbable(evidence) else None


def _is_open(relation: Relation) -> bool:
    """Whether a table that is cut short, or a total of other lines, would explain an inferred relation."""
    return relation.doubtful or _is_guess(relation)


def _is_guess(relation: Relation) -> bool:
    """Whether nothing but its name says that the target is a total."""
    grounds = relation.grounds
    return grounds is not None and grounds.found == BY_NAME and not grounds.agreeing


def _operands(judgement: Judgement, table: Table) -> str:
    """The headings of the columns that a row relation is made of, such as "Budget - Årsprognos"."""
    relation = judgement.relation
    if relation.form is Form.SUM or relation.is_across:
        return ""
    columns = (table.column_at(term.figure.cell) for term in relation.terms)
    sign = " / " if relation.form is Form.RATIO else " - "
    return sign.join(column.header for column in columns if column is not None)


def _unit(relation: Relation, unit: str) -> str:
    """That of the table, but for a quotient: per cent, or none."""
    if relation.form not in OF_TWO:
        return unit
    return PER_CENT if relation.per_cent else ""


def _confidence(relation: Relation, table: Table) -> Confidence:
    """High, unless the columns of a difference were taken by their place or from the kind.

    A relation that was inferred needs two witnesses that do not depend on one another; one that only
    a name speaks for is a guess.
    """
    if _is_guess(relation):
        return Confidence.LOW
    if relation.grounds:
        return Confidence.HIGH if relation.grounds.witnesses >= _WITNESSES else Confidence.MEDIUM
    column = table.column_at(relation.target.cell)
    taken = {found.target for found in table.differences if found.basis in (Basis.NEAREST, Basis.KIND)}
    is_difference = relation.form is Form.DIFFERENCE
    return Confidence.MEDIUM if is_difference and column and column.role in taken else Confidence.HIGH


def _remark(judgement: Judgement, evidence: Evidence) -> str:
    """What the message has to add: a formula's stored result, a mere guess, figures that agree as shown."""
    relation = judgement.relation
    if relation.formula_backed:
        return "stale"
    if relation.grounds and relation.grounds.found in SUSPICIONS:
        return "suspected"
    if relation.doubtful:
        return "part_is_blank"
    return "shown" if evidence.shown else ""
