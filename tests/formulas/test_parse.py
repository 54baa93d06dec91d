"""Formulas become trees: what binds stronger lies deeper, and what is not understood is said to be so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.formulas.parse import MOST_LEVELS, parse
from syditval.formulas.tree import (
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Negated,
    Node,
    Omitted,
    Opaque,
    Percent,
    Reference,
    Why,
)


def drawn(node: Node) -> str:
    """A tree as text, every chain and sign in brackets; references by the way to their first corner."""
    if isinstance(node, Chain):
        rest = "".join(f" {operator} {drawn(operand)}" for operator, operand in node.rest)
        return f"({drawn(node.first)}{rest})"
    if isinstance(node, Call):
        return f"{node.name}[{'; '.join(map(drawn, node.arguments))}]"
    if isinstance(node, Negated | Percent):
        operand = drawn(node.operand)
        return operand + "%" * node.times if isinstance(node, Percent) else f"(-{operand})"
    if isinstance(node, Reference):
        return f"<{node.top.number},{node.left.number}>"
    if isinstance(node, Constant):
        return str(node.value) if isinstance(node.value, Decimal) else repr(node.value)
    return {Omitted: "nothing", ErrorConstant: "error", Opaque: "opaque"}[type(node)]


@pytest.mark.parametrize(
    ("formula", "tree"),
    [
        ("=1+2*3-4", "(1 + (2 * 3) - 4)"),
        ("=(1+2)*3", "((1 + 2) * 3)"),
        ("=-2^2", "((-2) ^ 2)"),
        ("=--2", "2"),
        ("=+-2", "(-2)"),
        ("=5%%", "5%%"),
        ('=A1&"a""b"', "(<0,0> & 'a\"b')"),
        ("=A1>=2", "(<0,0> >= 2)"),
        ("=TRUE", "True"),
        ("=sum(A1,,B2)", "SUM[<0,0>; nothing; <1,1>]"),
        ("=PI()", "PI[]"),
        ("=IF(SUM(A1:B2)>0,ABS(-1),2)", "IF[(SUM[<0,0>] > 0); ABS[(-1)]; 2]"),
        ("=SUM( A1 , 2 )", "SUM[<0,0>; 2]"),
        ("={1,2;3,4}+1", "(opaque + 1)"),
        ("=#DIV/0!", "error"),
        ("=Blad1!#REF!", "error"),
    ],
)
def test_precedence_and_arguments(formula: str, tree: str) -> None:
    assert drawn(parse(formula, 1, 1)) == tree


@pytest.mark.parametrize(
    "formula",
    ["=1+", "=(1", "=1)", "=SUM(1", "=A1 B1", "=SUM(A1:B2 B1:C2)", "=OFFSET(A1,1,1):B3", '="a', "=A1#", "=*"],
)
def test_what_makes_no_formula_is_opaque_as_a_whole(formula: str) -> None:
    assert parse(formula, 1, 1) == Opaque(Why.NOT_UNDERSTOOD, formula)


def test_a_text_that_was_not_read_is_told_apart() -> None:
    assert parse("=", 1, 1) == Opaque(Why.UNKNOWN_TEXT)


def test_levels_are_limited_and_width_is_not() -> None:
    deepest = "=" + "(" * MOST_LEVELS + "1" + ")" * MOST_LEVELS

    assert parse(deepest, 1, 1) == Constant(Decimal(1))
    assert isinstance(parse(deepest.replace("1", "(1)"), 1, 1), Opaque)
    assert isinstance(parse("=1" + "+1" * 4000, 1, 1), Chain)
    assert drawn(parse("=" + "-" * 5001 + "1", 1, 1)) == "(-1)"
