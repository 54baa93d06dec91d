"""Trees are walked from left to right, however deep or wide."""

from __future__ import annotations

from syditval.formulas.parse import parse
from syditval.formulas.tree import Constant, Coordinate, parts, walk


def test_every_node_comes_before_what_it_is_made_of() -> None:
    tree = parse("=SUM(1,-2,3%)+4*5", 1, 1)

    assert [str(node.value) for node in walk(tree) if isinstance(node, Constant)] == ["1", "2", "3", "4", "5"]
    assert next(walk(tree)) is tree
    assert parts(Constant("a")) == ()


def test_a_coordinate_is_fixed_or_moves_with_the_formula() -> None:
    assert (Coordinate(5, True).at(9), Coordinate(-2, False).at(9)) == (5, 7)
