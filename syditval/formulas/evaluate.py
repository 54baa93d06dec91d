"""Formulas evaluated from the stored values of the cells that they read, or not at all.

One level deep: a stored value that is wrong is found at its own formula, not at all that rest on it.
What is not certain is never guessed: NotEvaluated says why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, DecimalException

from syditval.formulas.book import FormulaBook, Spot
from syditval.formulas.functions import FUNCTIONS
from syditval.formulas.operators import apply, as_percent, negative, number
from syditval.formulas.results import Amount, Failure, NotEvaluated, Value
from syditval.formulas.spreads import Spread
from syditval.formulas.tree import (
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Negated,
    Node,
    Opaque,
    Percent,
    Reference,
    Why,
)
from syditval.model.cells import CellRef


def evaluate(tree: Node, home: CellRef, book: FormulaBook) -> Value:
    """What a formula gives at its place. Raises NotEvaluated where that is not certain."""
    try:
        value = _Evaluation(home, book).result(tree)
        if isinstance(value, Amount) and not value.settled.is_finite():
            raise NotEvaluated(Why.NOT_UNDERSTOOD)
        return value
    except DecimalException:
        raise NotEvaluated(Why.NOT_UNDERSTOOD) from None


class _Evaluation:
    """One formula being evaluated."""

    def __init__(self, home: CellRef, book: FormulaBook) -> None:
        self._home, self._book = home, book

    def value(self, node: Node) -> Value:
        if isinstance(node, Constant):
            return Amount.of(node.value) if isinstance(node.value, Decimal) else node.value
        if isinstance(node, Reference):
            return self._cell(node)
        if isinstance(node, Chain):
            return self._chain(node)
        if isinstance(node, Call):
            return self._call(node)
        return self._other(node)

    def _other(self, node: Node) -> Value:
        if isinstance(node, Negated):
            return negative(self.value(node.operand))
        if isinstance(node, Percent):
            return as_percent(self.value(node.operand), node.times)
        if isinstance(node, ErrorConstant):
            return Failure(node.name)
        if isinstance(node, Opaque):
            raise NotEvaluated(node.why, node.text)
        return None

    def _chain(self, chain: Chain) -> Value:
        result = self.value(chain.first)
        for operator, operand in chain.rest:
            result = apply(operator, result, self.value(operand))
        return result

    def _cell(self, reference: Reference) -> Value:
        return Spread(self._spot(reference)).only

    def _call(self, call: Call) -> Value:
        if call.name in _BRANCHES:
            return _BRANCHES[call.name](self, call.arguments)
        function = FUNCTIONS.get(call.name)
        if function is None:
            raise NotEvaluated(Why.FUNCTION, call.name.removeprefix("_XLFN."))
        return function([self._argument(argument) for argument in call.arguments])

    def _argument(self, node: Node) -> Value | Spread:
        return Spread(self._spot(node)) if isinstance(node, Reference) else self.value(node)

    def _spot(self, reference: Reference) -> Spot:
        spot = self._book.spot(reference, self._home)
        if spot is None:
            raise NotEvaluated(Why.NOT_UNDERSTOOD, str(reference.sheet))
        return spot

    def _if(self, arguments: Sequence[Node]) -> Value:
        if len(arguments) != len(("condition", "then", "else")):
            raise NotEvaluated(Why.FUNCTION, "IF")
        condition, *branches = arguments
        truth = self.value(condition)
        if isinstance(truth, Failure):
            return truth
        if not isinstance(truth, bool):
            truth = bool(number(truth).settled)
        return self.result(branches[0 if truth else 1])

    def _if_error(self, arguments: Sequence[Node]) -> Value:
        if len(arguments) != len(("value", "instead")):
            raise NotEvaluated(Why.FUNCTION, "IFERROR")
        result = self.result(arguments[0])
        return self.result(arguments[1]) if isinstance(result, Failure) else result

    def result(self, node: Node) -> Value:
        """What a formula or a branch gives, where a blank is shown as zero."""
        value = self.value(node)
        return number(None) if value is None else value


_BRANCHES: dict[str, Callable[[_Evaluation, Sequence[Node]], Value]] = {
    "IF": _Evaluation._if,
    "IFERROR": _Evaluation._if_error,
}
