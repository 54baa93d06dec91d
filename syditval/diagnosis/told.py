"""The findings of one table: which of them a relation brought about, which stand at a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from syditval.model.cells import CellRef
from syditval.model.finding import Confidence, Finding
from syditval.model.relation import FAILS, Judgement, Relation
from syditval.model.table import Table

# Rules on a cell by itself that say of it what a cause says too: it cannot be read, lies outside what it
# may be, or holds an error value or a formula that does not give what it should.
_ON_CELLS = ("S", "H101", "H301", "H302", "H303", "H304", "H305", "H306", "H309")

_Key = tuple[str, CellRef | None, tuple[CellRef, ...]]


class Told:
    """The findings on one table, by what they are about."""

    def __init__(self, table: Table, judgements: Sequence[Judgement], findings: Iterable[Finding]) -> None:
        self._judgements = judgements
        self._relations: dict[_Key, Finding] = {}
        self._cells: list[Finding] = []
        for finding in findings:
            if finding.verdict in FAILS and finding.table == table.id:
                self._relations.setdefault((finding.code, finding.cell, finding.related), finding)
            elif finding.code.startswith(_ON_CELLS) and finding.cell and finding.cell.sheet == table.sheet:
                self._cells.append(finding)

    def of_relations(self, numbers: Iterable[int]) -> list[Finding]:
        """The findings that some judgements gave by failing."""
        keys = (_key(self._judgements[number].relation) for number in sorted(numbers))
        return [self._relations[key] for key in keys if key in self._relations]

    def are_firm(self, numbers: Iterable[int]) -> bool:
        """Whether the relations of some judgements are themselves beyond doubt."""
        return all(finding.confidence is Confidence.HIGH for finding in self.of_relations(numbers))

    def at(self, cells: Iterable[CellRef]) -> list[Finding]:
        """The findings that stand at some cells themselves."""
        wanted = set(cells)
        return [finding for finding in self._cells if finding.cell in wanted]


def _key(relation: Relation) -> _Key:
    return relation.rule, relation.target.cell, tuple(term.figure.cell for term in relation.terms)
