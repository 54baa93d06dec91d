"""The regions of figures: the tree of sums in each, and what else its figures are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.text import Text

from syditval.messages.addresses import folded
from syditval.messages.brevity import excerpt, first_few
from syditval.model.relation import Form, Judgement, Verdict
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.grid import write_grid
from syditval.reports.page import GAP, Page
from syditval.reports.patterns import HOLDS, Pattern, line_of, patterns_of
from syditval.reports.relation_words import formula, places
from syditval.reports.sum_tree import Branch, branches
from syditval.reports.tables_block import STYLES, write_counts

INDENT = 3
# So much is shown of one region; the record has it all.
MOST_LINES = 40
MOST_BROKEN = 6

Line = list[Text]


def write_regions(report: Report, page: Page) -> None:
    """Every region in which anything was found, with what it is; then verdicts and coverage."""
    page.heading(page.words.get("sums", "regions"))
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in report.judgements:
        found[judgement.relation.table].append(judgement)
    idle = [table for table in report.tables if table.id not in found]
    for number, table in enumerate(report.tables, 1):
        if table.id in found:
            _write_region(number, table, found[table.id], page)
            page.line()
    if idle:
        count, first = Decimal(len(idle)), idle[0].range
        page.paragraph(page.words.get("sums", "idle", count=count, first=first))
    if found:
        if idle:
            page.line()
        write_counts(report, page)


def _write_region(number: int, table: Table, judgements: Sequence[Judgement], page: Page) -> None:
    title = excerpt(table.title) if table.title != table.sheet else ""
    facts = (page.text(fact) for text in (title, table.unit.value) if text for fact in (GAP, text))
    page.line(f"{number}{GAP}", page.text(table.range, "bold"), *facts)
    lines = [line for each in _described(table, judgements, page) for line in each]
    write_grid(lines[:MOST_LINES], 2, page, INDENT)
    if len(lines) > MOST_LINES:
        more = Decimal(len(lines) - MOST_LINES)
        page.paragraph(page.words.get("sums", "more", count=more), indent=INDENT)


def _described(table: Table, judgements: Sequence[Judgement], page: Page) -> Iterator[list[Line]]:
    """The lines on each pattern: the sums as a tree, then all others."""
    patterns = patterns_of(judgements)
    for branch in branches([pattern for pattern in patterns if pattern.form is Form.SUM]):
        yield _branch_lines(branch, table, page)
    for form in Form:
        for pattern in patterns:
            if pattern.form is form is not Form.SUM:
                yield _pattern_lines(Branch(0, pattern), table, page)


def _branch_lines(branch: Branch, table: Table, page: Page) -> list[Line]:
    if branch.is_sum:
        return _pattern_lines(branch, table, page)
    lines = {part.line for part in branch.leaves}
    is_down = branch.pattern.is_down
    figures = [term.figure for term in branch.pattern.example.terms if line_of(term.figure, is_down) in lines]
    if not figures:
        return []
    ends = dict.fromkeys(
        name for name in (table.line_name(f.cell, is_down=is_down) for f in (figures[0], figures[-1])) if name
    )
    place = "  " * branch.depth + places(figures)
    return [[page.text(place), page.text(" … ".join(map(excerpt, ends))), Text()]]


def _pattern_lines(branch: Branch, table: Table, page: Page) -> list[Line]:
    pattern = branch.pattern
    relation = pattern.example
    text = formula(relation, page)
    of = Decimal(len(pattern.judgements))
    key = f"{'columns' if pattern.is_down else 'rows'}_{'one' if of == 1 else 'many'}"
    count = page.words.get("sums", key, holds=Decimal(pattern.holding), of=of)
    name = table.line_name(relation.target.cell, is_down=pattern.is_down)
    lines = [[page.text("  " * branch.depth + text), page.text(excerpt(name), "bold"), page.text(count)]]
    return [*lines, *_broken(pattern, page)]


def _broken(pattern: Pattern, page: Page) -> Iterator[Line]:
    """Where it does not hold, a line for each verdict."""
    for verdict in Verdict:
        cells = [each.relation.target.cell for each in pattern.judgements if each.verdict is verdict]
        if cells and verdict not in HOLDS:
            said = f"{page.name('verdict', verdict)}: {first_few(folded(cells), MOST_BROKEN)}"
            yield [Text(), page.text(said, STYLES.get(verdict, "")), Text()]
