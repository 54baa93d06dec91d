"""A formula's text to its tree."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from syditval.formulas.references import read_reference
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
    Why,
)

# From the weakest to the strongest; all of them go from left to right.
_PRECEDENCE = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))
# Spreadsheet programs allow 64 levels of functions.
MOST_LEVELS = 64


class _NotUnderstood(Exception):
    """The tokens make no formula."""


def parse(formula: str, row: int, column: int) -> Node:
    """The tree of a formula that stands at a row and column.

    What cannot be understood is an Opaque node: a part of the formula, or all of it.
    """
    if formula == "=":
        return Opaque(Why.UNKNOWN_TEXT)
    try:
        tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
        return _Parser(tokens, row, column).formula()
    except (_NotUnderstood, TokenizerError, ArithmeticError, IndexError):
        return Opaque(Why.NOT_UNDERSTOOD, formula)


class _Parser:
    """Goes through the tokens once, by recursive descent."""

    def __init__(self, tokens: list[Token], row: int, column: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._row, self._column = row, column
        self._level = 0

    def formula(self) -> Node:
        tree = self._chain(0)
        if self._next < len(self._tokens):
            raise _NotUnderstood
        return tree

    def _chain(self, precedence: int) -> Node:
        if precedence == len(_PRECEDENCE):
            return self._signed()
        first = self._chain(precedence + 1)
        rest = []
        while self._is(Token.OP_IN) and self._tokens[self._next].value in _PRECEDENCE[precedence]:
            operator = self._take().value
            rest.append((operator, self._chain(precedence + 1)))
        return Chain(first, tuple(rest)) if rest else first

    def _signed(self) -> Node:
        """An operand with its signs: a minus in front binds stronger than a power."""
        signs = ""
        while self._is(Token.OP_PRE):
            signs += self._take().value
        operand = self._operand()
        times = 0
        while self._is(Token.OP_POST):
            self._take()
            times += 1
        if times:
            operand = Percent(operand, times)
        return Negated(operand) if signs.count("-") % 2 else operand

    def _operand(self) -> Node:
        token = self._take()
        if token.type == Token.OPERAND:
            return self._literal(token)
        if token.subtype != Token.OPEN:
            raise _NotUnderstood
        self._level += 1
        if self._level > MOST_LEVELS:
            raise _NotUnderstood
        node = self._opened(token)
        self._level -= 1
        return node

    def _opened(self, token: Token) -> Node:
        if token.type == Token.ARRAY:
            while self._take().type != Token.ARRAY:
                pass
            return Opaque(Why.ARRAY)
        if token.type == Token.FUNC:
            return Call(token.value[:-1].upper(), tuple(self._arguments()))
        inner = self._chain(0)
        self._close()
        return inner

    def _arguments(self) -> list[Node]:
        arguments: list[Node] = []
        if self._at_end():
            self._close()
            return arguments
        while True:
            is_omitted = self._is(Token.SEP) or self._at_end()
            arguments.append(Omitted() if is_omitted else self._chain(0))
            if not self._is(Token.SEP):
                self._close()
                return arguments
            self._take()

    def _literal(self, token: Token) -> Node:
        if token.subtype == Token.NUMBER:
            return Constant(Decimal(token.value))
        if token.subtype == Token.TEXT:
            return Constant(token.value[1:-1].replace('""', '"'))
        if token.subtype == Token.LOGICAL:
            return Constant(token.value.upper() == "TRUE")
        if token.subtype == Token.ERROR:
            return ErrorConstant(token.value)
        return read_reference(token.value, self._row, self._column)

    def _is(self, kind: str) -> bool:
        return self._next < len(self._tokens) and self._tokens[self._next].type == kind

    def _at_end(self) -> bool:
        """Whether the list of arguments ends here."""
        return self._tokens[self._next].subtype == Token.CLOSE

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _close(self) -> None:
        if self._take().subtype != Token.CLOSE:
            raise _NotUnderstood
