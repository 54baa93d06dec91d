"""Formulas that rest on themselves, whether in one step or in many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from syditval.formulas.book import FormulaBook
from syditval.model.cells import Area, CellRef


def cycles(book: FormulaBook) -> list[tuple[CellRef, ...]]:
    """Each set of formulas that rest on one another, in the order of their cells."""
    graph = _Graph(book)
    found = []
    for component in components(len(graph.cells), graph.precedents):
        cells = sorted(cell for node in component if (cell := graph.cells[node]) is not None)
        if cells and (len(component) > 1 or component[0] in graph.precedents(component[0])):
            found.append(tuple(cells))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The formulas of one column as the leaves of a binary tree, whose root is node ``base + 1``.

    Edges from a formula to every formula in a long range would be too many; a range of leaves is a
    few nodes of the tree.
    """

    base: int
    rows: list[int]

    def covering(self, area: Area) -> Iterator[int]:
        """The nodes below which the formulas of an area lie, and no others."""
        leaves = len(self.rows)
        first = bisect_left(self.rows, area.top) + leaves
        last = bisect_right(self.rows, area.bottom) + leaves
        while first < last:
            if first % 2:
                yield self.base + first
                first += 1
            if last % 2:
                last -= 1
                yield self.base + last
            first, last = first // 2, last // 2


class _Graph:
    """What each formula reads of other formulas. A node is a formula, or stands for several of one column."""

    def __init__(self, book: FormulaBook) -> None:
        self._book = book
        # The formula at each node, None where the node stands for several.
        self.cells: list[CellRef | None] = []
        self._inner: dict[int, tuple[int, int]] = {}
        self._trees: dict[str, dict[int, _Tree]] = {}
        for each in book.sheets:
            rows: defaultdict[int, list[int]] = defaultdict(list)
            for row, column in sorted(each.forms):
                rows[column].append(row)
            name = each.sheet.name
            self._trees[name] = {column: self._tree(name, column, rows[column]) for column in sorted(rows)}

    def _tree(self, sheet: str, column: int, rows: list[int]) -> _Tree:
        base = len(self.cells)
        self.cells += [None] * len(rows)
        self.cells += (CellRef(sheet, row, column) for row in rows)
        for node in range(1, len(rows)):
            self._inner[base + node] = (base + 2 * node, base + 2 * node + 1)
        return _Tree(base, rows)

    def precedents(self, node: int) -> Sequence[int]:
        """The nodes that a node rests on."""
        cell = self.cells[node]
        if cell is None:
            return self._inner.get(node, ())
        return list(self._read(cell))

    def _read(self, cell: CellRef) -> Iterator[int]:
        for spot in self._book.spots(self._book.form(cell).references, cell):
            trees = self._trees[spot.formulas.sheet.name]
            if spot.area.left == spot.area.right:
                columns = [spot.area.left] if spot.area.left in trees else []
            else:
                columns = [column for column in trees if spot.area.left <= column <= spot.area.right]
            for column in columns:
                yield from trees[column].covering(spot.area)


def components(count: int, successors: Callable[[int], Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components of a graph with nodes 0 to ``count - 1``, without recursion.

    Source: Tarjan, Depth-first search and linear graph algorithms (1972).
    """
    search = _Search(successors)
    for root in range(count):
        if root not in search.order:
            yield from search.below(root)


class _Search:
    """Tarjan's search: when each node was first met, and the earliest pending node that it leads back to."""

    def __init__(self, successors: Callable[[int], Sequence[int]]) -> None:
        self._successors = successors
        self.order: dict[int, int] = {}
        self._back: dict[int, int] = {}
        self._pending: list[int] = []
        self._is_pending: set[int] = set()

    def below(self, root: int) -> Iterator[list[int]]:
        """The components that are met from a node on."""
        path = [(root, self._met(root))]
        while path:
            node, following = path[-1]
            new = next((each for each in following if not self._is_known(node, each)), None)
            if new is not None:
                path.append((new, self._met(new)))
                continue
            path.pop()
            if path:
                self._reaches(path[-1][0], self._back[node])
            if self._back[node] == self.order[node]:
                yield self._closed(node)

    def _met(self, node: int) -> Iterator[int]:
        self.order[node] = self._back[node] = len(self.order)
        self._pending.append(node)
        self._is_pending.add(node)
        return iter(self._successors(node))

    def _is_known(self, node: int, successor: int) -> bool:
        """Whether a successor was met before; if it is pending still, the node leads back to it."""
        if successor in self._is_pending:
            self._reaches(node, self.order[successor])
        return successor in self.order

    def _reaches(self, node: int, earliest: int) -> None:
        self._back[node] = min(self._back[node], earliest)

    def _closed(self, node: int) -> list[int]:
        component = [self._pending.pop()]
        while component[-1] != node:
            component.append(self._pending.pop())
        self._is_pending.difference_update(component)
        return component
