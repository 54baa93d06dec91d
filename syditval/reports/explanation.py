"""One figure explained: every relation that it takes part in, with its verdict and why it is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Console

from syditval.messages import texts
from syditval.messages.amounts import signed, written
from syditval.messages.names import named
from syditval.model.amounts import Figure
from syditval.model.relation import Evidence, Grounds, Judgement
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.page import GAP, Page
from syditval.reports.relation_words import formula

_INDENT = 2


def render_explanation(report: Report, figures: Sequence[Figure], console: Console) -> None:
    """Write what each figure is made of, then what is made of it."""
    page = Page(texts(report.language), console)
    for number, figure in enumerate(figures):
        if number:
            page.line()
        _write_figure(figure, report, page)


def _write_figure(figure: Figure, report: Report, page: Page) -> None:
    (table,) = (table for table in report.tables if figure in table.figures.values())
    names = (table.line_name(figure.cell, is_down=is_down) for is_down in (True, False))
    value = f"{written(figure.amount)} {table.unit}".strip()
    page.line(page.text(figure.cell.address, "bold"), GAP, ", ".join(filter(None, (*names, value))))
    own = [each for each in report.judgements if each.relation.target.cell == figure.cell]
    others = [
        each
        for each in report.judgements
        if any(term.figure.cell == figure.cell for term in each.relation.terms)
    ]
    for key, judgements in (("result", own), ("part", others)):
        for judgement in judgements:
            _write_judgement(page.words.get("explanation", key), judgement, table, page)
    if not own and not others:
        page.paragraph(page.words.get("explanation", "unrelated"), indent=_INDENT)


def _write_judgement(role: str, judgement: Judgement, table: Table, page: Page) -> None:
    relation = judgement.relation
    name = table.line_name(relation.target.cell, is_down=relation.is_down)
    page.line()
    page.paragraph(f"{formula(relation, page)}{GAP}{name}".rstrip(), indent=_INDENT, head=role)
    page.facts(_facts(judgement, page), indent=2 * _INDENT)


def _facts(judgement: Judgement, page: Page) -> Iterator[tuple[str, str]]:
    relation, words = judgement.relation, page.words
    verdict = f"{relation.rule}, {page.name('verdict', judgement.verdict)}"
    if judgement.reason:
        verdict = f"{verdict}: {page.name('reason', judgement.reason)}"
    yield words.get("explanation", "verdict"), verdict
    if judgement.evidence:
        yield words.get("explanation", "figures"), _evidence(judgement.evidence, page)
    if relation.grounds:
        yield words.get("explanation", "believed"), "; ".join(_grounds(relation.grounds, page))


def _evidence(evidence: Evidence, page: Page) -> str:
    amounts = {
        "expected": written(evidence.expected),
        "found": written(evidence.found),
        "difference": signed(evidence.difference),
        "bound": written(evidence.bound),
    }
    return ", ".join(f"{page.words.get('terminal', key)} {amount}" for key, amount in amounts.items())


def _grounds(grounds: Grounds, page: Page) -> Iterator[str]:
    words = page.words
    agreeing, tried = Decimal(grounds.agreeing), Decimal(grounds.tried)
    yield words.get("explanation", "found", search=named("search", grounds.found, words))
    yield words.get("explanation", "agreeing", agreeing=agreeing, tried=tried)
    yield words.get("explanation", "witnesses", count=Decimal(grounds.witnesses))
    yield words.get("explanation", "chance", power=grounds.against_chance)
    if grounds.named:
        yield words.get("explanation", "named")
    if grounds.stressed:
        yield words.get("explanation", "stressed")
