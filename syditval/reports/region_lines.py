"""What adds up in a region, line by line: the tree of sums, then what else its figures are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from syditval.messages.addresses import folded
from syditval.messages.brevity import excerpt, first_few
from syditval.model.relation import Form, Judgement, Verdict
from syditval.model.table import Table
from syditval.reports.patterns import HOLDS, Pattern, line_of, patterns_of
from syditval.reports.relation_words import formula, places
from syditval.reports.sum_tree import Branch, branches
from syditval.reports.wording import Wording

MOST_BROKEN = 6


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A pattern with its name and at how many crossings it holds, or lines that enter one.

    Below a pattern there is a line for each ``verdict`` on where it does not hold; its ``name`` says where.
    """

    depth: int
    formula: str
    name: str
    count: str = ""
    verdict: Verdict | None = None


def region_lines(table: Table, judgements: Sequence[Judgement], wording: Wording) -> Iterator[RegionLine]:
    """The lines on each pattern: the sums as a tree, then all others."""
    patterns = patterns_of(judgements)
    for branch in branches([pattern for pattern in patterns if pattern.form is Form.SUM]):
        yield from _branch_lines(branch, table, wording)
    for form in Form:
        for pattern in patterns:
            if pattern.form is form is not Form.SUM:
                yield from _pattern_lines(Branch(0, pattern), table, wording)


def _branch_lines(branch: Branch, table: Table, wording: Wording) -> list[RegionLine]:
    if branch.is_sum:
        return _pattern_lines(branch, table, wording)
    lines = {part.line for part in branch.leaves}
    is_down = branch.pattern.is_down
    figures = [term.figure for term in branch.pattern.example.terms if line_of(term.figure, is_down) in lines]
    if not figures:
        return []
    ends = dict.fromkeys(
        name for name in (table.line_name(f.cell, is_down=is_down) for f in (figures[0], figures[-1])) if name
    )
    return [RegionLine(branch.depth, places(figures), " … ".join(map(excerpt, ends)))]


def _pattern_lines(branch: Branch, table: Table, wording: Wording) -> list[RegionLine]:
    pattern = branch.pattern
    relation = pattern.example
    of = Decimal(len(pattern.judgements))
    key = f"{'columns' if pattern.is_down else 'rows'}_{'one' if of == 1 else 'many'}"
    count = wording.words.get("sums", key, holds=Decimal(pattern.holding), of=of)
    name = excerpt(table.line_name(relation.target.cell, is_down=pattern.is_down))
    line = RegionLine(branch.depth, formula(relation, wording), name, count)
    return [line, *_broken(branch.depth, pattern, wording)]


def _broken(depth: int, pattern: Pattern, wording: Wording) -> Iterator[RegionLine]:
    """Where it does not hold, a line for each verdict."""
    for verdict in Verdict:
        cells = [each.relation.target.cell for each in pattern.judgements if each.verdict is verdict]
        if cells and verdict not in HOLDS:
            said = f"{wording.name('verdict', verdict)}: {first_few(folded(cells), MOST_BROKEN)}"
            yield RegionLine(depth, "", said, verdict=verdict)
