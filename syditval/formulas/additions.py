"""What a formula adds up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syditval.formulas.tree import Call, Chain, Constant, Negated, Node, Omitted, Reference, walk

# 9 sums all but what a filter hides, 109 also leaves out what was hidden by hand.
SUBTOTAL_OF_ALL, SUBTOTAL_OF_SHOWN = Decimal(9), Decimal(109)
_ADDITIVE = frozenset("+-")


def summed(call: Call) -> tuple[Node, ...] | None:
    """What a SUM or a SUBTOTAL that sums has as its arguments; None for another function."""
    if call.name == "SUM":
        return call.arguments
    if call.name == "SUBTOTAL" and call.arguments:
        code, *others = call.arguments
        if isinstance(code, Constant) and code.value in (SUBTOTAL_OF_ALL, SUBTOTAL_OF_SHOWN):
            return tuple(others)
    return None


def sums(tree: Node) -> Iterator[tuple[str, Reference]]:
    """Every reference that is an argument of a SUM or SUBTOTAL anywhere in a formula, with which of them."""
    for node in walk(tree):
        if isinstance(node, Call):
            for argument in summed(node) or ():
                if isinstance(argument, Reference):
                    yield node.name, argument


def added(tree: Node) -> list[Reference] | None:
    """The references that a formula adds and subtracts, None where it does anything else.

    Rounding the result does not count as anything else.
    """
    found: list[Reference] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            found.append(node)
        elif (operands := _added_operands(node)) is None:
            return None
        else:
            waiting += operands
    return found


def _added_operands(node: Node) -> tuple[Node, ...] | None:
    if isinstance(node, Chain):
        is_sum = all(operator in _ADDITIVE for operator, _ in node.rest)
        return node.operands if is_sum else None
    if isinstance(node, Call):
        return node.arguments[:1] if node.name == "ROUND" else summed(node)
    if isinstance(node, Negated):
        return (node.operand,)
    return () if isinstance(node, Constant | Omitted) else None
