"""A rule in full: what it finds, why that matters, what to do, and its examples as drawn tables."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from syditval.messages import texts
from syditval.messages.example import grid, remarks, sheets
from syditval.messages.placeholders import with_placeholders
from syditval.model.cells import CellRef, Sheet, column_letters
from syditval.model.example import Example
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo
from syditval.reports.page import Page

# Stands below what a cell shows that a finding is about: seen without colour, and hardly ever wider.
MARK = "^^^"
STYLE = "bold red"


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule, its examples, and what it finds in the bad one."""

    info: RuleInfo
    bad: Example
    good: Example
    found: Sequence[Finding]


def render_rule(rule: Explained, language: str, console: Console) -> None:
    """Write a page about a rule, in a language."""
    page = Page(words=texts(language), console=console)
    code = rule.info.code
    severity = page.name("severity", rule.info.severity)
    page.line(page.text(code, "bold"), f"  {rule.info.name}  ({severity})")
    page.line(page.text(page.words.get(code, "title"), "bold"))
    for part in ("finds", "why", "do", "source"):
        _write_part(page.words.get("cli", f"rule_{part}"), page)
        page.paragraph(page.words.get(code, part))
    _write_part(page.words.get("cli", "rule_bad"), page)
    _write_example(rule.bad, rule.found, page)
    _write_part(page.words.get("cli", "rule_good"), page)
    _write_example(rule.good, (), page)


def render_refusal(code: str, language: str, console: Console) -> None:
    """Write what is refused under a code, with names in place of values, and what that leads to."""
    page = Page(words=texts(language), console=console)
    kind = page.words.get("cli", "refusal")
    page.line(page.text(code, "bold"), f"  {page.words.get(code, 'title')}  ({kind})")
    page.line()
    page.paragraph(with_placeholders(page.words.entries[code]["message"], page.words))
    page.line()
    page.paragraph(page.words.get("refused", code[0]))


def _write_part(name: str, page: Page) -> None:
    page.line()
    page.line(page.text(name, "bold"))


def _write_example(example: Example, found: Sequence[Finding], page: Page) -> None:
    culprits = {finding.cell for finding in found if finding.cell}
    for heading, sheet, is_own in sheets(example):
        if heading:
            page.line(heading)
        page.console.print(_drawn(sheet, culprits if is_own else (), page))
    for remark in remarks(example, page.words):
        page.paragraph(remark)
    for finding in found:
        head = f"{MARK} {finding.cell.a1}" if finding.cell else MARK
        page.paragraph(finding.message, head)


def _drawn(sheet: Sheet, culprits: Collection[CellRef], page: Page) -> Table:
    """The sheet as a table with its column letters above and its row numbers in front."""
    rows = list(grid(sheet))
    drawn = Table(box=box.SQUARE, show_edge=False, pad_edge=False)
    drawn.add_column(justify="right")
    for column, _ in enumerate(rows[0], start=1):
        drawn.add_column(column_letters(column), justify="left" if column == 1 else "right", overflow="fold")
    for row, cells in enumerate(rows, start=1):
        shown = (
            _cell(lines, page, is_culprit=sheet.ref(row, column) in culprits)
            for column, lines in enumerate(cells, start=1)
        )
        drawn.add_row(str(row), *shown)
    return drawn


def _cell(lines: Sequence[str], page: Page, *, is_culprit: bool) -> Text:
    if is_culprit:
        shown = [page.text(line, STYLE) for line in lines or [page.words.get("inspection", "blank")]]
        shown.append(Text(MARK, STYLE))
    else:
        shown = [page.text(line) for line in lines]
    return Text("\n").join(shown)
