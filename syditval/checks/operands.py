"""The parts of an inferred relation in words: named and with their addresses where there are few."""

from __future__ import annotations

from syditval.messages.addresses import folded
from syditval.messages.brevity import excerpt, first_few
from syditval.model.amounts import Figure
from syditval.model.finding import Field
from syditval.model.relation import Relation
from syditval.model.table import Table

# So many parts are named one by one; of more the addresses have to do.
_MOST_NAMED = 3
_MOST_RANGES = 8


def named_operands(relation: Relation, table: Table) -> dict[str, Field]:
    """The fields of a sentence: ``target``, all ``parts`` with signs, the ``first`` and the ``last``."""
    names = [_named(term.figure, table, relation.is_down) for term in relation.terms]
    parts = _signed(relation, names) if len(names) <= _MOST_NAMED else _addresses(relation)
    return {
        "target": _named(relation.target, table, relation.is_down),
        "parts": parts,
        "first": names[0],
        "last": names[-1],
        "sign": " %" if relation.per_cent else "",
    }


def _named(figure: Figure, table: Table, is_down: bool) -> str:
    """A figure by the name of its row or its column, with its address: ``Summa (C15)``."""
    name = table.line_name(figure.cell, is_down=is_down)
    return f"{excerpt(name)} ({figure.cell.a1})" if name.strip() else figure.cell.a1


def _signed(relation: Relation, names: list[str]) -> str:
    signs = [" + " if term.weight > 0 else " - " for term in relation.terms]
    return "".join(sign + name for sign, name in zip(signs, names, strict=True)).removeprefix(" + ").strip()


def _addresses(relation: Relation) -> str:
    added, taken = (
        first_few(folded(term.figure.cell for term in relation.terms if term.weight * sign > 0), _MOST_RANGES)
        for sign in (1, -1)
    )
    return " - ".join(part for part in (added, taken) if part)
