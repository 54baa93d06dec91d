"""Formulas by their form: what is the same of formulas that were filled down or to the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from syditval.formulas.additions import added, sums
from syditval.formulas.parse import parse
from syditval.formulas.tree import HERE, Call, Node, Opaque, Reference, Why, parts, walk
from syditval.model.cells import column_number

_AFTER = r"(?![\w.\\(!])"
_COLUMN, _ROW = r"\$?[A-Za-z]{1,3}", r"\$?[0-9]{1,7}"
# Texts, sheet names and brackets are passed over, and so are names and functions that begin like an address.
_ADDRESS = re.compile(
    r"\"[^\"]*\"|'[^']*'|\[[^\]]*\]"
    rf"|(?<![\w.\\$])(?:{_COLUMN}{_ROW}|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}){_AFTER}"
)
_HALF = re.compile(r"(\$?)(?:([A-Za-z]+)|([0-9]+))")
# These ask where a reference lies, not what stands there.
_ABOUT_PLACES = frozenset(
    ("ROW", "ROWS", "COLUMN", "COLUMNS", "AREAS", "CELL", "OFFSET", "FORMULATEXT", "SHEET")
)


@dataclass(frozen=True)
class Form:
    """A formula relative to its cell. ``key`` is the same for formulas that say the same of their places."""

    key: str
    tree: Node

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference whose cells the formula reads."""
        found, waiting = [], [self.tree]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Reference):
                found.append(node)
            elif not (isinstance(node, Call) and node.name in _ABOUT_PLACES):
                waiting += parts(node)
        return tuple(found)

    @cached_property
    def sums(self) -> tuple[tuple[str, Reference], ...]:
        """Every reference that is summed, with the function that does it: SUM or SUBTOTAL."""
        return tuple(sums(self.tree))

    @cached_property
    def added(self) -> tuple[Reference, ...]:
        """What is added up, where the formula does nothing but add and subtract; else nothing."""
        return tuple(added(self.tree) or ())

    @cached_property
    def is_across(self) -> bool:
        """Whether the formula reads nothing but cells of its own row."""
        return bool(self.references) and all(
            each.sheet is None and each.top == each.bottom == HERE for each in self.references
        )

    @cached_property
    def is_down(self) -> bool:
        """Whether the formula reads nothing but cells of its own column."""
        return bool(self.references) and all(
            each.sheet is None and each.left == each.right == HERE for each in self.references
        )

    @cached_property
    def links(self) -> bool:
        """Whether the formula reads from another workbook or program."""
        opaque = (node for node in walk(self.tree) if isinstance(node, Opaque))
        return any(node.why is Why.OTHER_WORKBOOK for node in opaque)


class Forms:
    """The forms of one workbook's formulas: each is taken apart once, however often it was filled down."""

    def __init__(self) -> None:
        self._known: dict[str, Form] = {}

    def of(self, formula: str, row: int, column: int) -> Form:
        """The form of a formula that stands at a row and column."""
        key = relative(formula, row, column)
        form = self._known.get(key)
        if form is None:
            form = self._known[key] = Form(key, parse(formula, row, column))
        return form


def relative(formula: str, row: int, column: int) -> str:
    """A formula's text with every address told from its own cell: ``=SUM(C[0]R[-3]:C[0]R[-1])``."""

    def half(match: re.Match[str]) -> str:
        dollar, letters, digits = match.groups()
        axis, number, home = ("C", column_number(letters), column) if letters else ("R", int(digits), row)
        return f"{axis}{number}" if dollar else f"{axis}[{number - home}]"

    def address(match: re.Match[str]) -> str:
        text = match[0]
        return text if text[0] in "\"'[" else _HALF.sub(half, text)

    return _ADDRESS.sub(address, formula)
