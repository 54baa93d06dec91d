"""Which relations tell what their cells should hold, and what is given to them from outside."""

from __future__ import annotations

from decimal import Decimal

from syditval.model.relation import Form, Judgement, Reason, Relation, Verdict

# Relations that say something once a cell that could not be read is given an amount.
_WAITING = (
    *(Reason.UNREADABLE, Reason.OTHER_UNIT, Reason.ERROR_VALUE, Reason.NOT_CALCULATED),
    *(Reason.NO_TOTAL_GIVEN, Reason.ZERO_DENOMINATOR),
)


def is_telling(judgement: Judgement) -> bool:
    """Whether a relation tells what its cells should hold, if only once all of them hold an amount.

    What an amount has to reach bounds it on one side alone, and tells nothing; nor does a figure of another
    workbook that cannot be read.
    """
    relation = judgement.relation
    given = [figure for figure in relation.figures if figure.cell.source]
    if relation.form is Form.AT_LEAST or not all(figure.readable for figure in given):
        return False
    return judgement.verdict is not Verdict.NOT_CHECKED or judgement.reason in _WAITING


def given_by(relation: Relation) -> Decimal:
    """What the figures of other workbooks add to the terms of a relation."""
    terms = (term for term in relation.terms if term.figure.cell.source)
    return sum((term.weight * term.figure.amount for term in terms), Decimal(0))
