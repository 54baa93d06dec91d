"""A formula as a tree, with references relative to the cell that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Why(StrEnum):
    """Why a formula, or a part of one, cannot be evaluated here."""

    UNKNOWN_TEXT = "text of the formula not known"
    NOT_UNDERSTOOD = "formula not understood"
    FUNCTION = "function"
    NAME = "defined name"
    TABLE = "reference to a table"
    OTHER_WORKBOOK = "another workbook"
    SEVERAL_SHEETS = "several sheets at once"
    ARRAY = "array"
    NO_RESULT = "formula without a result"
    DATE = "date in arithmetic"
    TEXT = "text in arithmetic"
    HIDDEN_ROWS = "subtotal over hidden rows"
    TIE = "half of a last place"
    TOO_MUCH = "too much work"


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A row or a column: its number where it is fixed (``$``), else the way to it from the formula."""

    number: int
    fixed: bool

    def at(self, home: int) -> int:
        """The number of the row or column, for a formula in row or column ``home``."""
        return self.number if self.fixed else home + self.number


HERE = Coordinate(0, False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a rectangle of cells; ``sheet`` is None for the formula's own."""

    sheet: str | None
    top: Coordinate
    left: Coordinate
    bottom: Coordinate
    right: Coordinate


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text or a truth value as written."""

    value: Decimal | str | bool


@dataclass(frozen=True, slots=True)
class ErrorConstant:
    """An error value in the formula itself, such as ``#REF!``."""

    name: str


@dataclass(frozen=True, slots=True)
class Omitted:
    """An argument that is left out: ``SUM(A1,,A3)``."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """What is not understood, with the reason and the text."""

    why: Why
    text: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A function, its name in capitals, and its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negated:
    """A minus sign in front."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Percent:
    """Per cent signs behind, as many as there are."""

    operand: Node
    times: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Operators of one precedence from left to right, so that a long sum is wide and not deep."""

    first: Node
    rest: tuple[tuple[str, Node], ...]

    @property
    def operands(self) -> tuple[Node, ...]:
        """All that stands between the operators."""
        return (self.first, *(operand for _, operand in self.rest))


Node = Reference | Constant | ErrorConstant | Omitted | Opaque | Call | Negated | Percent | Chain


def parts(node: Node) -> tuple[Node, ...]:
    """What a node is made of."""
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Chain):
        return node.operands
    return (node.operand,) if isinstance(node, Negated | Percent) else ()


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, from left to right."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += reversed(parts(current))
