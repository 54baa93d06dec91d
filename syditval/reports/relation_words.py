"""A relation in addresses: ``C15 = C5:C14``, ``C5 = '[mars.xlsx]Drift'!C5``, ``|D5| >= |C5|``."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.messages.addresses import folded
from syditval.messages.brevity import first_few
from syditval.model.amounts import Figure
from syditval.model.relation import OF_TWO, Form, Relation
from syditval.reports.wording import Wording

MOST_RANGES = 3

_QUOTIENTS = {
    Form.RATIO: "{first} / {last}",
    Form.RELATIVE_CHANGE: "({first} - {last}) / {last}",
    Form.GROWTH: "{first} / ({last} - {first})",
}


def formula(relation: Relation, wording: Wording) -> str:
    """What the target is of its terms, as one would write it in a cell."""
    if relation.form is Form.AT_LEAST or relation.is_across:
        return _of_one(relation)
    return f"{relation.target.cell.a1} = {_of_two(relation) or _of_many(relation, wording)}"


def _of_one(relation: Relation) -> str:
    """A figure against another, which has its file and sheet named where it stands in another workbook."""
    (term,) = relation.terms
    target, cell = relation.target.cell.a1, term.figure.cell
    other = cell.address if cell.source else cell.a1
    if relation.form is Form.AT_LEAST:
        return f"|{target}| >= |{other}|"
    return f"{target} = {'-' if term.weight < 0 else ''}{other}"


def _of_two(relation: Relation) -> str:
    if relation.form not in OF_TWO:
        return ""
    first, last = (term.figure.cell.a1 for term in relation.terms)
    quotient = _QUOTIENTS[relation.form].format(first=first, last=last)
    return quotient + (" (%)" if relation.per_cent else "")


def _of_many(relation: Relation, wording: Wording) -> str:
    if relation.form is Form.AVERAGE:
        return wording.words.get("sums", "average", parts=places(term.figure for term in relation.terms))
    added, taken = (
        folded(term.figure.cell for term in relation.terms if term.weight * sign > 0) for sign in (1, -1)
    )
    parts = [*(f" + {part}" for part in added), *(f" - {part}" for part in taken)]
    ellipsis = " …" if len(parts) > MOST_RANGES else ""
    return "".join(parts[:MOST_RANGES]).removeprefix(" + ").strip() + ellipsis


def places(figures: Iterable[Figure]) -> str:
    """The addresses of some figures, neighbours as ranges."""
    return first_few(folded(figure.cell for figure in figures), MOST_RANGES)
